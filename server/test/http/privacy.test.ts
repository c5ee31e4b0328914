import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { openStorage } from '../../src/storage/open.ts'
import type { Storage } from '../../src/storage/port/storage.ts'
import { type ClientFixture, makeClient } from '../client-fixture.ts'
import { startWorld, type World } from '../harness.ts'
import { rawRequest, type RawRequest } from '../raw-request.ts'
import { connect, type Listener } from '../realtime/listener.ts'
import { signInByTheBackDoor } from './private-person.ts'
import { bookingInput, later, tuesdayTen } from './requests.ts'

/** Words that stand nowhere but in the bookings of this test. */
const customer = {
  name: 'Zephyrine Quillfeather',
  email: 'zephyrine.quillfeather@private.example',
  phone: '+49 30 5550147',
}
const corrected = { name: 'Xanthippe Quillfeather', email: 'xanthippe@secret.example' }
const topic = 'Sapphire umbrellas, and why'
const reason = 'Marmalade poisoning'
/** Of Ada, for whoever has booked her. */
const meetingUrl = 'https://meet.example/room-of-kingfisher'
const personal =
  /zephyrine|quillfeather|xanthippe|private\.example|5550147|sapphire|marmalade|kingfisher/i

let client: ClientFixture
let world: World
let stranger: Listener
let failing = false

/** What the customer alone may know of: their keys, and the tokens and tickets that they were given. */
const secrets: string[] = []
/** Everything that a stranger was answered. */
const heard: string[] = []

beforeAll(async () => {
  client = await makeClient()
  const storage = await openStorage('file::memory:')
  world = await startWorld({ clientDir: client.dir, storage: breakable(storage) })
  const ada = await world.expert('ada-lovelace')
  await storage.experts.change({ next: { ...ada, version: 2, meetingUrl } })
  stranger = await connect(world.url)
})
afterAll(async () => {
  stranger.close()
  await world.stop()
  await client.remove()
})

function breakable(storage: Storage): Storage {
  const failed = () => Promise.reject(new Error('the disk is gone'))
  const broken = (part: object): object =>
    Object.fromEntries(
      Object.entries(part).map(([name, each]: [string, unknown]) => {
        if (name === 'listen' || name === 'close') return [name, each]
        if (typeof each !== 'function') return [name, broken(each as object)]
        const run = each as (...given: unknown[]) => unknown
        return [name, (...given: unknown[]) => (failing ? failed() : run(...given))]
      }),
    )
  return broken(storage) as Storage
}

interface Made {
  readonly id: string
  readonly token: string
}

let keys = 0
/** A request of the customer; its key and whatever it was given must stay theirs. */
async function own(method: string, path: string, body?: unknown, token?: string) {
  const key = `a-key-of-the-customer-${++keys}`
  secrets.push(key)
  const answer = await rawRequest(world.url, `/api/v1${path}`, {
    method,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': key,
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    },
  })
  const found = answer.text.matchAll(/"(?:token|manageToken|ticket)":"([^"]+)"/g)
  secrets.push(...[...found].map(([, secret = '']) => secret))
  return answer
}

async function book(startsAt: string, more: Record<string, unknown> = {}): Promise<Made> {
  const answer = await own(
    'POST',
    '/bookings',
    bookingInput(startsAt, { customer, topic, ...more }),
  )
  expect(answer.status).toBe(201)
  const { booking, manageToken } = JSON.parse(answer.text) as {
    booking: { id: string }
    manageToken: string
  }
  return { id: booking.id, token: manageToken }
}

async function change({ id, token }: Made, body: Record<string, unknown>): Promise<void> {
  expect((await own('PATCH', `/bookings/${id}`, body, token)).status).toBe(200)
}

/** A request of somebody else: whatever comes back is kept. */
async function pry(path: string, request: RawRequest = {}): Promise<void> {
  const { headers, text } = await rawRequest(world.url, path, request)
  heard.push(JSON.stringify(headers) + text)
}

