import type { ClientSession } from 'mongoose'
import type { Instant } from '../../../domain/time/instant.ts'
import { type Session, sessionEnd } from '../../../domain/people/person.ts'
import type { SignedIn } from '../../port/people.ts'
import { hasEnded, latestEnd } from '../../rules/session-ends.ts'
import type { PersonDoc, SessionDoc } from '../engine/documents.ts'
import type { Feed } from '../engine/feed.ts'
import type { Models } from '../engine/models.ts'
import { personOf } from './people.ts'
import { whenTold } from '../engine/when-told.ts'

type Own = Partial<Pick<SessionDoc, '_id' | 'tokenHash' | 'personId'>>
type Joined = SessionDoc & { readonly person: PersonDoc }

export function createSessions(
  { sessions, people }: Pick<Models, 'sessions' | 'people'>,
  feed: Feed,
) {
  /** With their people, in one round trip: every request of a signed-in browser waits for it. */
  async function join(own: Own): Promise<SignedIn[]> {
    const from = people.collection.collectionName
    const docs = await sessions.aggregate<Joined>([
      { $match: own },
      { $sort: { seenAt: -1, _id: -1 } },
      { $lookup: { from, localField: 'personId', foreignField: '_id', as: 'person' } },
      { $unwind: '$person' },
    ])
    return docs.map((doc) => ({ session: sessionOf(doc), person: personOf(doc.person) }))
  }

  async function insert(session: Session, tokenHash: string, within: ClientSession): Promise<void> {
    await sessions.create([sessionDocOf(session, tokenHash)], { session: within })
  }

  async function hasAny(personId: string, within: ClientSession): Promise<boolean> {
    return (await sessions.exists({ personId }).session(within)) !== null
  }

  async function find(tokenHash: string, now: Instant): Promise<SignedIn | null> {
    const [found] = await join({ tokenHash })
    return found && !hasEnded(found, now) ? found : null
  }

  /** What comes late neither turns the clock back nor opens a session that has ended. */
  async function touch(id: string, seenAt: Instant): Promise<void> {
    const [found] = await join({ _id: id })
    if (!found || hasEnded(found, seenAt)) return
    const endsAt = latestEnd({ startedAt: found.session.startedAt, seenAt })
    await sessions.updateOne({ _id: id, seenAt: { $lt: seenAt } }, { $set: { seenAt, endsAt } })
  }

  async function list(personId: string, now: Instant): Promise<Session[]> {
    const found = await join({ personId })
    return found.filter((each) => !hasEnded(each, now)).map(({ session }) => session)
  }

  function end(personId: string, id: string): Promise<boolean> {
    return whenTold(feed.expect(id, 'gone'), async () => {
      const { deletedCount } = await sessions.deleteOne({ _id: id, personId })
      return deletedCount === 1
    })
  }

  async function forget(before: Instant): Promise<number> {
    const { deletedCount } = await sessions.deleteMany({ endsAt: { $lt: before } })
    return deletedCount + (await forgetOfAdmins(before))
  }

  /** Those that end sooner than their document says. There are few administrators. */
  async function forgetOfAdmins(before: Instant): Promise<number> {
    const admins = await people.find({ isAdmin: true }, { _id: 1 }).lean()
    const docs = await sessions.find({ personId: { $in: admins.map(({ _id }) => _id) } }).lean()
    const ended = docs.filter((doc) => sessionEnd(doc, true) < before)
    // Only as it was looked at: it may have been in use again since.
    const deleted = await Promise.all(
      ended.map(({ _id, seenAt }) => sessions.deleteOne({ _id, seenAt })),
    )
    return deleted.reduce((sum, { deletedCount }) => sum + deletedCount, 0)
  }

  return { insert, hasAny, find, touch, list, end, forget }
}

export function sessionDocOf({ id, ...session }: Session, tokenHash: string): SessionDoc {
  return { ...session, _id: id, tokenHash, endsAt: latestEnd(session) }
}

function sessionOf(doc: SessionDoc): Session {
  const { _id: id, personId, device, startedAt, seenAt, withPasskey } = doc
  return { id, personId, device, startedAt, seenAt, ...(withPasskey ? { withPasskey } : {}) }
}
