import mongoose, { type Connection } from 'mongoose'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { explain } from '../../../src/storage/mongo/engine/faults.ts'
import { openStorage } from '../../../src/storage/open.ts'
import { dropDatabase, freshDatabase, mongoUrl } from './mongo-store.ts'

const note = {
  _id: 'note-1',
  bookingId: 'booking-1',
  side: 'customer',
  expertId: 'expert-ada',
  version: 1,
  text: 'Ask about the second chapter',
  savedAt: 0,
}

describe.skipIf(mongoUrl === null)('a database that was made ready', () => {
  let url: string
  let connection: Connection
  beforeEach(async () => {
    url = freshDatabase()
    await (await openStorage(url, { migrate: true })).close()
    connection = await mongoose.createConnection(url).asPromise()
  })
  afterEach(async () => {
    await connection.close()
    await dropDatabase(url)
  })

  const validators = async () => {
    const collections = await connection.listCollections()
    return new Map(collections.map(({ name, ...more }) => [name, JSON.stringify(more)]))
  }

  const write = (document: object) =>
    connection.collection('notes').insertOne(document as mongoose.mongo.Document)

  it('says of every collection what its documents are like', async () => {
    const without = [...(await validators())].filter(([, text]) => !text.includes('$jsonSchema'))
    expect(without.map(([name]) => name)).toEqual([])
  })

  it('takes what we write, and refuses another type, a word that no list has, and a field too few', async () => {
    await write(note)
    for (const wrong of [
      { savedAt: 'today' },
      { bookingId: { $gt: '' } },
      { side: 'stranger' },
      { expertId: undefined },
    ]) {
      const document = JSON.parse(JSON.stringify({ ...note, _id: 'note-2', ...wrong })) as object
      await expect(write(document)).rejects.toMatchObject({ code: 121 })
    }
  })

  it('is as it was when it is made ready again, and gets back what somebody took away', async () => {
    const before = await validators()
    await connection.db?.command({ collMod: 'notes', validator: {} })
    for (let times = 0; times < 2; times += 1) {
      await (await openStorage(url, { migrate: true })).close()
      expect(await validators()).toEqual(before)
    }
  })

  it('lets documents be changed that are older than what it asks', async () => {
    await connection.db?.command({ collMod: 'notes', validator: {} })
    const { side: _side, ...older } = note
    await write(older)
    await (await openStorage(url, { migrate: true })).close()
    const changed = await connection.collection('notes').updateOne({}, { $set: { version: 2 } })
    expect(changed.modifiedCount).toBe(1)
  })

  it('says in no log what stood in a document that it refused', async () => {
    const fault = await write({ ...note, savedAt: note.text }).catch(explain)
    expect(String(fault)).toBe('Error: A document is not of the shape that its collection asks')
    expect(JSON.stringify(fault)).not.toContain(note.text)
  })
})
