import type { Connection, mongo } from 'mongoose'
import { type CopySource, type CopyTarget, endFaults } from '../../copy/ends.ts'
import { type Collection, collections } from '../../copy/rows.ts'
import { connect } from '../engine/open.ts'
import { createReaders, documents, type StoredDoc } from './rows.ts'
import { isDuplicate } from '../engine/faults.ts'
import { migrate, verify } from '../engine/indexes.ts'
import { createModels, type Models } from '../engine/models.ts'
import {
  faultOf,
  markFinished,
  markUnfinished,
  placeOf,
  refuseUnfinished,
  unfinishedFrom,
} from '../engine/unfinished-copy.ts'

type Warn = (line: string) => void
type Stored = mongo.Collection<StoredDoc>

/** Nothing keeps a server from changing what is being read: the comparison at the end of a copy shows it. */
export async function openCopySource(url: string, warn: Warn): Promise<CopySource> {
  return connected(url, warn, async (connection, models) => {
    await refuseUnfinished(connection)
    return sourceOf(connection, models)
  })
}

/** `source` is the place of the other end: an unfinished copy of it is taken up, of another one refused. */
export async function openCopyTarget(url: string, source: string, warn: Warn): Promise<CopyTarget> {
  return connected(url, warn, async (connection, models) => {
    const end = sourceOf(connection, models)
    if (end.place === source) throw faultOf(connection, endFaults.sameEnd)
    const stored = (collection: Collection) => connection.collection<StoredDoc>(collection)
    const lastId = (collection: Collection) => lastIdIn(stored(collection))
    const unfinished = await unfinishedFrom(connection)
    if (unfinished !== null && unfinished !== source) {
      throw faultOf(connection, endFaults.unfinishedFrom(unfinished))
    }
    const last = await Promise.all(collections.map(lastId))
    if (unfinished === null && last.some((id) => id !== '')) {
      throw faultOf(connection, endFaults.notEmpty)
    }
    await markUnfinished(connection, source)
    await migrate(connection, models)
    await verify(models)

    return {
      ...end,
      lastId,
      write: (collection, rows) => write(stored(collection), rows.map(documents[collection])),
      finish: () => markFinished(connection),
    }
  })
}

/**
 * No transaction: one that a killed copy leaves behind would block the next for a minute. Its last insert may still be
 * under way when the next has read how far it came, so that a row that is there already is no fault.
 */
async function write(stored: Stored, docs: readonly StoredDoc[]): Promise<void> {
  try {
    await stored.insertMany(docs, { ordered: true })
  } catch (error) {
    if (!isDuplicate(error)) throw error
    await writeMissing(stored, docs)
  }
}

/**
 * Six times as slow as an insert. It writes nothing over what is there: of two copies that were started side by side the
 * slower one undoes nothing that a server has changed since, and a taken cell or key of another row still rejects.
 */
async function writeMissing(stored: Stored, docs: readonly StoredDoc[]): Promise<void> {
  await stored.bulkWrite(
    docs.map(({ _id, ...fields }) => {
      // A cluster wants to know the shard.
      const { expertId } = fields
      const filter = expertId === undefined ? { _id } : { _id, expertId }
      return { updateOne: { filter, update: { $setOnInsert: fields }, upsert: true } }
    }),
    { ordered: true },
  )
}

async function connected<E>(
  url: string,
  warn: Warn,
  open: (connection: Connection, models: Models) => Promise<E>,
): Promise<E> {
  const connection = await connect(url, warn)
  try {
    return await open(connection, createModels(connection))
  } catch (error) {
    await connection.close(true)
    throw error
  }
}

function sourceOf(connection: Connection, models: Models): CopySource {
  const readers = createReaders(models)
  return {
    place: `mongodb://${placeOf(connection)}`,
    read: (collection, after, limit) => readers[collection](after, limit),
    close: () => connection.close(true),
  }
}

async function lastIdIn(stored: Stored): Promise<string> {
  const last = await stored.findOne({}, { projection: { _id: 1 }, sort: { _id: -1 } })
  return last?._id ?? ''
}
