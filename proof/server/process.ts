import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { CrashPoint } from './points.ts'

export interface Asked {
  readonly armed?: { readonly point: CrashPoint; readonly passes: number }
  readonly slowDiskMs?: number
  readonly moveClockMs?: number
}

export interface Server {
  readonly url: string
  /** Comes when the process has ended, whoever ended it. */
  readonly ended: Promise<void>
  readonly hasEnded: () => boolean
  ask(asked: Asked): Promise<void>
  kill(): Promise<void>
  /** All that it wrote. */
  readonly written: () => string
}

const preload = new URL('./within.mjs', import.meta.url).href
const movedClock = new URL('../../scripts/moved-clock.mjs', import.meta.url).href

/** Starts a variant of the server. `clockMs`: how far its clock is ahead of this machine's. */
export async function startServer(
  program: string,
  environment: Readonly<Record<string, string>>,
  clockMs: number,
): Promise<Server> {
  // Nightly runs move the clock of whoever starts it, too.
  const movedMs = Number(process.env.CLOCK_MOVED_MS ?? 0) + clockMs
  const child = spawn(process.execPath, ['--import', movedClock, '--import', preload, program], {
    env: { PATH: process.env.PATH, CLOCK_MOVED_MS: String(movedMs), ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let written = ''
  child.stderr?.on('data', (chunk: Buffer) => (written += chunk.toString()))
  const ended = once(child, 'close').then(() => undefined)
  const ready = new Promise<string>((resolve) => {
    if (!child.stdout) return
    createInterface({ input: child.stdout }).on('line', (line) => {
      written += `${line}\n`
      const url = /^ExpertConnect is ready at (\S+)$/.exec(line)?.[1]
      if (url) resolve(url)
    })
  })
  const url = await Promise.race([ready, ended.then(() => null)])
  if (url === null) throw new Error(`The server did not start:\n${written}`)
  return serverOf(child, url, ended, () => written)
}

function serverOf(
  child: ChildProcess,
  url: string,
  ended: Promise<void>,
  written: () => string,
): Server {
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null
  return {
    url,
    ended,
    hasEnded,
    written,
    async ask(asked) {
      if (hasEnded()) return
      const done = once(child, 'message')
      child.send(asked)
      await Promise.race([done, ended])
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
