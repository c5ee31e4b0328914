import { instantOf } from '../domain/time/instant.ts'
import { invalid, type Refused } from './problem.ts'
import type { BookingPlace } from '../storage/port/bookings.ts'
import type { TimePlace } from '../storage/port/page.ts'

/** A place in a list as the interface hands it out. */
export function writeCursor(parts: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

/** Its parts, unchecked. Throws for what was never a cursor. */
export function readCursor(cursor: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(parts)) return parts
  } catch {
    // Answered below, like every other cursor that we did not make.
  }
  throw faultyCursor()
}

/** Of a list of bookings. */
export function readPlace(cursor: string): BookingPlace {
  const [startsAt, id] = readCursor(cursor)
  if (typeof startsAt !== 'number' || typeof id !== 'string') throw faultyCursor()
  return { startsAt: instantOf(startsAt), id }
}

export function faultyCursor(): Refused {
  return invalid('#/cursor', 'Not a cursor of this list')
}

export function writeTimePlace({ at, id }: TimePlace): string {
  return writeCursor([at, id])
}

/** The place in a list by time; none where there is no cursor. */
export function readTimePlace(cursor: string | undefined): TimePlace | undefined {
  if (cursor === undefined) return undefined
  const [at, id] = readCursor(cursor)
  if (typeof at !== 'number' || typeof id !== 'string') throw faultyCursor()
  return { at: instantOf(at), id }
}

/** The place in a list by a text. */
export function readTextPlace(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined
  const [text] = readCursor(cursor)
  if (typeof text !== 'string') throw faultyCursor()
  return text
}
