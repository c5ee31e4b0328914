import type { Problem } from '@expertconnect/contract/problem'
import { serverNow } from '../api/server-clock.ts'
import { formatDayTime, formatTime, visitorZone } from '../time.ts'

/** Why it was refused; where the server wants patience, until when. */
export function describeRefusal({ code, detail, title, retryAfterSeconds }: Problem): string {
  if (code !== 'too_many' || retryAfterSeconds === undefined) return detail ?? `${title}.`
  return `That was too often for now. It is possible again ${when(retryAfterSeconds)}.`
}

function when(seconds: number): string {
  if (seconds < 60) return 'in a minute'
  // To the next full minute, so that it is true by then.
  const at = new Date(Math.ceil((serverNow() + seconds * 1000) / 60_000) * 60_000).toISOString()
  const zone = visitorZone()
  return seconds < 12 * 3600 ? `at ${formatTime(at, zone)}` : `from ${formatDayTime(at, zone)} on`
}

/** What is wrong with the typed address, by the server's rules. */
export function addressFault({ errors = [] }: Problem): string | undefined {
  return errors.find(({ pointer }) => pointer === '#/email')?.detail
}
