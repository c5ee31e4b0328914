import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { Writable } from 'node:stream'
import { type CallAnswer, type EndpointName, endpoints } from '@expertconnect/contract/endpoints'
import type { Problem } from '@expertconnect/contract/problem'
import { type App, createApp } from '../src/entry/app.ts'
import type { Expert } from '../src/domain/experts/expert.ts'
import { type Instant, instantOf, parseInstant } from '../src/domain/time/instant.ts'
import type { DemoPath } from '../src/base/calls.ts'
import type { Deps } from '../src/base/deps.ts'
import { noEntries } from './no-entries.ts'
import { createSeal } from '../src/busy/seal.ts'
import type { DevMail } from '../src/http/pages/dev-mail.ts'
import { createLogger } from '../src/base/log.ts'
import type { Mail } from '../src/mail/mail.ts'
import type { Outbox } from '../src/mail/outbox.ts'
import type { Handover } from '../src/mail/transport.ts'
import type { RelaySettings } from '../src/relay/ice-servers.ts'
import { createTokens, type Tokens } from '../src/base/tokens.ts'
import { openStorage } from '../src/storage/open.ts'
import type { Content } from '../src/storage/port/content.ts'
import type { Storage } from '../src/storage/port/storage.ts'
import { plainContent } from './content.ts'

/** A Monday morning, two months before any clock change. */
export const mondayMorning = parseInstant('2027-01-11T08:00:00Z')

export interface Answer<T> {
  readonly status: number
  readonly headers: Headers
  readonly body: T
}

export interface SendOptions {
  readonly params?: Record<string, string>
  readonly query?: Record<string, string | number>
  readonly body?: unknown
  readonly key?: string
  readonly bearer?: string
  readonly headers?: Record<string, string>
}

export interface World {
  readonly url: string
  readonly app: App
  readonly storage: Storage
  readonly tokens: Tokens
  readonly clock: { now: Instant; advance(milliseconds: number): void }
  /** Every line that was logged. */
  readonly log: string[]
  /** Every mail that was sent, in order. */
  readonly mails: readonly Mail[]
  /** Calls an endpoint of the table; a success is parsed with the contract, so a drift of shapes fails the test. */
  send<N extends EndpointName>(name: N, options?: SendOptions): Promise<Answer<CallAnswer<N>>>
  /** The same where a problem document is expected. */
  refuse(name: EndpointName, options?: SendOptions): Promise<Answer<Problem>>
  expert(slug: string): Promise<Expert>
  stop(): Promise<void>
}

export interface WorldOptions {
  readonly content?: Content
  readonly rateLimits?: boolean
  readonly storage?: Storage
  readonly clientDir?: string | null
  readonly trustProxy?: number
  readonly publicUrl?: string
  readonly loopbackOrigins?: boolean
  readonly securityContact?: string
  readonly bounceSecret?: string
  /** `false`: nobody can prove an address. */
  readonly mailIsRead?: boolean
  readonly devMail?: DevMail
  readonly relaySettings?: RelaySettings
  readonly demoPath?: DemoPath
  /** What calendars elsewhere say; left out, none can be reached. */
  readonly calendars?: Deps['calendars']
  /** Where mails are kept as well. */
  readonly outbox?: Outbox
  /** What comes of each mail; left out, all are handed over. */
  readonly handOver?: () => Promise<Handover>
}

const kept: Handover = { kind: 'handed_over', reply: 'kept' }

