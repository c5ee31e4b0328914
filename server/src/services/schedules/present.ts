import type { DeskSchedule } from '@expertconnect/contract/schedules/shapes'
import { wallClock } from '../../domain/schedules/change.ts'
import { editionOf, type Schedule, type WallWindow } from '../../domain/schedules/schedule.ts'

/** As its expert sees and changes it. */
export function presentSchedule(stored: Schedule): DeskSchedule {
  const { busy: _busy, busyChanges: _changes, ...schedule } = stored
  const { weekly, exceptions } = schedule
  return {
    ...schedule,
    version: editionOf(stored),
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
