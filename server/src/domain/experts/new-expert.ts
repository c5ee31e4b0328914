import type { Expert } from './expert.ts'
import type { Schedule, WeeklyHours } from '../schedules/schedule.ts'
import { searchWords } from './search-words.ts'

/** What is known of an expert who has not been at their desk yet. */
export interface Beginning {
  readonly id: string
  readonly name: string
  readonly headline?: string | undefined
  readonly bio?: string | undefined
  /** Its slug. */
  readonly category: string
}

const window = { from: 9 * 60, to: 17 * 60 }
const officeHours: WeeklyHours = {
  1: [window],
  2: [window],
  3: [window],
  4: [window],
  5: [window],
  6: [],
  7: [],
}

/** In UTC: which zone is theirs they say at their desk, before they are listed. */
const schedule: Schedule = {
  version: 1,
  timeZone: 'UTC',
  weekly: officeHours,
  exceptions: {},
  busy: [],
  paused: false,
  sessionLengths: [30, 60],
  policy: {
    noticeMinutes: 12 * 60,
    horizonDays: 60,
    gapMinutes: 0,
    stepMinutes: 30,
    cancellationMinutes: 24 * 60,
  },
}

/** Not listed yet, with hours and a rate to begin with. */
export function newExpert(beginning: Beginning, slug: string): Expert {
  const { id, name, headline = '', bio = '', category } = beginning
  return {
    id,
    version: 1,
    listed: false,
    slug,
    name,
    headline,
    bio,
    bring: [],
    category: { slug: category, name: '' },
    skills: [],
    languages: ['en'],
    hourlyRate: 0,
    photoUrl: null,
    meetingUrl: null,
    rating: { average: 0, count: 0 },
    nextFreeAt: null,
    schedule,
  }
}

/** Of a name, as it can stand in an address: `expert` where no letter of it can. */
export function slugOf(name: string): string {
  const plain = searchWords(name)
    .join('-')
    .replaceAll(/[^a-z0-9-]+/g, '')
  return plain.replaceAll(/-+/g, '-').replaceAll(/^-|-$/g, '').slice(0, 60) || 'expert'
}
