import type { Schedule } from '../../../domain/schedules/schedule.ts'
import type { ScheduleStorage } from '../../port/schedules.ts'
import type { Feed } from '../engine/feed.ts'
import type { Models } from '../engine/models.ts'
import { whenTold } from '../engine/when-told.ts'

export type Schedules = ReturnType<typeof createSchedules>

/** They stand in the documents of their experts. */
export function createSchedules(
  { experts }: Pick<Models, 'experts'>,
  feed: Feed,
  isHeardOf: (expertId: string, version: number) => boolean,
) {
  /**
   * Whether a claim goes by the schedule that there is, as far as this server has heard: where another one changes it in
   * this moment, the booking becomes a conflict that the expert is shown. Looked up only where nothing else is known.
   */
  async function isCurrent(expertId: string, version: number): Promise<boolean> {
    if (isHeardOf(expertId, version)) return true
    const doc = await experts.findById(expertId, { scheduleVersion: 1 }).lean()
    return doc?.scheduleVersion === version
  }

  const replace: ScheduleStorage['replace'] = async (expertId, schedule) => {
    const replaced = await whenTold(feed.expect(expertId, schedule.version), () =>
      write(expertId, schedule),
    )
    return replaced ? 'done' : 'stale_version'
  }

  /** False if the stored version is not one below. */
  async function write(expertId: string, schedule: Schedule): Promise<boolean> {
    const { version: next } = schedule
    const { matchedCount } = await experts.updateOne(
      { _id: expertId, scheduleVersion: next - 1 },
      { $set: { schedule, scheduleVersion: next, refreshAt: 0 }, $inc: { dues: 1 } },
      { runValidators: true },
    )
    return matchedCount === 1
  }

  return { isCurrent, replace }
}
