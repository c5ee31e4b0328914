import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { freePort } from '../../server/test/free-port.ts'
import { type Figure, medianOf, microseconds, tenths } from '../figures.ts'
import { type Result, resultOf } from '../report.ts'
import type { Environment } from '../servers.ts'
import { secret } from '../store.ts'

const starts = 5
const startAtMost = 1_000_000
const heldAtMost = 120
/** Until the engine has collected what the start left behind, which it does by itself when nothing happens for a minute. */
const idleMs = 90_000
const main = new URL('../../server/dist/entry/main.js', import.meta.url).pathname

/** From the start of the built server, as people run it, to its first answer; and the memory that it takes when idle. */
export async function benchStart(env: Environment): Promise<Result[]> {
  const { url } = await env.subject(env.settings.sizes.few)
  await env.stopAll({ keepStores: true })
  const figures: Figure[] = []
  for (let index = 0; index < starts; index++) figures.push((await startOnce(url, 0)).figure)
  const { figure, megabytes } = await startOnce(url, env.settings.rounds > 2 ? idleMs : 0)
  await env.stopAll()
  const shared = { bench: 'start', floor: null }
  return [
    resultOf({
      ...shared,
      name: 'from the start of the built server to its first answer',
      ours: medianOf(figures),
      compared: 'p50',
      target: { atMost: startAtMost },
      rounds: { ours: figures, floor: [] },
    }),
    resultOf({
      ...shared,
      name: `memory of the process after ${idleMs / 1000} idle seconds`,
      ours: { ...figure, heldMegabytes: megabytes },
      compared: 'held',
      target: { atMost: heldAtMost },
      rounds: { ours: [], floor: [] },
    }),
  ]
}

async function startOnce(url: string, idle: number) {
  const port = await freePort()
  const began = microseconds()
  const child = spawn(process.execPath, [main], {
    stdio: 'ignore',
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: url,
      SECRET: secret,
      PORT: String(port),
      LOG_LEVEL: 'warn',
    },
  })
  try {
    await firstAnswer(port, () => child.exitCode !== null)
    const took = tenths(microseconds() - began)
    await delay(idle)
    const megabytes = tenths(residentKilobytes(child.pid ?? 0) / 1024)
    return { figure: { perSecond: tenths(1e6 / took), p50: took, p99: took }, megabytes }
  } finally {
    child.kill('SIGTERM')
    if (child.exitCode === null) await once(child, 'exit')
  }
}

async function firstAnswer(port: number, isOver: () => boolean): Promise<void> {
  for (;;) {
    if (isOver()) throw new Error('The server did not start')
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null)
    if (answer?.status === 200) return
    await delay(5)
  }
}

function residentKilobytes(pid: number): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
}
