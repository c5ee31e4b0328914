import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { repositoryRoot } from '../../src/entry/config.ts'

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly output: string
  readonly errors: string
}

export interface RealServer {
  readonly url: string
  kill(signal: 'SIGTERM' | 'SIGKILL'): Promise<Ended>
  /** Stops it in the middle of whatever it does, and lets it go on. */
  pause(): void
  resume(): void
}

/** The environment of a server whose data stand in `dir`. */
export function environmentOf(dir: string): Record<string, string> {
  return {
    HOST: '127.0.0.1',
    PORT: '0',
    DATABASE_URL: `file:${join(dir, 'test.db')}`,
    DATA_DIR: dir,
    DEMO: 'on',
    RATE_LIMITS: 'off',
    LOG_LEVEL: 'warn',
  }
}

type Environment = Readonly<Record<string, string>>

const running = new Set<ChildProcess>()

/** The process as it is: it may come up, or end with words of its own. */
export function launch(env: Environment, program: 'main' | 'migrate-main' = 'main') {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--conditions=source', `server/src/entry/${program}.ts`],
    {
      cwd: repositoryRoot,
      env: { ...inherited(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  running.add(child)
  let output = ''
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const ready = new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      output += `${line}\n`
      const url = /^ExpertConnect is ready at (\S+)$/.exec(line)?.[1]
      if (url) resolve(url)
    })
  })
  const ended = once(child, 'close').then(([code, signal]): Ended => {
    running.delete(child)
    return {
      code: code as number | null,
      signal: signal as NodeJS.Signals | null,
      output,
      errors,
    }
  })
  return { child, ready, ended }
}

/** Nothing but what finds programs, and what moves the clock of a nightly run. */
function inherited(): Environment {
  const names = ['PATH', 'NODE_OPTIONS', 'CLOCK_MOVED_MS']
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => names.includes(entry[0]) && entry[1] !== undefined,
    ),
  )
}

export async function startServer(env: Environment): Promise<RealServer> {
  const { child, ready, ended } = launch(env)
  const early = ended.then(({ errors }) => {
    throw new Error(`The server did not start:\n${errors}`)
  })
  const url = await Promise.race([ready, early])
  early.catch(() => undefined)
  return {
    url,
    kill(signal) {
      child.kill(signal)
      return ended
    },
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
  }
}

/** For the end of a test that failed half-way. */
export async function killAll(): Promise<void> {
  const ends = [...running].map((child) => {
    child.kill('SIGKILL')
    return once(child, 'close')
  })
  await Promise.all(ends)
}