async function pryAll(bookings: readonly Made[], holdId: string): Promise<void> {
  const tokens = [undefined, 'x'.repeat(43), (await book('2027-01-20T10:00:00Z')).token]
  for (const token of tokens) {
    const headers = {
      'Content-Type': 'application/json',
      'Idempotency-Key': 'a-key-of-a-stranger',
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    }
    for (const { id } of [...bookings, { id: holdId }]) {
      const cancel = JSON.stringify({ version: 1, status: 'cancelled' })
      const offer = JSON.stringify({ version: 1, moreTime: 'offer' })
      await pry(`/api/v1/bookings/${id}`, { headers })
      await pry(`/api/v1/bookings/${id}`, { headers, method: 'PATCH', body: cancel })
      await pry(`/api/v1/bookings/${id}`, { headers, method: 'PATCH', body: offer })
      await pry(`/api/v1/bookings/${id}/notes`, { headers })
      await pry(`/api/v1/bookings/${id}/calendar-ticket`, { headers, method: 'POST' })
      await pry(`/api/v1/bookings/${id}/calendar.ics?ticket=${token}`, { headers })
      await pry(`/api/v1/holds/${id}`, { headers, method: 'PATCH', body: '{"renew":true}' })
      await pry(`/api/v1/holds/${id}`, { headers, method: 'DELETE' })
      await pry(`/b/${id}`, { headers })
      heard.push(JSON.stringify(await stranger.ask('bookings:watch', { id, token: token ?? 'x' })))
    }
    const range = 'from=2027-01-11&to=2027-02-15&timeZone=UTC'
    const slugs = ['ada-lovelace', 'bina-gurung']
    const public_ = slugs.flatMap((slug) => [
      `/api/v1/experts/${slug}`,
      `/api/v1/experts/${slug}/slots?${range}`,
      `/api/v1/experts/${slug}/reviews`,
      `/experts/${slug}`,
    ])
    const general = ['/api/v1/categories', '/api/v1/experts', '/api/v1/bookings', '/healthz']
    for (const path of [...public_, ...general, '/readyz', '/metrics', '/', '/bookings']) {
      await pry(path, { headers })
    }
    for (const path of [
      'calendar-feeds/customer',
      'calendar-feeds/expert',
      'passkeys',
      'passkeys/start',
      'passkeys/sign-in',
      'sessions',
      'data',
    ]) {
      await pry(`/api/v1/auth/${path}`, { headers })
      await pry(`/api/v1/auth/${path}`, { headers, method: 'POST' })
    }
    for (const word of ['Zephyrine', 'Sapphire', customer.email]) {
      await pry(`/api/v1/experts?query=${encodeURIComponent(word)}`, { headers })
    }
  }
}

/** The customer's key and times with what a stranger makes up. */
async function collide(bookingStart: string): Promise<void> {
  const body = JSON.stringify(bookingInput(bookingStart))
  for (const key of secrets.filter((secret) => secret.startsWith('a-key'))) {
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key }
    await pry('/api/v1/bookings', { method: 'POST', headers, body })
    const hold = JSON.stringify({ expertId: 'expert-ada', startsAt: bookingStart, minutes: 30 })
    await pry('/api/v1/holds', { method: 'POST', headers, body: hold })
  }
}

it('a stranger learns nothing of a customer, whatever they ask and whatever happens', async () => {
  for (const expertId of ['expert-ada', 'expert-bina'])
    await stranger.ask('board:watch', { expertId })
  const feed = await signInByTheBackDoor(world, customer)
  secrets.push(feed.address)
  for (const address of [feed.id, `${feed.id}${'x'.repeat(43)}`]) {
    await pry(`/api/v1/calendars/${address}.ics`)
  }
  const held = await own('POST', '/holds', {
    expertId: 'expert-ada',
    startsAt: tuesdayTen,
    minutes: 30,
    holder: 'browser-of-zephyrine',
  })
  const hold = JSON.parse(held.text) as { id: string; token: string }
  const first = await book(tuesdayTen, { hold })
  await change(first, { version: 2, startsAt: later(tuesdayTen, 60) })
  await change(first, { version: 3, customer: { name: corrected.name }, topic })
  await own('PUT', `/bookings/${first.id}/notes`, { version: 0, text: topic }, first.token)
  const second = await book(later(tuesdayTen, 180))
  await own('POST', `/bookings/${second.id}/calendar-ticket`, undefined, second.token)
  await change(second, { version: 1, customer: { email: corrected.email } })
  const third = await book(later(tuesdayTen, 240))
  const token = world.tokens.forExpert({ id: third.id, expertId: 'expert-ada' })
  await change({ id: third.id, token }, { version: 1, moreTime: 'offer' })
  await change(third, { version: 2, moreTime: 'accept' })
  await change(third, { version: 3, status: 'cancelled', reason })
  const pending = await own('POST', '/holds', {
    expertId: 'expert-ada',
    startsAt: later(tuesdayTen, 300),
    minutes: 30,
  })
  const { id: holdId } = JSON.parse(pending.text) as { id: string }

  await pryAll([first, second, third], holdId)
  await collide(later(tuesdayTen, 60))

  const told = () => stranger.told.map(({ event }) => (event as { status?: string }).status)
  await vi.waitFor(() =>
    expect(new Set(told())).toEqual(new Set(['held', 'booked', 'moved', 'cancelled'])),
  )
  heard.push(...stranger.told.map((each) => JSON.stringify(each)))
  expect(stranger.told.every(({ name }) => name === 'bookingUpdated')).toBe(true)

  // The test would see it if there were something to see.
  const mine = await own('GET', `/bookings/${first.id}`, undefined, first.token)
  expect(mine.text).toMatch(personal)
  const kept = `/api/v1/calendars/${feed.address}.ics`
  expect((await rawRequest(world.url, kept)).text).toContain(first.id)
  expect(heard.length).toBeGreaterThan(150)
  expect(heard.filter((answer) => personal.test(answer))).toEqual([])
  for (const secret of secrets) expect(heard.join('\n')).not.toContain(secret)
})

