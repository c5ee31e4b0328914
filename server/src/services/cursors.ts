import { invalid, type Refused } from '../problem.ts'

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

export function faultyCursor(): Refused {
  return invalid('#/cursor', 'Not a cursor of this list')
}
