import { serverNow } from '../../lib/time/server-clock.ts'
import { formatDayTime, formatTime, visitorZone } from '../../lib/time/time.ts'

/** Why something was refused. The server's problem documents have this shape. */
export interface Refused {
  readonly code?: string
  readonly title: string
  readonly detail?: string | undefined
  readonly retryAfterSeconds?: number | undefined
  /** What is wrong in which field, by pointer: `#/customer/email`. */
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[] | undefined
}

/** Why it was refused; where the server wants patience, until when. */
export function describeRefusal({ code, detail, title, retryAfterSeconds }: Refused): string {
  if (code !== 'too_many' || retryAfterSeconds === undefined) return detail ?? `${title}.`
  return `Too many attempts. You can try again ${when(retryAfterSeconds)}.`
}

function when(seconds: number): string {
  if (seconds < 60) return 'in a minute'
  // To the next full minute, so that it is true by then.
  const at = new Date(Math.ceil((serverNow() + seconds * 1000) / 60_000) * 60_000).toISOString()
  const zone = visitorZone()
  return seconds < 12 * 3600 ? `at ${formatTime(at, zone)}` : `from ${formatDayTime(at, zone)} on`
}
