import { type Connection, mongo } from 'mongoose'
import type { Tell } from '../../rules/listeners.ts'
import {
  createTelling,
  type HeardEvent,
  type HeardDoc,
  nameOf,
  pipeline,
  type Readers,
  type Version,
} from './telling.ts'

/** The server answers at least this often, also if there is nothing to tell. */
const heartbeatMs = 500
/** So long without a sign, and this server no longer knows what others commit. */
const silenceMs = 2000
/** Whoever made a change is answered when it has been told here; longer than this it does not wait. */
const echoMs = 1000
const pauseMs = 500
/** Longer than the driver takes to find another server: whoever is silent for so long is asked anew. */
const stuckMs = 15_000

export interface Echo {
  /** Settles when the change has been told on this server, or cannot be expected to be. */
  readonly told: Promise<void>
  /** The change was not made. */
  cancel(): void
}

export type Feed = Awaited<ReturnType<typeof openFeed>>

/**
 * Follows what is committed by any server: one change stream, from which each server tells its own listeners. Records
 * are always written whole, so that an event holds all there is to tell: `readers` make it out. A broken stream is resumed by its
 * token.
 */
export async function openFeed(connection: Connection, tell: Tell, readers: Readers) {
  const tellOf = createTelling(tell, readers)
  const awaited = new Map<string, Set<() => void>>()
  let stream: mongo.ChangeStream<HeardDoc> | undefined
  let openedAt = 0
  let giveUp = (_reason: Error): void => undefined
  let token: unknown
  let since = await clusterTime(connection)
  let lastSign = performance.now()
  let interrupted = false
  let complete = true
  let closed = false

  function sign(): void {
    lastSign = performance.now()
    if (!interrupted) return
    interrupted = false
    const all = complete
    complete = true
    tell((listener) => listener.resumed?.(all))
  }

  function interrupt(): void {
    if (interrupted) return
    interrupted = true
    for (const name of awaited.keys()) settle(name)
    tell((listener) => listener.interrupted?.())
  }

  function settle(name: string): void {
    for (const done of awaited.get(name) ?? []) done()
    awaited.delete(name)
  }

  function hear(event: HeardEvent): void {
    const name = tellOf(event)
    if (name !== undefined) settle(name)
  }

  async function follow(): Promise<void> {
    while (!closed) {
      try {
        const from = token === undefined ? { startAtOperationTime: since } : { resumeAfter: token }
        // Of the client that there is now.
        const { db } = connection
        if (!db) throw new Error('There is no client now')
        const mine = db.watch<HeardDoc>(pipeline, { ...from, maxAwaitTimeMS: heartbeatMs })
        stream = mine
        openedAt = performance.now()
        mine.on('resumeTokenChanged', (at) => {
          if (mine !== stream) return
          token = at
          sign()
        })
        while (!closed) hear(await nextOf(mine))
      } catch (error) {
        if (closed) return
        interrupt()
        if (isPastResuming(error)) await beginAnew()
        await new Promise((resolve) => setTimeout(resolve, pauseMs))
      } finally {
        void stream?.close().catch(() => undefined)
        stream = undefined
      }
    }
  }

  /** A connection that is closed in the very moment of asking leaves the driver waiting for ever. */
  function nextOf(asked: mongo.ChangeStream<HeardDoc>): Promise<HeardEvent> {
    return new Promise((resolve, reject) => {
      giveUp = reject
      asked.next().then(resolve, reject)
    })
  }

  /** What lay between the last token and now is lost: whoever listens must look for themselves. */
  async function beginAnew(): Promise<void> {
    complete = false
    try {
      since = await clusterTime(connection)
      token = undefined
    } catch {
      // The next round tries again.
    }
  }

  const watchdog = setInterval(() => {
    const now = performance.now()
    if (now - lastSign > silenceMs) interrupt()
    if (now - Math.max(lastSign, openedAt) > stuckMs) giveUp(new Error('The stream is silent'))
  }, heartbeatMs)
  void follow()

  return {
    isHearing: (): boolean => !interrupted,

    /** To be called before the write: its event can be faster than its acknowledgement. */
    expect(id: string, version: Version): Echo {
      if (interrupted) return { told: Promise.resolve(), cancel: () => undefined }
      const name = nameOf(id, version)
      let done = (): void => undefined
      const told = new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, echoMs)
        done = () => {
          clearTimeout(timer)
          resolve()
        }
      })
      const waiting = awaited.get(name)
      if (waiting) waiting.add(done)
      else awaited.set(name, new Set([done]))
      return {
        told,
        cancel() {
          done()
          awaited.get(name)?.delete(done)
          if (awaited.get(name)?.size === 0) awaited.delete(name)
        },
      }
    },

    async close(): Promise<void> {
      closed = true
      clearInterval(watchdog)
      for (const name of awaited.keys()) settle(name)
      // What is asked in this very turn would wait for ever: the driver does not notice that its socket is gone already.
      await new Promise(setImmediate)
      // What still waits for the server ends with the connection.
      await stream?.close().catch(() => undefined)
    },
  }
}

/** Just behind all that is committed now. */
async function clusterTime({ db }: Connection): Promise<mongo.Timestamp> {
  if (!db) throw new Error('The connection is not open')
  const { operationTime } = await db.command({ ping: 1 })
  if (!(operationTime instanceof mongo.Timestamp)) throw new Error('The server tells no time')
  return new mongo.Timestamp(operationTime.add(1).toBigInt())
}

/** ChangeStreamHistoryLost and its older form, or an end of the stream that no token leads beyond. */
function isPastResuming(error: unknown): boolean {
  if (!(error instanceof mongo.MongoError)) return false
  const codes = [136, 286, 222, 280]
  return codes.includes(Number(error.code)) || error.hasErrorLabel('NonResumableChangeStreamError')
}