/** The real application on a free port, over an embedded store in memory, with a clock that tests move. */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const storage = options.storage ?? (await openStorage('file::memory:'))
  if (await storage.isEmpty()) await storage.fill(options.content ?? plainContent())
  const clock = {
    now: mondayMorning,
    advance(milliseconds: number) {
      clock.now = instantOf(clock.now + milliseconds)
    },
  }
  const log: string[] = []
  const lines = new Writable({
    write(chunk: Buffer, _encoding, done) {
      log.push(...chunk.toString().split('\n').filter(Boolean))
      done()
    },
  })
  let url = options.publicUrl ?? 'http://127.0.0.1'
  let ids = 0
  let messages = 0
  let codes = 10_000_000
  const mails: Mail[] = []
  const secret = 'a secret of the tests, 32 bytes long'
  const tokens = createTokens(secret)
  const app = createApp({
    storage,
    clock: () => clock.now,
    newId: () => `id-${String(++ids).padStart(6, '0')}`,
    newSecret: (bits) => randomBytes(bits / 8).toString('base64url'),
    newCode: () => String(codes++).padStart(8, '0'),
    seal: createSeal(secret),
    calendars: options.calendars ?? {
      fetch: async () => ({ kind: 'failed', fault: 'unreachable' }),
      find: async ({ href }) => {
        const calendars = [{ address: href, name: 'Work' }]
        return { kind: 'found', calendars }
      },
      entries: noEntries,
      allows: () => false,
    },
    transport: {
      async handOver(mail, stamp) {
        const handover = await (options.handOver?.() ?? kept)
        if (handover.kind === 'handed_over') mails.push(mail)
        if (options.outbox) return options.outbox.handOver(mail, stamp)
        return handover
      },
      check: async () => null,
      close: async () => undefined,
    },
    keptMail: options.outbox ?? {
      forgetCodes: async () => undefined,
      forget: async () => undefined,
      forgetOver: async () => undefined,
    },
    hasMailServer: false,
    mailIsRead: options.mailIsRead ?? true,
    newMessageId: () => `<${++messages}@experts.example>`,
    sender: () => 'no-reply@experts.example',
    calendarDomain: 'experts.example',
    devMail: options.devMail ?? null,
    showsKit: options.devMail !== undefined,
    tokens,
    currency: 'USD',
    limits: options.rateLimits ?? false,
    rateLimits: options.rateLimits ?? false,
    logger: createLogger('info', lines),
    publicUrl: () => url,
    secure: url.startsWith('https:'),
    trustProxy: options.trustProxy ?? 0,
    loopbackOrigins: options.loopbackOrigins ?? options.publicUrl === undefined,
    portraitsDir: new URL('../portraits', import.meta.url).pathname,
    clientDir: options.clientDir ?? null,
    securityContact: options.securityContact ?? null,
    bounceSecret: options.bounceSecret ?? null,
    relaySettings: options.relaySettings ?? { stunUrls: [], turnUrls: [], turnSecret: null },
    demoPath: options.demoPath ?? (() => undefined),
  })
  app.server.listen(0, '127.0.0.1')
  await once(app.server, 'listening')
  const address = app.server.address()
  const base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  url = options.publicUrl ?? base

  async function request(name: EndpointName, sent: SendOptions): Promise<Answer<unknown>> {
    const { method, path } = endpoints[name]
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, key: string) => sent.params?.[key] ?? '')
    const query = new URLSearchParams(
      Object.entries(sent.query ?? {}).map(([key, value]) => [key, String(value)]),
    )
    const response = await fetch(`${base}/api/v1${filled}${query.size > 0 ? `?${query}` : ''}`, {
      method,
      headers: {
        ...(sent.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(sent.key === undefined ? {} : { 'Idempotency-Key': sent.key }),
        ...(sent.bearer === undefined ? {} : { Authorization: `Bearer ${sent.bearer}` }),
        ...sent.headers,
      },
      ...(sent.body === undefined ? {} : { body: JSON.stringify(sent.body) }),
    })
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? null : (JSON.parse(text) as unknown),
    }
  }

  return {
    url: base,
    app,
    storage,
    tokens,
    clock,
    log,
    mails,
    async send(name, sent = {}) {
      const answer = await request(name, sent)
      const { response, status } = endpoints[name]
      if (answer.status !== status) {
        throw new Error(`${name} answered ${answer.status}: ${JSON.stringify(answer.body)}`)
      }
      return { ...answer, body: response ? response.parse(answer.body) : null } as never
    },
    async refuse(name, sent = {}) {
      const answer = await request(name, sent)
      if (answer.status < 400) throw new Error(`${name} was not refused: ${answer.status}`)
      return answer as Answer<Problem>
    },
    async expert(slug) {
      const expert = await storage.experts.findBySlug(slug)
      if (!expert) throw new Error(`no expert ${slug}`)
      return expert
    },
    async stop() {
      await app.close()
      app.server.close()
      await storage.close()
    },
  }
}

let keys = 0
/** A new Idempotency-Key. */
export function newKey(): string {
  return `key-of-a-test-${++keys}`
}

/** The last mail to an address, once there is one: what is owed goes out a moment after the answer. */
export async function mailTo({ mails }: Pick<World, 'mails'>, address: string): Promise<Mail> {
  for (;;) {
    const mail = mails.findLast(({ to }) => to === address)
    if (mail) return mail
    await delay(20)
  }
}
