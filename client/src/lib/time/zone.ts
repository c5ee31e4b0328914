export function offsetMinutes(zone: string, at: number): number {
  const moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  return Math.round(moment.offsetNanoseconds / 60e9)
}

/** `GMT+5:45`; offsets are told at an instant, because they change. */
export function offsetLabel(zone: string, at: number): string {
  const minutes = offsetMinutes(zone, at)
  return minutes === 0 ? 'GMT' : `GMT${clockOffset(minutes)}`
}

/** `8 h ahead`, `3 h 30 min behind`, `same time`: how clocks in `there` stand to those in `here`. */
export function zoneDifference(here: string, there: string, at: number): string {
  const minutes = offsetMinutes(there, at) - offsetMinutes(here, at)
  if (minutes === 0) return 'same time'
  return `${hoursAndMinutes(minutes)} ${minutes > 0 ? 'ahead' : 'behind'}`
}

/** The same for the eye: `+8 h`, `−3:30 h`. */
export function shortDifference(here: string, there: string, at: number): string {
  const minutes = offsetMinutes(there, at) - offsetMinutes(here, at)
  if (minutes === 0) return 'same time'
  return `${clockOffset(minutes)} h`
}

/** `+5:45`, `−3`. */
function clockOffset(minutes: number): string {
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  const tail = rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`
  return `${minutes < 0 ? '−' : '+'}${hours}${tail}`
}

function hoursAndMinutes(signed: number): string {
  const minutes = Math.abs(signed)
  const parts = [Math.trunc(minutes / 60), minutes % 60] as const
  return [parts[0] > 0 && `${parts[0]} h`, parts[1] > 0 && `${parts[1]} min`]
    .filter((part) => part !== false)
    .join(' ')
}

export interface ClockChange {
  readonly zone: string
  /** When the clocks are changed, epoch milliseconds. */
  readonly at: number
  /** `forward 1 h`, `back 30 min`. */
  readonly by: string
}

/** The last change of the clocks between now and an instant, if it leaves them different from now. */
export function clockChange(zone: string, now: number, until: number): ClockChange | null {
  if (until <= now || offsetMinutes(zone, now) === offsetMinutes(zone, until)) return null
  const before = Temporal.Instant.fromEpochMilliseconds(until)
    .add({ nanoseconds: 1 })
    .toZonedDateTimeISO(zone)
    .getTimeZoneTransition('previous')
  if (before === null) return null
  const at = before.epochMilliseconds
  const minutes = offsetMinutes(zone, at) - offsetMinutes(zone, at - 60_000)
  return { zone, at, by: `${minutes > 0 ? 'forward' : 'back'} ${hoursAndMinutes(minutes)}` }
}
