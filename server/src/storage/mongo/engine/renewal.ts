import { setTimeout as delay } from 'node:timers/promises'
import { type Connection, mongo } from 'mongoose'
import { settings } from './open.ts'

/** How often the driver is asked whether it still reaches a server. */
const everyMs = 5000
/** Elections and restarts of a database take less. */
const stuckMs = 30_000
/** A client that is stuck may not come to an end either. */
const closingMs = 2000

export interface Renewal {
  /** Makes no new client from then on. */
  stop(): Promise<void>
}

/**
 * A driver can come to wait for ever for a connection that was broken while its monitor wrote to it (seen with mongodb 7.8.0):
 * then it chooses no server any more, whether or not there is one. Where it has reached none for half a minute and a new
 * client reaches one, the connection gets a new client.
 */
export function keepReaching(
  connection: Connection,
  url: string,
  warn: (line: string) => void,
): Renewal {
  const stopping = new AbortController()
  let reachedAt = performance.now()

  async function look(): Promise<void> {
    try {
      await connection.db?.command({ ping: 1 })
      reachedAt = performance.now()
      return
    } catch {
      // Told by whoever needed an answer.
    }
    if (performance.now() - reachedAt < stuckMs || !(await isReachable(url))) return
    warn(
      'WARNING: the MongoDB driver reached no server for 30 s, and a new client does. It is made anew.',
    )
    await Promise.race([connection.close().catch(() => undefined), delay(closingMs)])
    await connection.openUri(url, settings)
    reachedAt = performance.now()
  }

  async function watch(): Promise<void> {
    while (!stopping.signal.aborted) {
      await delay(everyMs, undefined, { signal: stopping.signal, ref: false }).catch(
        () => undefined,
      )
      // What fails is tried again: there is nobody to tell.
      if (!stopping.signal.aborted) await look().catch(() => undefined)
    }
  }

  const watching = watch()
  return {
    async stop() {
      stopping.abort()
      // Whoever closes the connection then ends what is under way.
      await Promise.race([watching, delay(1000)])
    },
  }
}

async function isReachable(url: string): Promise<boolean> {
  const { serverSelectionTimeoutMS, connectTimeoutMS } = settings
  const client = new mongo.MongoClient(url, { serverSelectionTimeoutMS, connectTimeoutMS })
  try {
    await client.connect()
    await client.db().command({ ping: 1 })
    return true
  } catch {
    return false
  } finally {
    void client.close().catch(() => undefined)
  }
}
