import type { ClientSession, Connection } from 'mongoose'
import type { Expert } from '../../../domain/experts/expert.ts'
import { wordsOfExpert } from '../../../domain/experts/search-words.ts'
import { spokenLanguages } from '../../rules/languages.ts'
import type {
  ExpertStorage,
  NewExpert,
  NewExpertOutcome,
  ProfileChange,
  ProfileOutcome,
} from '../../port/experts.ts'
import type { Applications } from '../applications/applications.ts'
import type { Audit } from '../audit/audit.ts'
import type { ExpertDoc } from '../engine/documents.ts'
import { expertDocOf, expertFields, expertOf, type StoredExpert } from './experts.ts'
import { isDuplicate } from '../engine/faults.ts'
import type { Feed } from '../engine/feed.ts'
import { profileOf } from '../engine/telling.ts'
import type { Models } from '../engine/models.ts'
import { type People, personOf } from '../people/people.ts'
import type { Messages } from '../messages/messages.ts'
import type { Photos } from './photos.ts'
import { whenTold } from '../engine/when-told.ts'

interface Parts {
  readonly photos: Photos
  readonly people: Pick<People, 'makeExpert'>
  readonly applications: Pick<Applications, 'decide'>
  readonly audit: Audit
  readonly messages: Messages
}

/** Several documents change at once here, so that each operation is a transaction. */
export function createProfiles(
  connection: Connection,
  { experts, categories }: Pick<Models, 'experts' | 'categories'>,
  { photos, people, applications, audit, messages }: Parts,
  feed: Feed,
): Pick<ExpertStorage, 'create' | 'change'> {
  /** The name of the category as it is stored; `null`: there is no such category. */
  async function enter(slug: string, session: ClientSession): Promise<Expert['category'] | null> {
    const coming = { $inc: { comings: 1 } }
    const found = await categories.findOneAndUpdate({ _id: slug }, coming, { session }).lean()
    return found && { slug, name: found.name }
  }

  async function create(made: NewExpert): Promise<NewExpertOutcome> {
    try {
      return await connection.transaction(async (session): Promise<NewExpertOutcome> => {
        const { application } = made
        if (application && !(await applications.decide(application, 'approved', session))) {
          return { kind: 'already_decided' }
        }
        const category = await enter(made.expert.category.slug, session)
        if (!category) return undo(session, { kind: 'no_category' })
        const expert = { ...made.expert, category }
        const person = await people.makeExpert(made.person, expert.id, session)
        if (!person) return await undo(session, { kind: 'address_in_use' })
        await experts.create([expertDocOf(expert, null)], { session })
        await audit.insert(made.audit, session)
        await messages.insert(made.message, session)
        return { kind: 'done', expert, person: personOf(person) }
      })
    } catch (error) {
      // People and entries have ids of their own; two first invitations of one address at once are told apart anew.
      if (!isDuplicate(error)) throw error
      return (await experts.exists({ slug: made.expert.slug })) === null
        ? create(made)
        : { kind: 'slug_taken' }
    }
  }

  async function change(asked: ProfileChange): Promise<ProfileOutcome> {
    const { id, version } = asked.next
    let outcome: ProfileOutcome = { kind: 'stale_version' }
    await whenTold(feed.expect(profileOf(id), version), async () => {
      outcome = await connection.transaction((session) => write(asked, session))
      return outcome.kind === 'done'
    })
    return outcome
  }

  async function write(
    { next, photo, audit: entry }: ProfileChange,
    session: ClientSession,
  ): Promise<ProfileOutcome> {
    const category = await enter(next.category.slug, session)
    if (!category) return { kind: 'no_category' }
    const fields = profileFieldsOf({ ...next, category })
    const before = await experts
      .findOneAndUpdate({ _id: next.id, version: next.version - 1 }, { $set: fields }, { session })
      .select(expertFields)
      .lean<StoredExpert>()
    if (!before) return undo(session, { kind: 'stale_version' })
    if (photo) await photos.keep(photo, session)
    if (before.photoUrl !== next.photoUrl) await photos.removeUnlessUsed(before.photoUrl, session)
    if (entry) await audit.insert(entry, session)
    const { schedule, rating, nextFreeAt, slug } = expertOf(before)
    return { kind: 'done', expert: { ...next, category, slug, schedule, rating, nextFreeAt } }
  }

  return { create, change }
}

/** What was written so far is taken back; the answer stands. */
async function undo<T>(session: ClientSession, answer: T): Promise<T> {
  await session.abortTransaction()
  return answer
}

/** With what searches compare. What others write (schedule, rating, next free start) is left out. */
function profileFieldsOf(expert: Expert): Partial<ExpertDoc> {
  return {
    version: expert.version,
    listed: expert.listed,
    name: expert.name,
    headline: expert.headline,
    bio: expert.bio,
    bring: expert.bring,
    category: expert.category,
    skills: expert.skills,
    languages: expert.languages,
    hourlyRate: expert.hourlyRate,
    photoUrl: expert.photoUrl,
    meetingUrl: expert.meetingUrl,
    words: wordsOfExpert(expert),
    spoken: spokenLanguages(expert.languages),
  }
}
