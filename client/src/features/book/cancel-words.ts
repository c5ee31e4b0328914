import type { Expert } from '@expertconnect/contract/experts/shapes'
import { formatDayTime } from '../../lib/time/time.ts'
import { instantText } from '../board/feed/board-records.ts'

type Policy = Pick<Expert['policy'], 'cancellationMinutes'>

/** Until when this very start can be undone. */
export function cancelWordsOf(
  startsAt: string,
  { cancellationMinutes }: Policy,
  zone: string,
  now: number,
): string {
  const until = Date.parse(startsAt) - cancellationMinutes * 60_000
  return until > now
    ? `Free to cancel or move until ${formatDayTime(instantText(until), zone)}.`
    : 'It begins so soon that it can’t be cancelled or moved here once it is booked.'
}

/** The same while no start is chosen. */
export function cancelWords({ cancellationMinutes: minutes }: Policy): string {
  if (minutes === 0) return 'Free to cancel until it begins.'
  const hours = minutes / 60
  if (hours >= 48 && hours % 24 === 0) return `Free to cancel until ${hours / 24} days before.`
  return Number.isInteger(hours)
    ? `Free to cancel until ${hours} h before.`
    : `Free to cancel until ${minutes} min before.`
}