it('no answer to a fault repeats what was sent', async () => {
  const input = bookingInput(tuesdayTen, { customer, topic })
  const json = JSON.stringify(input)
  const faulty = [
    json.slice(0, -2),
    `${json}${json}`,
    JSON.stringify([input]),
    JSON.stringify({ ...input, startsAt: customer.email, timeZone: customer.name }),
    JSON.stringify({
      ...input,
      customer: { ...customer, email: `${customer.email},${customer.name}` },
    }),
    JSON.stringify({ ...input, topic: topic.repeat(100), customer: { ...customer, phone: topic } }),
    JSON.stringify({ ...input, startsAt: '2027-01-12T10:10:00Z' }),
    JSON.stringify({ ...input, expertId: 'expert-zephyrine' }),
    JSON.stringify({ ...input, topic: topic.repeat(4000) }),
  ]
  const paths = ['/nothing', `/bookings/${customer.email}`, `/experts/${encodeURIComponent(topic)}`]
  const answers = [
    ...(await Promise.all(faulty.map((body) => own('POST', '/bookings', body)))),
    ...(await Promise.all(paths.map((path) => own('PATCH', path, json)))),
    ...(await Promise.all(paths.map((path) => own('GET', `${path}?query=${customer.email}`)))),
  ]
  for (const { status, text } of answers) {
    expect(status).toBeGreaterThanOrEqual(400)
    expect(text).not.toMatch(personal)
  }
  const commands = ['board:watch', 'board:unwatch', 'bookings:watch'] as const
  for (const command of commands) {
    const answer = await stranger.ask(command, {
      id: customer.email,
      token: topic,
      expertId: topic,
    })
    expect(JSON.stringify(answer)).not.toMatch(personal)
  }
})

it('a failing store gives an anonymous answer', async () => {
  const made = await book('2027-01-21T10:00:00Z')
  failing = true
  const answers = await Promise.all([
    own('POST', '/bookings', bookingInput('2027-01-21T11:00:00Z', { customer, topic })),
    own('PATCH', `/bookings/${made.id}`, { version: 1, customer: corrected, topic }, made.token),
    own('PATCH', `/bookings/${made.id}`, { version: 1, status: 'cancelled', reason }, made.token),
    own('GET', `/bookings/${made.id}`, undefined, made.token),
    own('GET', `/experts?query=${customer.email}`),
  ])
  const watched = await stranger.ask('bookings:watch', made)
  failing = false
  expect(answers.map(({ status }) => status)).toEqual([500, 500, 500, 500, 500])
  for (const text of [...answers.map((answer) => answer.text), JSON.stringify(watched)]) {
    expect(text).toContain('internal_error')
    expect(text).not.toContain('the disk is gone')
    expect(text).not.toMatch(personal)
  }
  expect(world.log.filter((line) => line.includes('the disk is gone')).length).toBeGreaterThan(5)
})

it('no line of the log holds anything personal, a token, a ticket or a key', () => {
  expect(world.log.length).toBeGreaterThan(200)
  expect(secrets.length).toBeGreaterThan(20)
  expect(world.log.filter((line) => personal.test(line))).toEqual([])
  const log = world.log.join('\n')
  for (const secret of secrets) expect(log).not.toContain(secret)
  for (const line of world.log) expect(line).not.toMatch(/Bearer|authorization|127\.0\.0\.1/i)
})
