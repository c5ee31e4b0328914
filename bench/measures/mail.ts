import { randomUUID } from 'node:crypto'
import { createTransport } from 'nodemailer'
import type { Mail } from '../../server/src/mail/mail.ts'
import type { Transport } from '../../server/src/mail/transport.ts'
import {
  createDelivery,
  createLetters,
  createMailPause,
  createSmtpTransport,
  createTokens,
  handoversAtOnce,
  openStorage,
  plus,
} from '../built.ts'
import { startChild } from '../child.ts'
import { type Figure, figureOf, medianOf, microseconds } from '../figures.ts'
import type { MailSinkCalls } from '../children/mail-sink.ts'
import { type Result, resultOf } from '../report.ts'
import type { Environment } from '../servers.ts'
import { freeStarts, secret } from '../store.ts'

const sender = 'no-reply@experts.example'
const hour = 3_600_000

/**
 * What many bookings owe, taken up, written and handed over to a server of mail on this machine, beside bare nodemailer that
 * sends the same mails over a pool of its own.
 */
export async function benchMail(env: Environment): Promise<Result[]> {
  const sink = await startChild<MailSinkCalls>('mail-sink', [], { profile: env.profile })
  const port = await sink.call('port', null)
  const rounds: { ours: Figure[]; floor: Figure[] } = { ours: [], floor: [] }
  try {
    for (let round = 0; round < env.settings.rounds; round++) {
      const { figure, mails } = await drain(env, port)
      rounds.ours.push(figure)
      rounds.floor.push(await sendBare(mails, port))
    }
  } finally {
    await sink.stop()
    await env.stopAll()
  }
  return [
    resultOf({
      bench: 'mail',
      name: `${env.settings.mails} mails that were owed are handed over`,
      ours: medianOf(rounds.ours),
      floor: medianOf(rounds.floor),
      compared: 'throughput',
      target: { atLeast: 0.5 },
      rounds,
    }),
  ]
}

/** Two mails for each booking: its customer's and its expert's. */
async function drain(env: Environment, port: number) {
  const { storage, owed } = await owe(env)
  const { transport, mails } = watched(port)
  const deps = {
    storage,
    transport,
    clock: () => env.now,
    newId: () => randomUUID(),
    newMessageId: () => `<${randomUUID()}@experts.example>`,
    sender: () => sender,
    calendarDomain: 'experts.example',
    tokens: createTokens(secret),
  }
  const delivery = createDelivery(
    deps,
    createLetters(deps, () => 'https://experts.example'),
    createMailPause(deps.clock),
  )
  const taken: number[] = []
  async function line(): Promise<void> {
    for (;;) {
      const at = microseconds()
      if ((await delivery.deliverNext()) === 'idle') return
      taken.push(microseconds() - at)
    }
  }
  const began = microseconds()
  while ((await storage.messages.takeUp(env.now)) > 0);
  await Promise.all(Array.from({ length: handoversAtOnce }, line))
  const figure = figureOf(taken, microseconds() - began)
  if (mails.length !== owed) throw new Error(`Of ${owed} mails ${mails.length} were handed over`)
  await transport.close()
  await storage.close()
  return { figure, mails }
}

/** A store in which so many mails are owed, and nothing else. */
async function owe(env: Environment) {
  const { content } = await env.store(env.settings.sizes.few)
  const { experts } = content
  const people = experts.map(({ id, slug }) => ({
    id: `person-${slug}`,
    email: `${slug}@example.com`,
    isAdmin: false,
    expertId: id,
    createdAt: env.now,
  }))
  const storage = await openStorage(await env.filled({ ...content, bookings: [], people }))
  const empty = { content: { ...content, bookings: [] } }
  const starts = freeStarts(empty, experts, env.now).slice(0, env.settings.mails / 2)
  const key = { fingerprint: 'of the bench' }
  const claims = starts.map(({ expertId, startsAt }, index) => {
    const endsAt = plus(startsAt, hour / 2)
    return storage.bookings.claim(
      {
        state: 'booked',
        id: `booking-${String(index).padStart(8, '0')}`,
        expertId,
        version: 1,
        minutes: 30,
        createdAt: env.now,
        bookedAt: env.now,
        startsAt,
        endsAt,
        until: endsAt,
        customer: { name: 'Grace Hopper', email: `grace-${index}@example.org` },
        topic: 'A compiler that nobody believes in',
        timeZone: 'Asia/Kathmandu',
        hourlyRate: 9000,
        currency: 'USD',
        tokenVersion: 1,
        cancellationMinutes: 1440,
      },
      { now: env.now, scheduleVersion: 1, key: { ...key, key: `key-${index}` } },
    )
  })
  const outcomes = await Promise.all(claims)
  const owed = 2 * outcomes.filter(({ kind }) => kind === 'done').length
  return { storage, owed }
}

/** The product's own transport, which also tells what it was given. */
function watched(port: number): { transport: Transport; mails: Mail[] } {
  const smtp = createSmtpTransport({
    host: '127.0.0.1',
    port,
    isSecure: false,
    requiresTls: false,
    login: null,
    from: { name: 'ExpertConnect', address: sender },
    bounces: null,
    dkim: null,
  })
  const mails: Mail[] = []
  const transport: Transport = {
    check: () => smtp.check(),
    close: () => smtp.close(),
    handOver(mail, stamp) {
      mails.push(mail)
      return smtp.handOver(mail, stamp)
    },
  }
  return { transport, mails }
}

async function sendBare(mails: readonly Mail[], port: number): Promise<Figure> {
  const pool = createTransport({
    pool: true,
    maxConnections: handoversAtOnce,
    host: '127.0.0.1',
    port,
    secure: false,
    ignoreTLS: true,
  })
  const began = microseconds()
  const taken = await Promise.all(
    mails.map(async ({ to, subject, text, html, invite }) => {
      const at = microseconds()
      await pool.sendMail({
        from: sender,
        to,
        subject,
        text,
        html,
        ...(invite
          ? { icalEvent: { method: invite.method, content: invite.file, filename: 'session.ics' } }
          : {}),
      })
      return microseconds() - at
    }),
  )
  const figure = figureOf(taken, microseconds() - began)
  pool.close()
  return figure
}
