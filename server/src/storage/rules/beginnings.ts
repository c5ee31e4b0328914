import { emailKey } from '../../domain/people/person.ts'

/** Above whatever a word or an address can go on with. */
const highest = '\u{10FFFF}'

/** So many addresses with one beginning are looked at for whoever has them. */
export const addressesAtMost = 1000

/** Everything that begins like this lies from the first of the two up to the second. */
export function beginningWith(text: string): readonly [from: string, before: string] {
  return [text, text + highest]
}

/** The same of keys of addresses. */
export function addressesBeginningWith(text: string): readonly [from: string, before: string] {
  return beginningWith(emailKey(text))
}
