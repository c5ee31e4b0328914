import type { Schedule } from '../../domain/schedules/schedule.ts'

export interface ScheduleStorage {
  /**
   * Replaces an expert's schedule; its version must be one above the stored one. Listeners hear of it
   * (`scheduleChanged`), and the expert's next free start is due in the same commit.
   */
  replace(expertId: string, schedule: Schedule): Promise<'done' | 'stale_version'>
}
