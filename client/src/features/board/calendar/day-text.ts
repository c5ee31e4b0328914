import type { DayReason } from '@expertconnect/contract/boards/shapes'
import type { DayView } from '../feed/board-view.ts'

const reasons: Readonly<Record<DayReason | 'full', string>> = {
  past: 'in the past',
  inside_notice: 'too soon to book',
  beyond_horizon: 'not open for booking yet',
  time_off: 'time off',
  no_hours: 'no sessions on this day',
  busy: 'busy elsewhere',
  paused: 'No bookings are taken at the moment',
  full: 'all times are taken',
}

/** Why nothing can be booked on a day, in words. */
export function reasonText(reason: DayReason | 'full'): string {
  return reasons[reason]
}

export function freeText(free: number): string {
  if (free === 0) return 'no free times'
  return free === 1 ? '1 free time' : `${free} free times`
}

/** How a day of the month stands, also outside of what the board covers. */
export function dayState(
  date: string,
  day: DayView | undefined,
  bounds: { today: string; last: string },
): { bookable: boolean; kind: DayReason | 'full' | 'free' | 'loading'; text: string } {
  const kind =
    date < bounds.today
      ? 'past'
      : date > bounds.last
        ? 'beyond_horizon'
        : !day
          ? 'loading'
          : (day.reason ?? 'free')
  if (kind === 'loading') return { bookable: false, kind, text: 'loading' }
  if (kind === 'free') return { bookable: true, kind, text: freeText(day?.free ?? 0) }
  return { bookable: false, kind, text: reasons[kind] }
}
