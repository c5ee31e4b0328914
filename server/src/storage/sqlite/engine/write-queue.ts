import type { Committed } from '../../../domain/bookings/booking.ts'
import type { Tell } from '../../rules/listeners.ts'
import type { Database } from './driver.ts'

/** What an operation comes to. With `undo`, whatever it has written is taken back. */
export interface Outcome<T> {
  readonly answer: T
  readonly changes: readonly Committed[]
  readonly undo: boolean
}

export function refused<T>(answer: T): Outcome<T> {
  return { answer, changes: [], undo: true }
}

export function done<T>(answer: T, changes: readonly Committed[] = []): Outcome<T> {
  return { answer, changes, undo: false }
}

/** Runs `work`, which must be synchronous, inside a transaction; answers after its commit. */
export type Write = <T>(work: () => Outcome<T>) => Promise<T>

/** For what listeners hear of beside changes of records: they are told after the commit. */
export interface WriteAndTell {
  readonly write: Write
  readonly tell: Tell
}

export interface WriteQueue {
  readonly write: Write
  /** Takes nothing more and waits for what is under way. */
  drain(): Promise<void>
}

/**
 * Few enough that the answers and events of a batch go out before the next one runs: with all that waits in one
 * commit, the first would wait for the last. Many enough to share the flush to disk, which costs most.
 */
const batchSize = 8

interface Ran {
  readonly undo: boolean
  readonly changes: readonly Committed[]
  settle(): void
}

interface Job {
  run(): Ran
  fail(error: unknown): void
}

/**
 * What is asked for in one turn of the event loop shares one commit, each in a savepoint of its own. Listeners are
 * told after the commit and before whoever asked is answered.
 */
export function createWriteQueue(
  db: Database,
  tell: (changes: readonly Committed[]) => void,
): WriteQueue {
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const rollback = db.prepare('ROLLBACK')
  const save = db.prepare('SAVEPOINT job')
  const takeBack = db.prepare('ROLLBACK TO job')
  const release = db.prepare('RELEASE job')
  const waiting: Job[] = []
  let scheduled = false
  let closed = false

  function write<T>(work: () => Outcome<T>): Promise<T> {
    if (closed) return Promise.reject(new Error('The storage is closed'))
    return new Promise((resolve, reject) => {
      const run = (): Ran => {
        const { answer, changes, undo } = work()
        return { changes, undo, settle: () => resolve(answer) }
      }
      waiting.push({ run, fail: reject })
      schedule()
    })
  }

  function schedule(): void {
    if (scheduled) return
    scheduled = true
    setImmediate(runBatch)
  }

  function runBatch(): void {
    const jobs = waiting.splice(0, batchSize)
    const changes: Committed[] = []
    const settled = commitTogether(jobs, changes)
    scheduled = false
    if (waiting.length > 0) schedule()
    if (changes.length > 0) tell(changes)
    for (const settle of settled) settle()
  }

  function commitTogether(jobs: readonly Job[], changes: Committed[]): readonly (() => void)[] {
    try {
      begin.run()
      const settled = jobs.map((job) => runInSavepoint(job, changes))
      commit.run()
      return settled
    } catch (error) {
      changes.length = 0
      endTransaction()
      return jobs.map((job) => () => job.fail(error))
    }
  }

  function runInSavepoint(job: Job, changes: Committed[]): () => void {
    save.run()
    try {
      const ran = job.run()
      if (ran.undo) takeBack.run()
      else changes.push(...ran.changes)
      release.run()
      return () => ran.settle()
    } catch (error) {
      // Throws as well if the fault (a full disk) ended the whole transaction: then all of the batch have failed.
      takeBack.run()
      release.run()
      return () => job.fail(error)
    }
  }

  function endTransaction(): void {
    try {
      rollback.run()
    } catch {
      // SQLite has already ended it.
    }
  }

  async function drain(): Promise<void> {
    closed = true
    while (scheduled) await new Promise(setImmediate)
  }

  return { write, drain }
}

/** A commit of this size lets claims in between while a long backlog is worked off. */
export const chunk = 200

/** `step` works off up to a chunk and answers how many. */
export async function untilDone(step: () => Promise<number>): Promise<number> {
  let total = 0
  for (;;) {
    const count = await step()
    total += count
    if (count < chunk) return total
  }
}
