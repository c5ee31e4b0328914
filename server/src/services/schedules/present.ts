import type { DeskSchedule } from '@expertconnect/contract/desk'
import { wallClock } from '../../domain/schedules/change.ts'
import type { Schedule, WallWindow } from '../../domain/schedules/schedule.ts'

/** As its expert sees and changes it. */
export function presentSchedule({ busy: _busy, ...schedule }: Schedule): DeskSchedule {
  const { weekly, exceptions } = schedule
  return {
    ...schedule,
    weekly: {
      1: presentHours(weekly[1]),
      2: presentHours(weekly[2]),
      3: presentHours(weekly[3]),
      4: presentHours(weekly[4]),
      5: presentHours(weekly[5]),
      6: presentHours(weekly[6]),
      7: presentHours(weekly[7]),
    },
    exceptions: Object.entries(exceptions)
      .map(([date, windows]) => ({ date, hours: presentHours(windows) }))
      .toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    sessionLengths: [...schedule.sessionLengths],
  }
}

function presentHours(windows: readonly WallWindow[]) {
  return windows.map(({ from, to }) => ({ from: wallClock(from), to: wallClock(to) }))
}
