import type { Instant } from '../time/instant.ts'
import type { Schedule, WallWindow } from './schedule.ts'
import { addDays, instantAt, weekdayOf } from '../time/wall-time.ts'

/** One window of one date, as instants. */
export interface Window {
  readonly begin: Instant
  readonly end: Instant
  /** Starts lie a multiple of the step behind it. */
  readonly grid: Instant
  /** How far a session that starts here may last: `end`, or further where the next date goes on at midnight. */
  readonly reach: Instant
}

const midnight = 0
const remembered = new WeakMap<Schedule, Map<string, readonly Window[]>>()

/**
 * The windows that begin on a date of the expert's zone, ascending. Windows that touch at midnight are one: a
 * session may run through, and the morning goes on with the grid of the evening before it. A day that is open from
 * its own midnight passes no grid on, so that hours around the clock keep to the clock.
 */
export function windowsOn(schedule: Schedule, date: string): readonly Window[] {
  let ofSchedule = remembered.get(schedule)
  if (!ofSchedule) remembered.set(schedule, (ofSchedule = new Map<string, readonly Window[]>()))
  let windows = ofSchedule.get(date)
  if (!windows) ofSchedule.set(date, (windows = computeWindows(schedule, date)))
  return windows
}

function computeWindows(schedule: Schedule, date: string): readonly Window[] {
  const own = piecesOn(schedule, date)
  const evening = piecesOn(schedule, addDays(date, -1)).at(-1)
  const morning = piecesOn(schedule, addDays(date, 1)).at(0)
  return own.map((piece) => ({
    begin: piece.begin,
    end: piece.end,
    grid:
      evening && evening.end === piece.begin && evening.from !== midnight
        ? evening.begin
        : piece.begin,
    reach: morning && morning.begin === piece.end ? morning.end : piece.end,
  }))
}

interface Piece {
  readonly begin: Instant
  readonly end: Instant
  readonly from: number
}

function piecesOn(schedule: Schedule, date: string): Piece[] {
  const { timeZone } = schedule
  return mergeTouching(wallWindowsOn(schedule, date))
    .map(({ from, to }) => ({
      begin: instantAt(timeZone, date, from),
      end: instantAt(timeZone, date, to),
      from,
    }))
    .filter((piece) => piece.begin < piece.end)
}

/** The hours of a date: its exception if it has one, else those of its weekday. */
export function wallWindowsOn(schedule: Schedule, date: string): readonly WallWindow[] {
  return schedule.exceptions[date] ?? schedule.weekly[weekdayOf(date)]
}

function mergeTouching(windows: readonly WallWindow[]): WallWindow[] {
  const merged: WallWindow[] = []
  for (const window of windows.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && window.from <= last.to) {
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, window.to) }
    } else {
      merged.push(window)
    }
  }
  return merged
}
