import type { ClientSession } from 'mongoose'
import type { Passkey } from '../../../domain/people/passkey.ts'
import { emailKey } from '../../../domain/people/person.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import type { Beside } from '../../port/people.ts'
import type { PasskeyDoc } from '../engine/documents.ts'
import { isDuplicate } from '../engine/faults.ts'
import type { Feed } from '../engine/feed.ts'
import type { Models } from '../engine/models.ts'
import { whenTold } from '../engine/when-told.ts'
import { type People, personOf } from './people.ts'

export function createPasskeys(
  { passkeys, people, sessions }: Pick<Models, 'passkeys' | 'people' | 'sessions'>,
  { writeBeside }: Pick<People, 'writeBeside'>,
  feed: Feed,
) {
  async function list(personId: string): Promise<Passkey[]> {
    const docs = await passkeys.find({ personId }).sort({ addedAt: 1, _id: 1 }).lean()
    return docs.map(passkeyOf)
  }

  async function find(credentialId: string): Promise<Passkey | null> {
    const doc = await passkeys.findOne({ credentialId }).lean()
    return doc && passkeyOf(doc)
  }

  /**
   * Does `work`, and writes with it what is beside it and a higher version of the person, of which every server hears. False
   * if there is no such person.
   */
  async function changing(
    personId: string,
    beside: Beside,
    work: (session: ClientSession) => Promise<boolean>,
  ): Promise<boolean> {
    const known = await people.findById(personId).readConcern('majority').lean()
    if (!known) return false
    const { version } = known
    let stale = false
    const changed = await whenTold(feed.expect(personId, version + 1), () =>
      people.db.transaction(async (session) => {
        const change = { $set: { version: version + 1 } }
        const { modifiedCount } = await people.updateOne({ _id: personId, version }, change, {
          session,
        })
        stale = modifiedCount !== 1
        if (stale || !(await work(session))) {
          await session.abortTransaction()
          return false
        }
        await writeBeside(beside, personOf(known), session)
        return true
      }),
    )
    // Another change of the person came first: what it left is looked at.
    return stale ? changing(personId, beside, work) : changed
  }

  async function add(passkey: Passkey, sessionId: string, beside: Beside = {}): Promise<boolean> {
    const { personId } = passkey
    try {
      return await changing(personId, beside, async (session) => {
        await passkeys.create([passkeyDocOf(passkey)], { session })
        const own = { _id: sessionId, personId }
        await sessions.updateOne(own, { $set: { withPasskey: true } }, { session })
        return true
      })
    } catch (error) {
      if (isDuplicate(error)) return false
      throw error
    }
  }

  async function use(
    id: string,
    { from, to }: { from: number; to: number },
    usedAt: Instant,
  ): Promise<boolean> {
    const change = { $set: { counter: to, usedAt } }
    const { matchedCount } = await passkeys.updateOne({ _id: id, counter: from }, change)
    return matchedCount === 1
  }

  function remove(personId: string, id: string, beside: Beside = {}): Promise<boolean> {
    return changing(personId, beside, async (session) => {
      const { deletedCount } = await passkeys.deleteOne({ _id: id, personId }, { session })
      return deletedCount === 1
    })
  }

  async function forgetOf(email: string): Promise<number> {
    const person = await people.findOne({ emailKey: emailKey(email) }, { _id: 1 }).lean()
    if (!person) return 0
    const { deletedCount } = await passkeys.deleteMany({ personId: person._id })
    return deletedCount
  }

  return { list, find, add, use, remove, forgetOf }
}

export function passkeyDocOf({ id, ...passkey }: Passkey): PasskeyDoc {
  return { ...passkey, _id: id }
}

export function passkeyOf(doc: PasskeyDoc): Passkey {
  const { _id: id, personId, credentialId, publicKey, counter, transports, ...rest } = doc
  const { name, addedAt, usedAt } = rest
  return {
    id,
    personId,
    credentialId,
    publicKey,
    counter,
    transports,
    name,
    addedAt,
    usedAt: usedAt ?? null,
  }
}
