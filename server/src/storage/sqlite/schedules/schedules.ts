import type { Schedule } from '../../../domain/schedules/schedule.ts'
import type { ScheduleStorage } from '../../port/schedules.ts'
import type { Database, SqlValue } from '../engine/driver.ts'
import { done, refused, type WriteAndTell } from '../engine/write-queue.ts'

export interface ScheduleColumns {
  readonly version: number
  readonly time_zone: string
  readonly weekly: string
  readonly exceptions: string
  readonly session_lengths: string
  readonly policy: string
  readonly busy: string
  readonly paused: number
  readonly busy_changes: number
}

export type Schedules = ReturnType<typeof createSchedules>

/** The rows of schedules. What is written is part of a transaction of the write queue. */
export function createSchedules(db: Database) {
  const versionOf = db.prepare<{ version: number }>(
    'SELECT version FROM schedule WHERE expert_id = ?',
  )
  const insertRow = db.prepare(`
    INSERT INTO schedule
      (version, time_zone, weekly, exceptions, session_lengths, policy, busy, paused, busy_changes,
        expert_id)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const replaceRow = db.prepare(`
    UPDATE schedule
    SET (version, time_zone, weekly, exceptions, session_lengths, policy, busy, paused, busy_changes)
      = (?, ?, ?, ?, ?, ?, ?, ?, ?)
    WHERE expert_id = ? AND version = ?`)
  // Without this, a crash before the next free start was computed anew would leave the old one for long.
  const refreshSoon = db.prepare(
    'UPDATE expert SET refresh_at = min(refresh_at, 0) - 1 WHERE id = ?',
  )

  function replace(expertId: string, schedule: Schedule): boolean {
    const replaced = replaceRow.run(...valuesOf(schedule), expertId, schedule.version - 1) === 1
    if (replaced) refreshSoon.run(expertId)
    return replaced
  }

  return {
    /** `null`: there is no such expert. */
    version: (expertId: string): number | null => versionOf.get(expertId)?.version ?? null,
    insert: (expertId: string, schedule: Schedule): void => {
      insertRow.run(...valuesOf(schedule), expertId)
    },
    replace,
  }
}

/** `forget`: what is remembered of an expert is out of date. */
export function createScheduleStorage(
  schedules: Schedules,
  forget: (expertId: string) => void,
  { write, tell }: WriteAndTell,
): ScheduleStorage {
  return {
    async replace(expertId, schedule) {
      const replaced = await write(() => {
        if (!schedules.replace(expertId, schedule)) return refused('stale_version' as const)
        forget(expertId)
        return done('done' as const)
      })
      if (replaced === 'done') tell((listener) => listener.scheduleChanged?.(expertId))
      return replaced
    },
  }
}

export function scheduleOf(row: ScheduleColumns): Schedule {
  return {
    version: row.version,
    timeZone: row.time_zone,
    weekly: JSON.parse(row.weekly) as Schedule['weekly'],
    exceptions: JSON.parse(row.exceptions) as Schedule['exceptions'],
    busy: JSON.parse(row.busy) as Schedule['busy'],
    sessionLengths: JSON.parse(row.session_lengths) as Schedule['sessionLengths'],
    policy: JSON.parse(row.policy) as Schedule['policy'],
    paused: row.paused === 1,
    ...(row.busy_changes > 0 ? { busyChanges: row.busy_changes } : {}),
  }
}

function valuesOf(schedule: Schedule): SqlValue[] {
  const { version, timeZone, weekly, exceptions, sessionLengths, policy, busy, paused } = schedule
  const parts = [weekly, exceptions, sessionLengths, policy, busy].map(toJson)
  return [version, timeZone, ...parts, Number(paused), schedule.busyChanges ?? 0]
}

function toJson(part: unknown): string {
  return JSON.stringify(part)
}
