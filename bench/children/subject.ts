import { randomBytes } from 'node:crypto'
import { unreachable } from '../../server/src/busy/fetching/failures.ts'
import type { Storage } from '../../server/src/storage/port/storage.ts'
import { noEntries } from '../../server/test/no-entries.ts'
import { answerCalls } from '../child.ts'
import {
  createApp,
  createLogger,
  createSeal,
  createTokens,
  day,
  instantOf,
  listen,
  openStorage,
  plus,
} from '../built.ts'
import { microseconds } from '../figures.ts'
import { heldBytes } from '../held.ts'
import { secret } from '../store.ts'

// Our server as `main.ts` puts it together, built, with its request log, and without rate limits unless it is `limited`.

/** `limited`: behind a proxy that says which network asks. */
export type Manner = 'watched' | 'hurried' | 'limited'

export interface Commit {
  readonly record: string
  readonly at: number
}

export type SubjectCalls = {
  port(input: null): number
  /**
   * When the changes since the last call were committed: on SQLite when the storage told of it, in the same turn as the
   * commit; on MongoDB when its server acknowledged the write.
   */
  takeCommits(input: null): Commit[]
  /** What the process takes of the machine's memory, in bytes. */
  memory(input: null): number
  /** What is alive in it after a collection, in bytes: objects and buffers. */
  held(input: null): Promise<number>
}

const [url = '', manner] = process.argv.slice(2)
const isLimited = manner === 'limited'
let commits: Commit[] = []

function note({ id, version }: { readonly id: string; readonly version: number }): void {
  commits.push({ record: `${id}@${version}`, at: microseconds() })
}

async function openWatched(): Promise<Storage> {
  if (url.startsWith('file:')) {
    const opened = await openStorage(url)
    opened.listen({ changed: (changes) => changes.forEach(({ record }) => note(record)) })
    return opened
  }
  const { monitored, onAcknowledged } = await import('../acknowledgements.ts')
  const opened = await openStorage(monitored(url))
  onAcknowledged(note)
  return opened
}

/** Sign-in is limited even here: where it is measured, the windows of its limits pass with every use. */
async function openHurried(): Promise<Storage> {
  const opened = await openStorage(url)
  let uses = 0
  return {
    ...opened,
    uses: {
      ...opened.uses,
      count: (key, window) =>
        opened.uses.count(key, { ...window, now: plus(window.now, ++uses * day) }),
    },
  }
}

async function open(): Promise<Storage> {
  if (manner === 'watched') return openWatched()
  return manner === 'hurried' ? openHurried() : openStorage(url)
}

const storage = await open()

let publicUrl = 'http://127.0.0.1'
const app = createApp({
  storage,
  clock: () => instantOf(Date.now()),
  newId: () => randomBytes(16).toString('base64url'),
  newSecret: (bits) => randomBytes(bits / 8).toString('base64url'),
  newCode: () => '00000000',
  seal: createSeal(secret),
  calendars: {
    fetch: async () => unreachable,
    find: async () => unreachable,
    entries: noEntries,
    allows: () => false,
  },
  transport: {
    handOver: async () => ({ kind: 'handed_over', reply: '' }),
    check: async () => null,
    close: async () => undefined,
  },
  keptMail: {
    forgetCodes: async () => undefined,
    forget: async () => undefined,
    forgetOver: async () => undefined,
  },
  hasMailServer: false,
  mailIsRead: false,
  newMessageId: () => '<mail@experts.example>',
  sender: () => 'no-reply@experts.example',
  calendarDomain: 'experts.example',
  devMail: null,
  showsKit: false,
  tokens: createTokens(secret),
  currency: 'USD',
  limits: isLimited,
  rateLimits: isLimited,
  logger: createLogger('info'),
  publicUrl: () => publicUrl,
  secure: false,
  trustProxy: isLimited ? 1 : 0,
  loopbackOrigins: false,
  portraitsDir: new URL('../../server/portraits', import.meta.url).pathname,
  clientDir: null,
  securityContact: null,
  bounceSecret: null,
  relaySettings: { stunUrls: [], turnUrls: [], turnSecret: null },
  demoPath: () => undefined,
})
const { port } = await listen(app.server, '127.0.0.1', 0)
publicUrl = `http://127.0.0.1:${port}`

answerCalls({
  port: () => port,
  takeCommits: () => {
    const taken = commits
    commits = []
    return taken
  },
  memory: () => process.memoryUsage().rss,
  held: () => heldBytes(),
} satisfies SubjectCalls)
