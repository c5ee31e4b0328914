import type { ClientSession, Connection } from 'mongoose'
import { emailKey, type Person } from '../../../domain/people/person.ts'
import type { Beside, RoleOutcome } from '../../port/people.ts'
import { entryAbout } from '../../rules/entry-about.ts'
import type { Audit } from '../audit/audit.ts'
import type { PersonDoc } from '../engine/documents.ts'
import { isDuplicate } from '../engine/faults.ts'
import type { Feed } from '../engine/feed.ts'
import type { Messages } from '../messages/messages.ts'
import type { Models } from '../engine/models.ts'
import { whenTold } from '../engine/when-told.ts'

export type People = ReturnType<typeof createPeople>

export function createPeople(
  connection: Connection,
  { people }: Pick<Models, 'people'>,
  { audit, messages }: { readonly audit: Audit; readonly messages: Messages },
  feed: Feed,
) {
  /** Whoever has this address; `person` if nobody has. The newest, which the write has looked at. */
  async function findOrInsert(person: Person): Promise<PersonDoc> {
    const doc = personDocOf(person)
    const own = { emailKey: doc.emailKey }
    const options = { upsert: true, returnDocument: 'after' } as const
    try {
      return await people.findOneAndUpdate(own, { $setOnInsert: doc }, options).lean()
    } catch (error) {
      if (!isDuplicate(error)) throw error
      // Two first sign-ins at once both try to make the person. The other one is there, if not yet for the majority.
      const other = await people.findOne(own).readConcern('local').lean()
      if (other) return other
      throw error
    }
  }

  /** The entry and the message about a person, as they are from then on. */
  async function writeBeside(
    { audit: entry, tell }: Beside,
    person: Person,
    session: ClientSession,
  ): Promise<void> {
    if (entry) await audit.insert(entryAbout(entry, person), session)
    if (tell) await messages.insert(tell(person), session)
  }

  async function setAdmin(made: Person, beside: Beside = {}): Promise<Person> {
    const { isAdmin } = made
    const known = await findOne({ emailKey: emailKey(made.email) }, 'local')
    if (!known) {
      // Nobody is made to be told that they may not.
      if (!isAdmin) return made
      const doc = personDocOf(made)
      const isTheirs = await inserted(doc, beside)
      return isTheirs ? made : setAdmin(made, beside)
    }
    if (known.isAdmin === isAdmin) return personOf(known)
    // Another change came first: what it left is looked at.
    const changed = await write(known, isAdmin, beside)
    return changed ? { ...personOf(known), isAdmin } : setAdmin(made, beside)
  }

  /** False if somebody has the address by now. */
  async function inserted(doc: PersonDoc, beside: Beside): Promise<boolean> {
    try {
      await connection.transaction(async (session) => {
        await people.create([doc], { session })
        await writeBeside(beside, personOf(doc), session)
      })
      return true
    } catch (error) {
      if (!isDuplicate(error)) throw error
      if (await findOne({ _id: doc._id }, 'local')) throw error
      return false
    }
  }

  /** False if the stored version is another. */
  function write(doc: PersonDoc, isAdmin: boolean, beside: Beside): Promise<boolean> {
    const { _id, version } = doc
    const next = version + 1
    return whenTold(feed.expect(_id, next), () =>
      connection.transaction(async (session) => {
        const change = { $set: { isAdmin, version: next } }
        const { modifiedCount } = await people.updateOne({ _id, version }, change, { session })
        if (modifiedCount !== 1) return false
        await writeBeside(beside, personOf(doc), session)
        return true
      }),
    )
  }

  async function changeRole(id: string, isAdmin: boolean, beside: Beside): Promise<RoleOutcome> {
    const known = await findOne({ _id: id }, 'majority')
    if (!known) return { kind: 'not_found' }
    if (known.isAdmin === isAdmin) return { kind: 'done', person: personOf(known) }
    const { version } = known
    let outcome: RoleOutcome | 'stale' = 'stale'
    await whenTold(feed.expect(id, version + 1), async () => {
      outcome = await connection.transaction(async (session): Promise<typeof outcome> => {
        if (!isAdmin && !(await hasOther(id, session))) {
          await session.abortTransaction()
          return { kind: 'still_needed' }
        }
        const change = { $set: { isAdmin, version: version + 1 } }
        const written = await people.updateOne({ _id: id, version }, change, { session })
        if (written.modifiedCount !== 1) {
          await session.abortTransaction()
          return 'stale'
        }
        const person = { ...personOf(known), isAdmin }
        await writeBeside(beside, person, session)
        return { kind: 'done', person }
      })
      return outcome !== 'stale' && outcome.kind === 'done'
    })
    return outcome === 'stale' ? changeRole(id, isAdmin, beside) : outcome
  }

  /** Writes to every administrator: of two who take each other away at once, one is refused. */
  async function hasOther(id: string, session: ClientSession): Promise<boolean> {
    await people.updateMany({ isAdmin: true }, { $inc: { counted: 1 } }, { session })
    return (await people.exists({ isAdmin: true, _id: { $ne: id } }).session(session)) !== null
  }

  /** Inside a transaction. Answers the version that whoever listens will hear of; `null`: they are an expert already. */
  async function makeExpert(
    made: Person,
    expertId: string,
    session: ClientSession,
  ): Promise<PersonDoc | null> {
    const doc = personDocOf({ ...made, expertId })
    const known = await people.findOne({ emailKey: doc.emailKey }).session(session).lean()
    if (!known) {
      await people.create([doc], { session })
      return doc
    }
    if (known.expertId !== null) return null
    const next = { expertId, version: known.version + 1 }
    await people.updateOne({ _id: known._id, version: known.version }, { $set: next }, { session })
    return { ...known, ...next }
  }

  function findOne(
    filter: { _id: string } | { emailKey: string },
    level: 'majority' | 'local',
  ): Promise<PersonDoc | null> {
    return people.findOne(filter).readConcern(level).lean()
  }

  async function findSettled(
    filter: { _id: string } | { emailKey: string },
  ): Promise<Person | null> {
    const doc = await findOne(filter, 'majority')
    return doc && personOf(doc)
  }

  return {
    findOrInsert: async (person: Person): Promise<Person> => personOf(await findOrInsert(person)),
    writeBeside,
    setAdmin,
    changeRole,
    makeExpert,
    find: (id: string) => findSettled({ _id: id }),
    findByEmail: (email: string) => findSettled({ emailKey: emailKey(email) }),
  }
}

export function personDocOf({ id, ...person }: Person): PersonDoc {
  return { ...person, _id: id, emailKey: emailKey(person.email), version: 1 }
}

export function personOf({ _id: id, email, isAdmin, expertId, createdAt }: PersonDoc): Person {
  return { id, email, isAdmin, expertId, createdAt }
}
