import { addDays, isDate, startOfDay } from '../../../lib/time/month.ts'

export interface DayRange {
  /** Dates, both included; empty where there is no such end. */
  readonly from: string
  readonly to: string
}

/** As somebody wrote it into an address: what is no date, or ends before it begins, counts as not given. */
export function dayRangeOf(from: string, to: string): DayRange {
  const begins = isDate(from) ? from : ''
  return { from: begins, to: isDate(to) && to >= begins ? to : '' }
}

/** The instants that days begin and end at in a zone, for what starts between them. */
export function instantsOf({ from, to }: DayRange, zone: string) {
  const instant = (date: string) => new Date(startOfDay(date, zone)).toISOString()
  return {
    ...(from !== '' && { from: instant(from) }),
    ...(to !== '' && { to: instant(addDays(to, 1)) }),
  }
}
