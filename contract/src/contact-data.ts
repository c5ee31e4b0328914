/*
 * Addresses and phone numbers as people write and paste them, brought to the one form that is kept: for every form and for
 * whatever reaches the server.
 */

/** Of what every system has; `types` of a browser and of Node name the same class. */
declare const URL: new (url: string) => { readonly hostname: string }

/**
 * One address, by the rule that browsers have for `<input type="email">` (WHATWG HTML), with less: a domain has a dot and is
 * no number, because mails leave this house; a name has no dots at its ends or side by side, which SMTP cannot say
 * (RFC 5321); and nothing reads as an encoded word (RFC 2047), because some mail servers decode it and find a second
 * recipient in it. All of it is ASCII: a comma, a space or an angle bracket would make two.
 */
export const addressPattern =
  /^(?!.*=\?|\.|.*\.\.|.*\.@)[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+(?!\d+$)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/

/** What is copied along with a number or an address and seen by nobody. Controls stay: they part two texts. */
const unseen = /[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFC]/gu

/**
 * An address without what is invisible, full-width letters made plain, and the name of an international domain in the form
 * that mail servers look up (Punycode). A domain that there cannot be is left as it is.
 */
export function writtenAddress(typed: string): string {
  const text = typed.replaceAll(unseen, '').normalize('NFKC').trim()
  const at = text.lastIndexOf('@')
  const domain = text.slice(at + 1)
  if (at === -1 || /^[\w.-]*$/.test(domain)) return text
  return `${text.slice(0, at)}@${lookedUp(domain) ?? domain}`
}

/** Whether what stands in the form of Punycode stands for letters. */
export function isDomainKnown(address: string): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1)
  return !/(?:^|\.)xn--/i.test(domain) || lookedUp(domain) !== null
}

/** As a browser makes a host of it; null of what is none. */
function lookedUp(domain: string): string | null {
  // These end a host, are passed over, or would be read as something else than a part of one.
  if (/[\s\p{C}/\\?#@:%[\]<>^|]/u.test(domain)) return null
  try {
    return new URL(`http://${domain}`).hostname
  } catch {
    return null
  }
}

/**
 * A phone number as somebody would read it out: digits of all scripts and widths as 0 to 9, spaces of all kinds as one, nothing
 * invisible. How it is grouped, and words such as "ext.", stay. A point before a letter goes: programs make links of it.
 */
export function writtenPhone(typed: string): string {
  return typed
    .replaceAll(unseen, '')
    .normalize('NFKC')
    .replaceAll(/[^\P{Nd}0-9]/gu, digitOf)
    .replaceAll(/[\p{Pd}\u2212]/gu, '-')
    .replaceAll(/^tel:/gi, '')
    .replaceAll(/\.(?=\p{L})/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** Fewer reach nobody; more than a number of the world (15) with an extension has nobody. */
const digits = { least: 5, most: 25 }

/** Whether somebody can be called by it: it is the digits that count. */
export function isPhone(phone: string): boolean {
  const count = phone.replaceAll(/\D/g, '').length
  return (
    /^(?!.*\/\/)[\d\p{L}\p{M} +()[\].,;:/#*&'~-]+$/u.test(phone) &&
    count >= digits.least &&
    count <= digits.most
  )
}

/** Digits of a script stand in rows of ten, the first after what is none. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let before = 0
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1
  return String(before % 10)
}
