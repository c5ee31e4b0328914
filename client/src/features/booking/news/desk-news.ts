import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { formatDayTime, formatTime } from '../../../lib/time/time.ts'
import { askedTitle, sentenceOf } from '../../more-time/more-time-words.ts'

export interface News {
  readonly title: string
  readonly detail: string
  readonly tone: 'good' | 'info'
}

/** What somebody else did to a booking, for its expert; nothing where it is no news. `before`: as it was known. */
export function describeNews(
  before: Booking | undefined,
  after: Booking,
  zone: string,
  now: number,
): News | null {
  if (before && before.version >= after.version) return null
  const who = after.customer?.name ?? 'A customer'
  const when = formatDayTime(after.startsAt, zone)
  if (after.status === 'cancelled') {
    if (before?.status === 'cancelled' || after.cancelledBy === 'expert') return null
    const by = after.cancelledBy === 'admin' ? 'An administrator' : who
    const reason = after.cancelReason === undefined ? '' : `: “${after.cancelReason}”`
    return { tone: 'info', title: `${by} cancelled`, detail: `${when}${reason}` }
  }
  if (!before) {
    // What is not known may also be older than the list that is loaded.
    const isNew = now - Date.parse(after.createdAt) < 120_000
    return isNew ? { tone: 'good', title: `New session with ${who}`, detail: when } : null
  }
  if (before.startsAt === after.startsAt && before.minutes < after.minutes) {
    const detail = `It ends at ${formatTime(after.endsAt, zone)}`
    return { tone: 'good', title: `The session with ${who} is longer`, detail }
  }
  if (before.startsAt !== after.startsAt || before.minutes !== after.minutes) {
    const accepted = before.proposal?.startsAt === after.startsAt
    return {
      tone: accepted ? 'good' : 'info',
      title: accepted ? `${who} accepted your time` : `${who} moved the session`,
      detail: `Now ${when}, before ${formatDayTime(before.startsAt, zone)}`,
    }
  }
  const { moreTime } = after
  if (moreTime?.offeredBy === 'customer' && before.moreTime?.offeredBy !== 'customer') {
    return { tone: 'info', title: askedTitle(moreTime, who), detail: sentenceOf(moreTime, zone) }
  }
  if (before.moreTime?.offeredBy === 'expert' && moreTime?.offeredBy === undefined) {
    return { tone: 'info', title: `${who} keeps to the time`, detail: `It stays at ${when}` }
  }
  if (before.proposal && !after.proposal) {
    return { tone: 'info', title: `${who} keeps the time`, detail: `It stays at ${when}` }
  }
  return null
}
