import * as z from 'zod/mini'
import { addressPattern, isDomainKnown, writtenAddress } from './contact-data.ts'
import { ownCopy } from './own-copy.ts'
import { isWhole, writtenLine, writtenText } from './written.ts'

/** An instant in UTC, ISO 8601 with `Z`. Starts and ends are whole minutes and written `2026-11-23T10:00:00Z`. */
export const Instant = z.iso.datetime('Expected a UTC instant such as 2026-11-23T10:00:00Z')

/** A calendar date, `2026-11-23`. Which zone it is meant in stands beside it. */
export const PlainDate = z.iso.date('Expected a date such as 2026-11-23')

/** Of names that there are, in lower case: as many as the database has, whatever strangers write. */
const knownZones = new Set<string>()

function isTimeZone(name: string): boolean {
  const lower = name.toLowerCase()
  if (knownZones.has(lower)) return true
  // A name that there is not is asked for each time: it costs no more than to remember it.
  const exists = /^[A-Za-z][A-Za-z0-9_+/-]*$/.test(name) && zoneExists(name)
  if (exists) knownZones.add(ownCopy(lower))
  return exists
}

function zoneExists(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** A name of the IANA time-zone database. Bare offsets are refused: they know no clock changes. */
export const TimeZone = z
  .string()
  .check(z.maxLength(64), z.refine(isTimeZone, 'Unknown time zone'), z.overwrite(ownCopy))

/** Minor units (cents) of one currency (ISO 4217). */
export const Money = z.object({ amount: z.int(), currency: z.string() })
export type Money = z.infer<typeof Money>

export const Id = z.string().check(z.regex(/^[A-Za-z0-9_-]{8,64}$/, 'Expected an id'))

export const Slug = z.string().check(z.regex(/^[a-z0-9-]{1,80}$/, 'Expected a slug'))

/** The length of a session in minutes; which lengths an expert offers stands in their profile. */
export const Minutes = z.int().check(z.gte(15), z.lte(480))

const whole = z.refine<string>(isWhole, 'A part of a character is missing')

/**
 * One line of text, of which something is seen: trimmed, without control characters, which must reach no mail header or
 * calendar line, and without what is invisible or turns the direction of writing. See `written.ts`.
 */
export function line(max: number, empty: string) {
  return z
    .string()
    .check(
      whole,
      z.overwrite(writtenLine),
      z.minLength(1, empty),
      z.maxLength(max, `At most ${max} characters`),
    )
}

/** Several lines of text; line breaks become `\n`. Empty where nothing would be seen. */
export function text(max: number) {
  return z
    .string()
    .check(
      whole,
      z.overwrite(writtenText),
      z.maxLength(max, `At most ${max.toLocaleString('en')} characters`),
    )
}

const noAddress = 'This does not look like an e-mail address'

/** One address exactly, in the one rule of every form: a comma would become a second recipient of every mail. */
export const CustomerEmail = z
  .string()
  .check(
    z.overwrite(writtenAddress),
    z.minLength(1, 'Please give an e-mail address'),
    z.maxLength(254, 'At most 254 characters'),
    z.email({ pattern: addressPattern, error: noAddress }),
    z.refine(isDomainKnown, noAddress),
  )
