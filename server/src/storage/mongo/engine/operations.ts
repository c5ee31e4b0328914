import { Unavailable } from '../../port/unavailable.ts'
import { explain } from './faults.ts'

/** An election takes 12 s; whoever asks learns before that that it is to be asked again. */
const patienceMs = 10_000

/** Every operation of the port runs through this: it counts, is bounded in time, and tells faults in the port's words. */
export function createOperations() {
  const running = new Set<Promise<unknown>>()
  let closed = false

  /** Nobody waits for an answer: as long as it takes. */
  async function runLong<T>(work: () => Promise<T>): Promise<T> {
    if (closed) throw new Error('The storage is closed')
    const done = work()
    running.add(done)
    try {
      return await done
    } catch (error) {
      throw explain(error)
    } finally {
      running.delete(done)
    }
  }

  async function run<T>(work: () => Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Unavailable('took too long')), patienceMs)
    })
    try {
      return await Promise.race([runLong(work), late])
    } finally {
      clearTimeout(timer)
    }
  }

  /** All operations of a noun, each through `run`. */
  function bounded<O extends object>(operations: O): O {
    return eachThrough(run, operations)
  }

  /** All operations of a noun, each through `runLong`. */
  function lasting<O extends object>(operations: O): O {
    return eachThrough(runLong, operations)
  }

  /** Takes nothing more and waits for what is under way. */
  async function drain(): Promise<void> {
    closed = true
    await Promise.allSettled(running)
  }

  return { run, runLong, bounded, lasting, drain }
}

type Run = <T>(work: () => Promise<T>) => Promise<T>

function eachThrough<O extends object>(run: Run, operations: O): O {
  const entries = Object.entries(operations) as [
    string,
    (...given: unknown[]) => Promise<unknown>,
  ][]
  const wrapped = entries.map(([name, operation]) => {
    return [name, (...given: unknown[]) => run(() => operation(...given))] as const
  })
  return Object.fromEntries(wrapped) as O
}

/** Lets those with the same name do their work one after the other. */
export function createTurns() {
  const last = new Map<string, Promise<unknown>>()

  return async function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
    const before = last.get(name)
    const mine = (before ?? Promise.resolve()).then(work, work)
    const settled = mine.catch(() => undefined)
    last.set(name, settled)
    try {
      return await mine
    } finally {
      if (last.get(name) === settled) last.delete(name)
    }
  }
}
