const longestLine = 75

/**
 * Lines of at most 75 octets (RFC 5545), none cut inside of a character. ical-generator folds too, by encoding each
 * character by itself: of a calendar with a thousand entries that took two seconds, in which nobody else was served.
 */
export function foldLines(text: string): string {
  return text.split('\r\n').map(foldLine).join('\r\n')
}

function foldLine(line: string): string {
  if (Buffer.byteLength(line) <= longestLine) return line
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > longestLine) {
      parts.push(part)
      // The space that a line goes on with is counted.
      part = ' '
      octets = 1
    }
    part += character
    octets += size
  }
  return [...parts, part].join('\r\n')
}
