import { emailKey, type Person } from '../../domain/person.ts'
import type { PersonDoc } from './documents.ts'
import { isDuplicate } from './faults.ts'
import type { Feed } from './feed.ts'
import type { Models } from './models.ts'
import { whenTold } from './when-told.ts'

export function createPeople({ people }: Pick<Models, 'people'>, feed: Feed) {
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

  async function setAdmin(made: Person): Promise<Person> {
    const { isAdmin } = made
    const doc = await findOrInsert(made)
    if (doc.isAdmin === isAdmin) return personOf(doc)
    const { _id, version } = doc
    const next = version + 1
    const changed = await whenTold(feed.expect(_id, next), async () => {
      const change = { $set: { isAdmin, version: next } }
      return (await people.updateOne({ _id, version }, change)).modifiedCount === 1
    })
    // Another change came first: what it left is looked at.
    return changed ? { ...personOf(doc), isAdmin } : setAdmin(made)
  }

  async function findOne(filter: { _id: string } | { emailKey: string }): Promise<Person | null> {
    const doc = await people.findOne(filter).lean()
    return doc && personOf(doc)
  }

  return {
    findOrInsert: async (person: Person): Promise<Person> => personOf(await findOrInsert(person)),
    setAdmin,
    findById: (id: string) => findOne({ _id: id }),
    findByEmail: (email: string) => findOne({ emailKey: emailKey(email) }),
  }
}

export function personDocOf({ id, ...person }: Person): PersonDoc {
  return { ...person, _id: id, emailKey: emailKey(person.email), version: 1 }
}

export function personOf({ _id: id, email, isAdmin, expertId, createdAt }: PersonDoc): Person {
  return { id, email, isAdmin, expertId, createdAt }
}
