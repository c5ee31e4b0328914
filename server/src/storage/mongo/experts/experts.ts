import type { Expert } from '../../../domain/experts/expert.ts'
import { wordsOfExpert } from '../../../domain/experts/search-words.ts'
import type { Schedule } from '../../../domain/schedules/schedule.ts'
import { never } from '../../rules/directory-orders.ts'
import { spokenLanguages } from '../../rules/languages.ts'
import type { ExpertDoc } from '../engine/documents.ts'
import type { Models } from '../engine/models.ts'

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
  meetingUrl: 1,
  rating: 1,
  nextFreeAt: 1,
  schedule: 1,
} as const

export type StoredExpert = Pick<ExpertDoc, '_id' | keyof typeof expertFields>

export function createExperts({ experts }: Pick<Models, 'experts'>) {
  const findOne = async (filter: { _id: string } | { slug: string }): Promise<Expert | null> => {
    const doc = await experts.findOne(filter, expertFields).lean<StoredExpert>()
    return doc && expertOf(doc)
  }

  return {
    find: (id: string) => findOne({ _id: id }),
    findBySlug: (slug: string) => findOne({ slug }),
  }
}

/** With all that searches need. The next free start is due for a refresh at once. */
export function expertDocOf(
  { id, ...expert }: Expert,
  nextFreeUntil: Expert['nextFreeAt'],
): ExpertDoc {
  return {
    ...expert,
    _id: id,
    words: wordsOfExpert(expert),
    spoken: spokenLanguages(expert.languages),
    soonest: expert.nextFreeAt ?? never,
    ratingRank: 0 - expert.rating.average,
    scheduleVersion: expert.schedule.version,
    nextFreeUntil,
    refreshAt: 0,
    dues: 0,
  }
}

export function expertOf({ _id: id, schedule, ...fields }: StoredExpert): Expert {
  // Stored before one could pause, or had a link of one's own.
  const meetingUrl = meetingUrlIn(fields)
  return { id, ...fields, meetingUrl, schedule: { ...schedule, paused: pausedIn(schedule) } }
}

function meetingUrlIn({ meetingUrl }: Partial<Expert>): string | null {
  return meetingUrl ?? null
}

function pausedIn({ paused }: Partial<Schedule>): boolean {
  return paused === true
}
