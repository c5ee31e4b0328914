import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { CalendarRead } from '../../domain/calendars/source.ts'
import type { DavResource } from './multistatus.ts'
import type { AskedBytes, Done, Work } from './worker.ts'

export type CalendarReader = Pick<ReturnType<typeof createCalendarReader>, 'read' | 'resources'>

export interface ReaderLimits {
  /** For one file. */
  readonly ms: number
  readonly memoryMb: number
}

const usualLimits: ReaderLimits = { ms: 10_000, memoryMb: 192 }
const unreadable = { kind: 'failed', fault: 'unreadable' } as const
/** A thread that nobody needs gives its memory back. */
const idleMs = 60_000

const file = new URL(`./worker${extname(import.meta.url)}`, import.meta.url)
/** Where nothing was built, a thread has to learn first to read our source. */
const fromSource = `import('tsx/esm/api').then(({ register }) => (register(), import('${file.href}')))`

/**
 * Reads calendars in a thread of its own, one after the other. What takes too much time or memory ends that thread, is
 * answered as unreadable, and the next one gets another. Never rejects.
 */
export function createCalendarReader(limits: ReaderLimits = usualLimits) {
  let thread: Promise<Worker> | null = null
  let turn: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | undefined

  async function start(): Promise<Worker> {
    const resourceLimits = { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: 32 }
    const worker = file.pathname.endsWith('.ts')
      ? new Worker(fromSource, { eval: true, execArgv: ['--conditions=source'], resourceLimits })
      : new Worker(file, { resourceLimits })
    worker.unref()
    // Without a listener, its fault would be one of the whole process.
    worker.on('error', () => undefined)
    worker.once('exit', () => (thread = null))
    return new Promise((resolve, reject) => {
      worker.once('message', () => resolve(worker)).once('error', reject)
    })
  }

  async function end(): Promise<void> {
    const ending = thread
    thread = null
    await (await ending?.catch(() => null))?.terminate()
  }

  async function workNow(work: Work): Promise<Done> {
    clearTimeout(idle)
    const worker = await (thread ??= start())
    let late: NodeJS.Timeout | undefined
    let settle: (done: Done) => void = () => undefined
    const fail = (): void => settle(unreadable)
    try {
      return await new Promise((resolve) => {
        settle = resolve
        late = setTimeout(fail, limits.ms)
        worker.once('message', resolve).once('exit', fail)
        // A copy that nobody else sees is passed over as a whole, without another one.
        const own = Uint8Array.from(work.bytes)
        worker.postMessage({ ...work, bytes: own }, [own.buffer])
      })
    } finally {
      clearTimeout(late)
      worker.off('message', settle).off('exit', fail)
      idle = setTimeout(() => void end(), idleMs).unref()
    }
  }

  async function work(asked: Work): Promise<Done> {
    try {
      const answer = await workNow(asked)
      if (answer.kind === 'failed' && answer.fault === 'unreadable') await end()
      return answer
    } catch {
      await end()
      return unreadable
    }
  }

  function inTurn(asked: Work): Promise<Done> {
    const working = turn.then(() => work(asked))
    turn = working
    return working
  }

  return {
    /** `as`: the bytes are a whole calendar, or what a server answers that was asked for its entries. */
    async read(asked: AskedBytes, as: 'file' | 'report' = 'file'): Promise<CalendarRead> {
      const done = await inTurn({ as, ...asked })
      return done.kind === 'resources' ? unreadable : done
    },

    /** What a server of calendars says of its addresses; null where that is no such answer. */
    async resources(bytes: Uint8Array): Promise<readonly DavResource[] | null> {
      const done = await inTurn({ as: 'resources', bytes })
      return done.kind === 'resources' ? done.resources : null
    },

    async close(): Promise<void> {
      clearTimeout(idle)
      await turn
      clearTimeout(idle)
      await end()
    },
  }
}
