import type { Connection } from 'mongoose'
import { endFaults } from '../../copy/ends.ts'
import { StorageUnavailable } from '../../port/storage-unavailable.ts'
import { isDuplicate } from './faults.ts'

interface Mark {
  readonly _id: 'unfinished'
  /** The place that is copied. */
  readonly source: string
}

const _id = 'unfinished'

/** Hosts and database as the driver understood them, so that no address can smuggle its password in. */
export function placeOf(connection: Connection): string {
  const { hosts } = connection.getClient().options
  return `${hosts.map(String).toSorted().join(',')}/${connection.name}`
}

export function faultOf(connection: Connection, fault: string): StorageUnavailable {
  return new StorageUnavailable(`MongoDB at ${placeOf(connection)} ${fault}.`)
}

export async function refuseUnfinished(connection: Connection): Promise<void> {
  if ((await unfinishedFrom(connection)) !== null) throw faultOf(connection, endFaults.unfinished)
}

/** The place that is copied; `null` where there is no unfinished copy. */
export async function unfinishedFrom(connection: Connection): Promise<string | null> {
  return (await marksOf(connection).findOne({ _id }))?.source ?? null
}

/** Of two copies that begin at once, the one from another source is refused. */
export async function markUnfinished(connection: Connection, source: string): Promise<void> {
  try {
    await marksOf(connection).updateOne({ _id, source }, { $set: { source } }, { upsert: true })
  } catch (error) {
    throw isDuplicate(error) ? faultOf(connection, endFaults.unfinished) : error
  }
}

export async function markFinished(connection: Connection): Promise<void> {
  await marksOf(connection).deleteOne({ _id })
}

function marksOf(connection: Connection) {
  return connection.collection<Mark>('copies')
}
