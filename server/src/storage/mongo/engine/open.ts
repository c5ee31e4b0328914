import mongoose, { type Connection, mongo } from 'mongoose'
import { StorageUnavailable } from '../../port/storage-unavailable.ts'

const oldestServer = [4, 2] as const
/** Older servers can lose keys of partial indexes in upgrades (SERVER-75922), and are maintained no more. */
const advisedServer = [6, 0] as const

export const settings = {
  autoIndex: false,
  autoCreate: false,
  bufferCommands: false,
  writeConcern: { w: 'majority', journal: true, wtimeoutMS: 9000 },
  readConcern: { level: 'majority' },
  retryWrites: true,
  retryReads: true,
  // No limit on sockets: building an index takes what it takes. Operations are bounded in operations.ts, and heartbeats
  // notice a server that is gone.
  serverSelectionTimeoutMS: 5000,
  connectTimeoutMS: 5000,
  // As long as whoever asks is willing to wait: see operations.ts.
  waitQueueTimeoutMS: 10_000,
  heartbeatFrequencyMS: 2000,
  maxPoolSize: 50,
  ignoreUndefined: true,
} as const

/** Connects and checks that this is a server that our guarantees can stand on. No message repeats the password. */
export async function connect(url: string, warn: (line: string) => void): Promise<Connection> {
  const place = placeOf(url)
  let connection: Connection | undefined
  try {
    connection = mongoose.createConnection(url, settings)
    await connection.asPromise()
    await check(connection, place, warn)
    return connection
  } catch (error) {
    await connection?.close(true).catch(() => undefined)
    throw explainOpening(error, url)
  }
}

async function check(
  connection: Connection,
  place: string,
  warn: (line: string) => void,
): Promise<void> {
  const admin = connection.db?.admin()
  const hello: Readonly<Record<string, unknown>> = (await admin?.command({ isMaster: 1 })) ?? {}
  const { version } = ((await admin?.buildInfo()) ?? {}) as { version?: string }
  if (hello['setName'] === undefined && hello['msg'] !== 'isdbgrid') {
    throw new StorageUnavailable(
      `MongoDB at ${place} is no replica set, which live updates need. Start it with --replSet and initiate it (one node is enough)`,
    )
  }
  const age = ageOf(version)
  if (age === 'too old') {
    throw new StorageUnavailable(
      `MongoDB at ${place} is version ${version}; 4.2 is the oldest that works, 6.0 or newer is advised`,
    )
  }
  if (age === 'old') {
    warn(`WARNING: MongoDB ${version} is no longer maintained. Use 6.0 or newer.`)
  }
}

/** A server that does not tell its version is too old. */
export function ageOf(version: string | undefined): 'too old' | 'old' | 'advised' {
  const [major = 0, minor = 0] = (version ?? '').split('.').map(Number)
  const isBefore = ([oldMajor, oldMinor]: readonly [number, number]): boolean =>
    major < oldMajor || (major === oldMajor && minor < oldMinor)
  if (isBefore(oldestServer)) return 'too old'
  return isBefore(advisedServer) ? 'old' : 'advised'
}

/** What kept a store from being opened, as a line for the operator. Anything else is a bug and passes unchanged. */
export function explainOpening(error: unknown, url: string): unknown {
  if (!(error instanceof Error) || error instanceof StorageUnavailable) return error
  const place = placeOf(url)
  const refused = error instanceof mongo.MongoServerError ? error.code : undefined
  if (refused === 18 || refused === 8000) {
    return new StorageUnavailable(`MongoDB at ${place} refuses the user name or the password`)
  }
  if (refused === 13) {
    return new StorageUnavailable(`MongoDB at ${place} gives this user no right to this database`)
  }
  // By name: the package that reads addresses has a class of its own called MongoParseError.
  if (error.name === 'MongoParseError' || error.name === 'MongoRuntimeError') {
    return new StorageUnavailable('DATABASE_URL is no valid MongoDB address')
  }
  const isUnknownName = 'syscall' in error && String(error.syscall).startsWith('query')
  const isUnreachable =
    error.name.endsWith('ServerSelectionError') || error instanceof mongo.MongoNetworkError
  if (isUnreachable || isUnknownName) {
    return new StorageUnavailable(
      `MongoDB at ${place} cannot be reached, or has no primary. Is it running, and is the address right?`,
    )
  }
  return error
}

/** The hosts and the database, without who logs in. */
function placeOf(url: string): string {
  return (
    url
      .replace(/^mongodb(\+srv)?:\/\//, '')
      // What has an unescaped @ in it is refused, but may be named here before.
      .replace(/^.*@/, '')
      .replace(/\?.*$/, '')
  )
}
