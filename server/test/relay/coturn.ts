import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { findCallTool } from '../../../scripts/find-call-tools.mjs'
import { freePort } from '../free-port.ts'

const program = findCallTool('turnserver')

export const hasCoturn = program !== null

/** A relay is a program of its own: wherever a nightly run moves the clock of the tests, it has that of the machine. */
export const relayNow = (): number => Date.now() - Number(process.env['CLOCK_MOVED_MS'] ?? 0)

export interface Coturn {
  readonly port: number
  readonly tlsPort: number
  stop(): Promise<void>
}

interface CoturnOptions {
  readonly secret: string
  readonly cert?: string
  readonly key?: string
  /** The number of addresses that it gives in all. */
  readonly totalQuota?: number
  /** For people who are on loopback addresses themselves, which a relay on the open net must refuse. */
  readonly servesLoopback?: true
  /** What is said here, is said over it. */
  readonly configFile?: string
}

/** A real relay on this machine. */
export async function startCoturn(options: CoturnOptions): Promise<Coturn> {
  if (program === null) throw new Error('There is no turnserver')
  const folder = mkdtempSync(join(tmpdir(), 'expertconnect-turn-'))
  const [port, tlsPort] = [await freePort(), await freePort()]
  const words = [
    options.configFile === undefined ? ['-n'] : ['-c', options.configFile],
    ['--log-file=stdout', '--no-stdout-log', '--no-cli', `--pidfile=${folder}/pid`],
    ['--use-auth-secret', `--static-auth-secret=${options.secret}`, '--realm=turn.test'],
    [
      '--listening-ip=127.0.0.1',
      '--relay-ip=127.0.0.1',
      '--relay-ip=::1',
      `--listening-port=${port}`,
    ],
    [`--tls-listening-port=${tlsPort}`, '--no-dtls'],
    [`--db=${folder}/turndb`, '--min-port=50000', '--max-port=50100'],
    options.cert === undefined ? ['--no-tls'] : [`--cert=${options.cert}`, `--pkey=${options.key}`],
    options.servesLoopback ? ['--allow-loopback-peers'] : [],
    options.totalQuota === undefined ? [] : [`--total-quota=${options.totalQuota}`],
  ]
  const child: ChildProcess = spawn(program, words.flat(), { stdio: 'ignore' })
  await answersOn(port, child)
  return {
    port,
    tlsPort,
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A binding request is answered by whatever speaks STUN. */
async function answersOn(port: number, child: ChildProcess): Promise<void> {
  const socket = createSocket('udp4')
  const asked = Buffer.from(`000100002112a442${'00'.repeat(12)}`, 'hex')
  let answered = false
  socket.on('message', () => (answered = true))
  socket.on('error', () => undefined)
  while (!answered && child.exitCode === null) {
    socket.send(asked, port, '127.0.0.1')
    await delay(100)
  }
  socket.close()
  if (!answered) throw new Error('coturn does not answer')
}
