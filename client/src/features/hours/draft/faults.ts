import type { Hours, Weekly } from '@expertconnect/contract/schedules/shapes'
import { minutesOf } from './clock.ts'
import type { HoursState } from './state.ts'
import { isoDays } from './week.ts'

/** By pointer, `#/weekly/1/0/from`: as the server names the places of its own ones. */
export type Faults = ReadonlyMap<string, string>

/** What is wrong with the hours, found before they are sent. */
export function findFaults({ weekly, exceptions, sessionLengths }: HoursState): Faults {
  return new Map([
    ...weeklyFaults(weekly),
    ...exceptions.flatMap(({ hours }, at) => dayFaults(hours, `#/exceptions/${at}/hours`)),
    ...lengthFaults(sessionLengths),
  ])
}

function weeklyFaults(weekly: Weekly): [string, string][] {
  return isoDays.flatMap((day) => dayFaults(weekly[day], `#/weekly/${day}`))
}

function lengthFaults(lengths: readonly number[]): [string, string][] {
  return lengths.length === 0 ? [['#/sessionLengths', 'Offer at least one length']] : []
}

/** Of the windows of one day: on quarters of an hour, each ending after it begins, none overlapping. */
export function dayFaults(hours: readonly Hours[], at: string): [string, string][] {
  return hours.flatMap((window, index): [string, string][] => {
    const fault = windowFault(window, hours.slice(0, index))
    return fault ? [[`${at}/${index}/${fault.edge}`, fault.text]] : []
  })
}

function windowFault(
  { from, to }: Hours,
  before: readonly Hours[],
): { edge: 'from' | 'to'; text: string } | null {
  const [begin, end] = [minutesOf(from), minutesOf(to)]
  if (begin === null) return { edge: 'from', text: 'Use a quarter hour, such as 09:30' }
  if (end === null) return { edge: 'to', text: 'Use a quarter hour, such as 17:00' }
  if (end <= begin) return { edge: 'to', text: 'It ends before it begins' }
  const other = before.find(
    (each) => (minutesOf(each.from) ?? 0) < end && (minutesOf(each.to) ?? 0) > begin,
  )
  return other ? { edge: 'from', text: `It overlaps ${other.from} – ${other.to}` } : null
}

/** The first fault at a place or below it. */
export function faultAt(faults: Faults, pointer: string): string | undefined {
  for (const [at, text] of faults) {
    if (at === pointer || at.startsWith(`${pointer}/`)) return text
  }
  return undefined
}
