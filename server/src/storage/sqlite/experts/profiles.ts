import type { Expert } from '../../../domain/experts/expert.ts'
import type {
  ExpertStorage,
  NewExpert,
  NewExpertOutcome,
  ProfileChange,
  ProfileOutcome,
} from '../../port/experts.ts'
import type { Applications } from '../applications/applications.ts'
import type { Audit } from '../audit/audit.ts'
import type { CacheFreshness } from '../engine/cache-freshness.ts'
import { isUniqueViolation, type Database } from '../engine/driver.ts'
import type { ExpertRows } from './expert-rows.ts'
import type { Experts } from './experts.ts'
import type { Messages } from '../messages/messages.ts'
import type { People } from '../people/people.ts'
import type { Photos } from './photos.ts'
import { done, refused, type Outcome, type WriteAndTell } from '../engine/write-queue.ts'

interface Parts {
  readonly experts: Experts
  readonly rows: ExpertRows
  readonly photos: Photos
  readonly people: People
  readonly applications: Applications
  readonly audit: Audit
  readonly messages: Messages
  readonly freshness: CacheFreshness
}

/** Each operation runs inside one savepoint. */
export function createProfiles(
  db: Database,
  { experts, rows, photos, people, applications, audit, messages, freshness }: Parts,
  { write, tell }: WriteAndTell,
): Pick<ExpertStorage, 'create' | 'change'> {
  const category = db.prepare<{ name: string }>('SELECT name FROM category WHERE slug = ?')

  /** With the name of the category as it is stored; `null`: there is no such category. */
  function placed(expert: Expert): Expert | null {
    const found = category.get(expert.category.slug)
    return found ? { ...expert, category: { ...expert.category, name: found.name } } : null
  }

  /** False if the slug is somebody else's. */
  function inserted(expert: Expert): boolean {
    try {
      rows.insert(expert, null)
      return true
    } catch (error) {
      if (isUniqueViolation(error)) return false
      throw error
    }
  }

  function create(made: NewExpert): Outcome<NewExpertOutcome> {
    const { application } = made
    if (application && !applications.decide(application, 'approved')) {
      return refused({ kind: 'already_decided' })
    }
    const expert = placed(made.expert)
    if (!expert) return refused({ kind: 'no_category' })
    const person = people.findOrInsert(made.person)
    if (person.expertId !== null) return refused({ kind: 'address_in_use' })
    if (!inserted(expert)) return refused({ kind: 'slug_taken' })
    people.makeExpert(person.id, expert.id)
    audit.insert(made.audit)
    messages.insert(made.message)
    freshness.drop()
    return done({ kind: 'done', expert, person: { ...person, expertId: expert.id } })
  }

  function change({ next: asked, photo, audit: entry }: ProfileChange): Outcome<ProfileOutcome> {
    const before = experts.find(asked.id)
    if (before?.version !== asked.version - 1) return refused({ kind: 'stale_version' })
    const next = placed(asked)
    if (!next) return refused({ kind: 'no_category' })
    if (photo) photos.keep(photo)
    if (!rows.update(before, next)) return refused({ kind: 'stale_version' })
    if (before.photoUrl !== next.photoUrl) photos.removeUnlessUsed(before.photoUrl)
    if (entry) audit.insert(entry)
    freshness.drop()
    const { schedule, rating, nextFreeAt, slug: kept } = before
    return done({ kind: 'done', expert: { ...next, slug: kept, schedule, rating, nextFreeAt } })
  }

  return {
    async create(made) {
      const outcome = await write(() => create(made))
      if (outcome.kind === 'done') tell((listener) => listener.personChanged?.(outcome.person.id))
      return outcome
    },
    async change(asked) {
      const outcome = await write(() => change(asked))
      if (outcome.kind === 'done') tell((listener) => listener.scheduleChanged?.(asked.next.id))
      return outcome
    },
  }
}
