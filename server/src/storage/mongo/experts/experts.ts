import type { Expert } from '../../../domain/experts/expert.ts'
import type { Schedule } from '../../../domain/schedules/schedule.ts'
import type { ExpertDoc } from '../engine/documents.ts'
import type { Feed } from '../engine/feed.ts'
import type { Models } from '../engine/models.ts'

/** What stands in `soonest` where nothing is free: the end of the list. */
export const never = Number.MAX_SAFE_INTEGER

/** An expert as the domain knows them; the rest of the document is for the engine. */
export const expertFields = {
  version: 1,
  listed: 1,
  slug: 1,
  name: 1,
  headline: 1,
  bio: 1,
  bring: 1,
  category: 1,
  skills: 1,
  languages: 1,
  hourlyRate: 1,
  photoUrl: 1,
  rating: 1,
  nextFreeAt: 1,
  schedule: 1,
} as const

export type StoredExpert = Pick<ExpertDoc, '_id' | keyof typeof expertFields>

export type Experts = ReturnType<typeof createExperts>

export function createExperts({ experts }: Pick<Models, 'experts'>, feed: Feed) {
  const findOne = async (filter: { _id: string } | { slug: string }): Promise<Expert | null> => {
    const doc = await experts.findOne(filter, expertFields).lean<StoredExpert>()
    return doc && expertOf(doc)
  }

  return {
    findById: (id: string) => findOne({ _id: id }),
    findBySlug: (slug: string) => findOne({ slug }),

    /** `null`: there is no such expert. */
    async scheduleVersion(expertId: string): Promise<number | null> {
      const doc = await experts.findById(expertId, { scheduleVersion: 1 }).lean()
      return doc?.scheduleVersion ?? null
    },

    async replaceSchedule(expertId: string, schedule: Schedule): Promise<boolean> {
      const { version } = schedule
      const echo = feed.expect(expertId, version)
      let replaced = false
      try {
        const { matchedCount } = await experts.updateOne(
          { _id: expertId, scheduleVersion: version - 1 },
          { $set: { schedule, scheduleVersion: version, refreshAt: 0 }, $inc: { dues: 1 } },
          { runValidators: true },
        )
        replaced = matchedCount === 1
      } finally {
        if (!replaced) echo.cancel()
      }
      await echo.told
      return replaced
    },
  }
}

export function expertOf({ _id: id, schedule, ...fields }: StoredExpert): Expert {
  // Stored before one could pause.
  return { id, ...fields, schedule: { ...schedule, paused: pausedIn(schedule) } }
}

function pausedIn({ paused }: Partial<Schedule>): boolean {
  return paused === true
}
