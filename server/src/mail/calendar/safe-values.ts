import { oneLine } from '../letter/clean.ts'

/**
 * A name as a calendar may hold it. RFC 5545 has no way to write a quotation mark into a parameter: ical-generator writes
 * `\"`, which other readers take for its end, and what follows for parameters and addresses. RFC 6868 makes quotation
 * marks and line breaks of `^'` and `^n`. Some readers, node-ical among them, look for `;` between quotation marks too.
 * So a name has none of these.
 */
export function calendarName(name: string): string {
  return oneLine(name.replaceAll(/["\\^]/g, '').replaceAll(/[;:]/g, ' '))
}

/** A line of text for a calendar. Without backslashes: readers differ in what they make of two of them. */
export function calendarLine(text: string): string {
  return oneLine(text.replaceAll('\\', ''))
}

/**
 * One address, as it stands behind `mailto:`, where `?` and `&` would begin fields of a mail (RFC 6068). Throws for what
 * could be more than one; the contract lets no such address in.
 */
export function calendarAddress(address: string): string {
  if (!/^[^\s\p{C}"(),:;<>@[\\\]]+@[^\s\p{C}"(),:;<>@[\\\]]+$/u.test(address)) {
    throw new Error('An address of a calendar entry is none')
  }
  const at = address.lastIndexOf('@')
  const name = encodeURIComponent(address.slice(0, at)).replaceAll('%2B', '+')
  return `${name}${address.slice(at)}`
}
