import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createConnection, createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { findCallTool } from '../../scripts/find-call-tools.mjs'

export interface TurnServer {
  readonly url: string
  readonly secret: string
  stop(): Promise<void>
}

/** A real coturn on this machine, with the credentials that run out as `docs/calls.md` has it set up. */
export async function startTurnServer(address = '127.0.0.1'): Promise<TurnServer> {
  const program = findCallTool('turnserver')
  if (!program) throw new Error('There is no turnserver')
  const port = await freePort(address)
  const folder = await mkdtemp(join(tmpdir(), 'turn-'))
  const secret = 'the secret of a relay in a test'
  const child = spawn(
    program,
    [
      '-n',
      `--listening-ip=${address}`,
      `--relay-ip=${address}`,
      `--listening-port=${port}`,
      '--min-port=50000',
      '--max-port=50400',
      '--use-auth-secret',
      `--static-auth-secret=${secret}`,
      '--realm=expertconnect.test',
      // Tests live on loopback addresses, which a relay on the open net must refuse.
      '--allow-loopback-peers',
      '--no-tls',
      '--no-dtls',
      '--no-cli',
      '--log-file=stdout',
      `--userdb=${join(folder, 'users')}`,
      `--pidfile=${join(folder, 'pid')}`,
    ],
    { stdio: 'ignore', cwd: folder },
  )
  await untilListening(child, address, port)
  return {
    url: `turn:${address}:${port}`,
    secret,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGKILL')
        await once(child, 'exit')
      }
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function untilListening(child: ChildProcess, address: string, port: number): Promise<void> {
  while (child.exitCode === null) {
    if (await canConnect(address, port)) return
    await delay(50)
  }
  throw new Error('The relay did not start')
}

async function canConnect(address: string, port: number): Promise<boolean> {
  const socket = createConnection({ host: address, port })
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

export async function freePort(address = '127.0.0.1'): Promise<number> {
  const server = createServer().listen(0, address)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
