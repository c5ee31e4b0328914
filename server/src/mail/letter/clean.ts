// oxlint-disable-next-line no-control-regex -- control characters are what this is about
const controls = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]+/g
// oxlint-disable-next-line no-control-regex -- keeps tab and line feed, which belong to a text
const controlsInText = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]+/g

/**
 * One line for sure, for a header, a calendar or a line of a letter: no control characters, none that turn the direction
 * of writing, no halves of characters. What comes in by the contract is like this already; older stores, seeds and
 * settings need not be.
 */
export function oneLine(text: string): string {
  return text.toWellFormed().replaceAll(controls, ' ').trim()
}

/** Several lines, parted by `\n` alone; the rest as `oneLine`. */
export function severalLines(text: string): string {
  const parted = text.toWellFormed().replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
  return parted.replaceAll(controlsInText, '').trim()
}

/** At most `max` characters, the last of which says that there were more. */
export function shortened(text: string, max: number): string {
  const characters = Array.from(new Intl.Segmenter('en').segment(text), ({ segment }) => segment)
  return characters.length <= max
    ? text
    : `${characters
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`
}
