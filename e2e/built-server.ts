import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'

const main = join(import.meta.dirname, '../server/dist/entry/main.js')
const readyLine = /^ExpertConnect is ready at (http:\/\/\S+)$/

/** Of every server here: tests make the links that no mail brings them. */
export const secret = 'of one server in a test, and 32 bytes long'

export interface BuiltServer {
  readonly url: string
  readonly dataDir: string
  /** What the process wrote, line by line. */
  readonly lines: readonly string[]
  /** Ends it in an orderly way, or at once as a crash would. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

/** Where the data of one server stand: a fresh folder of the machine's temporary ones. */
export async function makeDataDir(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'expertconnect-'))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

/** Starts the built server, as people run it, on a port of its own unless one is named. */
export async function startServer(
  dataDir: string,
  env: Readonly<Record<string, string>> = {},
): Promise<BuiltServer> {
  const child = spawn(process.execPath, [main], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'test',
      ...storeOf(dataDir),
      DATA_DIR: dataDir,
      SECRET: secret,
      PORT: '0',
      TRUST_PROXY: '1',
      LOG_LEVEL: 'warn',
      DEMO: 'on',
      ...env,
    },
  })
  const lines: string[] = []
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line)
        const address = readyLine.exec(line)?.[1]
        if (address) resolve(address)
      })
    }
    child.once('exit', () => reject(new Error(`The server did not start:\n${lines.join('\n')}`)))
  })
  return { url, dataDir, lines, stop: (signal = 'SIGTERM') => end(child, signal) }
}

/** A store that belongs to the data directory: a file in it, or a database of its own where MongoDB is tested. */
function storeOf(dataDir: string): Record<string, string> {
  const { E2E_MONGO_URL } = process.env
  if (!E2E_MONGO_URL) return { DATABASE_URL: `file:${join(dataDir, 'e2e.db')}` }
  return mongoStore(E2E_MONGO_URL, basename(dataDir))
}

/** No URL: several hosts may stand in it. */
export function mongoStore(server: string, name: string): { DATABASE_URL: string } {
  const pattern = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?/
  return { DATABASE_URL: server.replace(pattern, `$1/${name}`) }
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill(signal)
  await once(child, 'exit')
}
