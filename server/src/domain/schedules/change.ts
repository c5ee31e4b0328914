import type {
  Exception,
  Hours,
  ScheduleChange,
  Weekly,
} from '@expertconnect/contract/schedules/shapes'
import type { InputFault } from '@expertconnect/contract/problem'
import { type Instant, twoDigits } from '../time/instant.ts'
import type { Exceptions, Schedule, WallWindow, Weekday, WeeklyHours } from './schedule.ts'
import { addDays, dateAt, minutesOf } from '../time/wall-time.ts'

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

/** The schedule as the change makes it, one version on; or every fault of the change with its pointer. */
export function changeSchedule(
  schedule: Schedule,
  change: ScheduleChange,
  now: Instant,
): { readonly schedule: Schedule } | { readonly faults: InputFault[] } {
  const { version: _version, ...parts } = change
  if (Object.values(parts).every((part) => part === undefined)) {
    return { faults: [{ pointer: '#', detail: 'Say what to change' }] }
  }
  const faults = [...faultsOfWeek(change.weekly), ...faultsOfExceptions(change.exceptions)]
  if (faults.length > 0) return { faults }
  const timeZone = change.timeZone ?? schedule.timeZone
  const { policy, sessionLengths } = change
  return {
    schedule: {
      version: schedule.version + 1,
      timeZone,
      weekly: change.weekly ? readWeek(change.weekly) : schedule.weekly,
      exceptions: change.exceptions
        ? readExceptions(change.exceptions, dateAt(timeZone, now))
        : schedule.exceptions,
      busy: schedule.busy,
      ...(schedule.busyChanges === undefined ? {} : { busyChanges: schedule.busyChanges }),
      sessionLengths: sessionLengths
        ? [...new Set(sessionLengths)].toSorted((a, b) => a - b)
        : schedule.sessionLengths,
      policy: {
        noticeMinutes: policy?.noticeMinutes ?? schedule.policy.noticeMinutes,
        horizonDays: policy?.horizonDays ?? schedule.policy.horizonDays,
        gapMinutes: policy?.gapMinutes ?? schedule.policy.gapMinutes,
        stepMinutes: policy?.stepMinutes ?? schedule.policy.stepMinutes,
        cancellationMinutes: policy?.cancellationMinutes ?? schedule.policy.cancellationMinutes,
        proofRequired: policy?.proofRequired ?? schedule.policy.proofRequired ?? false,
      },
      paused: change.paused ?? schedule.paused,
    },
  }
}

function faultsOfWeek(weekly: Weekly | undefined): InputFault[] {
  if (!weekly) return []
  return weekdays.flatMap((weekday) => faultsOfDay(weekly[weekday], `#/weekly/${weekday}`))
}

function faultsOfExceptions(exceptions: readonly Exception[] = []): InputFault[] {
  const seen = new Set<string>()
  return exceptions.flatMap(({ date, hours }, index) => {
    const pointer = `#/exceptions/${index}`
    const twice = seen.has(date)
    seen.add(date)
    return [
      ...(twice ? [{ pointer: `${pointer}/date`, detail: 'This date is already listed' }] : []),
      ...faultsOfDay(hours, `${pointer}/hours`),
    ]
  })
}

/** Windows may come in any order and may touch; where two overlap, the one that begins later is at fault. */
function faultsOfDay(hours: readonly Hours[], pointer: string): InputFault[] {
  const windows = hours
    .map((each, index) => ({ ...windowOf(each), index }))
    .toSorted((a, b) => a.from - b.from || a.index - b.index)
  const faults: (InputFault & { readonly index: number })[] = []
  let open = 0
  for (const { from, to, index } of windows) {
    if (to <= from) {
      const detail = 'The end must be after the beginning'
      faults.push({ pointer: `${pointer}/${index}/to`, detail, index })
    } else if (from < open) {
      const detail = 'These hours overlap others on the same day'
      faults.push({ pointer: `${pointer}/${index}/from`, detail, index })
    }
    open = Math.max(open, to)
  }
  return faults.toSorted((a, b) => a.index - b.index).map(({ index: _index, ...fault }) => fault)
}

function readWeek(weekly: Weekly): WeeklyHours {
  return {
    1: readDay(weekly[1]),
    2: readDay(weekly[2]),
    3: readDay(weekly[3]),
    4: readDay(weekly[4]),
    5: readDay(weekly[5]),
    6: readDay(weekly[6]),
    7: readDay(weekly[7]),
  }
}

/** What has passed is dropped. Yesterday is kept: its evening may go on past midnight, and today with its grid. */
function readExceptions(exceptions: readonly Exception[], today: string): Exceptions {
  const yesterday = addDays(today, -1)
  return Object.fromEntries(
    exceptions
      .filter(({ date }) => date >= yesterday)
      .toSorted((a, b) => (a.date < b.date ? -1 : 1))
      .map(({ date, hours }) => [date, readDay(hours)]),
  )
}

function readDay(hours: readonly Hours[]): WallWindow[] {
  return hours.map(windowOf).toSorted((a, b) => a.from - b.from)
}

function windowOf({ from, to }: Hours): WallWindow {
  return { from: minutesOf(from), to: minutesOf(to) }
}

/** Minutes after midnight as `09:30`; 1440 is `24:00`. */
export function wallClock(minutes: number): string {
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`
}
