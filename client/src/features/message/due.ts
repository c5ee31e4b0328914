import { serverNow, useNow } from '../../lib/time/server-clock.ts'

/** How far the server's clock may be ahead of what this browser takes it for, in milliseconds. */
const tolerance = 2000

/** Whether the time of a mail has come. */
export function isDue({ at }: { readonly at: string }, now: number): boolean {
  return Date.parse(at) <= now + tolerance
}

/** The server's clock as it is now, shown anew every 15 s: what was read a moment ago is not older than it. */
export function useReadingTime(): number {
  return Math.max(useNow(15_000), serverNow())
}
