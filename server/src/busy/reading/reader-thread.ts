import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { CalendarRead } from '../../domain/calendars/source.ts'
import type { AskedBytes } from './worker.ts'

export interface ReaderLimits {
  /** For one file. */
  readonly ms: number
  readonly memoryMb: number
}

const usualLimits: ReaderLimits = { ms: 10_000, memoryMb: 192 }
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

  async function readNow({ bytes, ...asked }: AskedBytes): Promise<CalendarRead> {
    clearTimeout(idle)
    const worker = await (thread ??= start())
    let late: NodeJS.Timeout | undefined
    let settle: (read: CalendarRead) => void = () => undefined
    const fail = (): void => settle({ kind: 'failed', fault: 'unreadable' })
    try {
      return await new Promise((resolve) => {
        settle = resolve
        late = setTimeout(fail, limits.ms)
        worker.once('message', resolve).once('exit', fail)
        // A copy that nobody else sees is passed over as a whole, without another one.
        const own = Uint8Array.from(bytes)
        worker.postMessage({ ...asked, bytes: own }, [own.buffer])
      })
    } finally {
      clearTimeout(late)
      worker.off('message', settle).off('exit', fail)
      idle = setTimeout(() => void end(), idleMs).unref()
    }
  }

  async function read(asked: AskedBytes): Promise<CalendarRead> {
    try {
      const answer = await readNow(asked)
      if (answer.kind === 'failed' && answer.fault === 'unreadable') await end()
      return answer
    } catch {
      await end()
      return { kind: 'failed', fault: 'unreadable' }
    }
  }

  return {
    read(asked: AskedBytes): Promise<CalendarRead> {
      const reading = turn.then(() => read(asked))
      turn = reading
      return reading
    },

    async close(): Promise<void> {
      clearTimeout(idle)
      await turn
      clearTimeout(idle)
      await end()
    },
  }
}
