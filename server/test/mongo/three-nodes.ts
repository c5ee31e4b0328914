import { MongoMemoryReplSet } from 'mongodb-memory-server-core'
import mongoose from 'mongoose'
import { findMongod } from '../../../scripts/find-mongod.mjs'

/** A replica set of its own with the default election timeout, for tests that kill its primary. */
export function startThreeNodes(): Promise<MongoMemoryReplSet> {
  process.env['MONGOMS_SYSTEM_BINARY_VERSION_CHECK'] = 'false'
  const systemBinary = findMongod()
  return MongoMemoryReplSet.create({
    replSet: { count: 3, storageEngine: 'wiredTiger' },
    binary: systemBinary ? { systemBinary } : {},
  })
}

/** With -9, as if its machine had lost power. */
export async function killPrimary(nodes: MongoMemoryReplSet): Promise<void> {
  const port = await askPrimary(nodes, async (connection) => {
    const { me } = (await connection.db?.admin().command({ isMaster: 1 })) ?? {}
    return Number(String(me).split(':')[1])
  })
  const primary = nodes.servers.find(({ instanceInfo }) => instanceInfo?.port === port)
  const pid = primary?.instanceInfo?.instance.mongodProcess?.pid
  if (pid === undefined) throw new Error(`No node listens on port ${port}`)
  process.kill(pid, 'SIGKILL')
}

/** Asks the primary to make way for another one. */
export async function stepDown(nodes: MongoMemoryReplSet): Promise<void> {
  await askPrimary(nodes, async (connection) => {
    await connection.db?.admin().command({ replSetStepDown: 20, secondaryCatchUpPeriodSecs: 10 })
  })
}

async function askPrimary<T>(
  nodes: MongoMemoryReplSet,
  ask: (connection: mongoose.Connection) => Promise<T>,
): Promise<T> {
  const connection = await mongoose.createConnection(nodes.getUri()).asPromise()
  try {
    return await ask(connection)
  } finally {
    await connection.close(true)
  }
}
