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

/** For each zone the stretches of six hours in and around which its clocks go as they went before. */
const steady = new Map<string, boolean>()
const stretch = 6 * 3_600_000
// No clock is set back by more.
const most = 3 * 3_600_000

/** Whether the clocks of a zone show this time twice, because they are set back around it. */
export function isShownTwice(zone: string, at: number): boolean {
  const begin = Math.floor(at / stretch) * stretch
  const key = `${zone} ${begin}`
  let known = steady.get(key)
  if (known === undefined) {
    // It is asked for every time that is shown, and the answer costs much more than the asking.
    known = offsetMinutes(zone, begin - most) === offsetMinutes(zone, begin + stretch + most)
    steady.set(key, known)
  }
  if (known) return false
  const [before, now, after] = [at - most, at, at + most].map((each) => offsetMinutes(zone, each))
  if (before === undefined || now === undefined || after === undefined) return false
  const earlier = before > now && offsetMinutes(zone, at - (before - now) * 60_000) === before
  return earlier || (after < now && offsetMinutes(zone, at + (now - after) * 60_000) === after)
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
