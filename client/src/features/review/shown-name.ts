/** What is offered as the name below a review: the first one and the letter of the last, as in "Grace H." */
export function shownName(name: string): string {
  const [first = '', ...others] = name.trim().split(/\s+/)
  // By code point: a letter beyond the basic plane must not be cut in half.
  const last = Array.from(others.at(-1) ?? '')[0]
  return last === undefined ? first : `${first} ${last.toLocaleUpperCase()}.`
}
