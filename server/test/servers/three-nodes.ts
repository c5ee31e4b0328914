import { setTimeout as delay } from 'node:timers/promises'
import { MongoMemoryReplSet } from 'mongodb-memory-server-core'
import mongoose from 'mongoose'
import { findMongod } from '../../../scripts/find-mongod.mjs'

/** A node that comes back after a kill reads its journal first; their package gives up after ten seconds. */
const launchTimeout = 120_000

/** A replica set of its own with the default election timeout, for tests that kill its primary. */
export function startThreeNodes(): Promise<MongoMemoryReplSet> {
  process.env['MONGOMS_SYSTEM_BINARY_VERSION_CHECK'] = 'false'
  const systemBinary = findMongod()
  return MongoMemoryReplSet.create({
    // Their package would have them vote after five seconds; ten is what a replica set does by itself.
    replSet: {
      count: 3,
      storageEngine: 'wiredTiger',
      configSettings: { electionTimeoutMillis: 10_000 },
    },
    instanceOpts: [{ launchTimeout }, { launchTimeout }, { launchTimeout }],
    binary: systemBinary ? { systemBinary } : {},
  })
}

/** With -9, as if its machine had lost power. Answers what starts it again and waits until it has caught up. */
export async function killPrimary(nodes: MongoMemoryReplSet): Promise<() => Promise<void>> {
  const port = await askPrimary(nodes, async (connection) => {
    const { me } = (await connection.db?.admin().command({ isMaster: 1 })) ?? {}
    return Number(String(me).split(':')[1])
  })
  const primary = nodes.servers.find(({ instanceInfo }) => instanceInfo?.port === port)
  const instance = primary?.instanceInfo?.instance
  const pid = instance?.mongodProcess?.pid
  if (!instance || pid === undefined) throw new Error(`No node listens on port ${port}`)
  process.kill(pid, 'SIGKILL')
  return async () => {
    await until(async () => instance.mongodProcess === undefined)
    await instance.start()
    await until(() => isWhole(nodes))
  }
}

/** Waits until a majority of the nodes takes writes, as any client of theirs would see it. */
export async function takesWrites(nodes: MongoMemoryReplSet): Promise<void> {
  await askPrimary(nodes, async (connection) => {
    await connection.collection('probes').insertOne({}, { writeConcern: { w: 'majority' } })
  })
}

/** Asks the primary to make way for another one. */
export async function stepDown(nodes: MongoMemoryReplSet): Promise<void> {
  await askPrimary(nodes, async (connection) => {
    await connection.db?.admin().command({ replSetStepDown: 20, secondaryCatchUpPeriodSecs: 10 })
  })
}

async function isWhole(nodes: MongoMemoryReplSet): Promise<boolean> {
  const { members = [] } = await askPrimary(
    nodes,
    async ({ db }): Promise<{ members?: readonly { readonly stateStr: string }[] }> =>
      (await db?.admin().command({ replSetGetStatus: 1 })) ?? {},
  )
  const states = members.map(({ stateStr }) => stateStr).toSorted()
  return states.join() === 'PRIMARY,SECONDARY,SECONDARY'
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await delay(100)
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
