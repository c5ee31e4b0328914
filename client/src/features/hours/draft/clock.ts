import type { Hours } from '@expertconnect/contract/schedules/shapes'

/** Minutes after midnight of `09:30`; `24:00` ends a day. Nothing where it is no quarter hour. */
export function minutesOf(clock: string): number | null {
  const [, hours, minutes] = /^(\d{2}):(00|15|30|45)$/.exec(clock) ?? []
  if (hours === undefined || minutes === undefined) return null
  const total = Number(hours) * 60 + Number(minutes)
  return total <= 1440 ? total : null
}

export function clockOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** In minutes; what is faulty does not count. */
function totalOf(hours: readonly Hours[]): number {
  return hours.reduce((sum, { from, to }) => {
    const [begin, end] = [minutesOf(from), minutesOf(to)]
    return begin === null || end === null ? sum : sum + Math.max(0, end - begin)
  }, 0)
}

/** `6.5 h`, where there is no room for more. */
export function shortTotal(hours: readonly Hours[]): string {
  const total = totalOf(hours)
  return total === 0 ? 'Off' : `${total / 60} h`
}

/** `6 h`, `7 h 30 min`. */
export function totalText(hours: readonly Hours[]): string {
  const total = totalOf(hours)
  const [whole, rest] = [Math.floor(total / 60), total % 60]
  if (total === 0) return 'Off'
  return [whole > 0 && `${whole} h`, rest > 0 && `${rest} min`].filter(Boolean).join(' ')
}

/** `09:00 – 12:30, 14:00 – 17:00`. */
export function hoursText(hours: readonly Hours[]): string {
  return hours.map(({ from, to }) => `${from} – ${to}`).join(', ')
}
