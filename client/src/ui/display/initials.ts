/** The first letters of the first and the last word of a name: `Łukasz van der Berg` is ŁB. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word))
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) =>
    // By code point: a letter beyond the basic plane must not be cut in half.
    word === undefined ? '' : (Array.from(word)[0] ?? ''),
  )
  return letters.join('').toLocaleUpperCase() || '?'
}
