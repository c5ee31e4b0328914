import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Message } from '../../../src/domain/messages/message.ts'
import { openStorage } from '../../../src/storage/open.ts'
import { Unavailable } from '../../../src/storage/port/unavailable.ts'
import { startWorld, type World } from '../../harness.ts'
import { exchange, exim, gmail, postfix, type Report } from '../../mail/reports.ts'
import { rawRequest, type RawRequest } from '../../raw-request.ts'
import { expectProblem } from '../problem-check.ts'
import { later, makeBooking } from '../requests.ts'
import { adaEmail, adminEmail, signedIn, staffedContent } from '../staff.ts'

const path = '/hooks/bounces'
const secret = 'a-secret_of.the~tests+for/bounces=='
const authorization = `Bearer ${secret}`
const reply = '550 5.1.1 <[address]>: Recipient address rejected: User unknown'

let world: World
beforeAll(async () => {
  world = await startWorld({ content: staffedContent(), bounceSecret: secret })
})
afterAll(() => world.stop())

function post(body: string | Buffer, headers: RawRequest['headers'] = {}, at = world) {
  const sent = { 'Content-Type': 'message/rfc822', Authorization: authorization, ...headers }
  return rawRequest(at.url, path, { method: 'POST', headers: sent, body })
}

let starts = 0
/** A booking whose confirmation was handed over, with that message. */
async function confirmed(at = world) {
  // Each half hour from nine to five, from the Tuesday on.
  const startsAt = later(
    '2027-01-12T09:00:00Z',
    Math.floor(starts / 16) * 1440 + (starts % 16) * 30,
  )
  starts++
  const { booking, manageToken } = await makeBooking(at, startsAt)
  const message = await vi.waitFor(
    async () => {
      const all = await at.storage.messages.listOfBooking(booking.id)
      const found = all.find(({ kind, about, state }) => {
        return kind === 'booked' && about.recipient === 'customer' && state === 'handed_over'
      })
      if (!found) throw new Error('Not yet handed over')
      return found
    },
    { timeout: 20_000 },
  )
  return { booking, manageToken, message, messageId: idOf(message) }
}

function idOf({ stamp }: Message): string {
  if (!stamp) throw new Error('It was never tried')
  return stamp.messageId
}

async function stateOf({ id }: Message): Promise<string | undefined> {
  return (await world.storage.messages.find(id))?.state
}

async function expectUnmoved(message: Message): Promise<void> {
  expect(await world.storage.messages.find(message.id)).toEqual(message)
}

describe('a report of failed delivery', () => {
  it.each<[string, Report]>([
    ['Postfix', postfix],
    ['Exchange', exchange],
    ['Gmail', gmail],
    ['Exim', exim],
  ])('of %s marks the mail that it names', async (_who, report) => {
    const { message, messageId } = await confirmed()
    const answer = await post(report({ messageId }))
    expect([answer.status, answer.text]).toEqual([204, ''])
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(await stateOf(message)).toBe('refused')
  })

  it('is told to the customer and to administrators, and without the reply to the expert', async () => {
    const { booking, manageToken, message, messageId } = await confirmed()
    world.clock.advance(60_000)
    await post(postfix({ messageId }))
    const params = { id: booking.id }
    const mails = (items: readonly { kind: string; recipient: string }[]) =>
      items.filter(({ kind, recipient }) => kind === 'booked' && recipient === 'customer')
    const refused = { kind: 'booked', recipient: 'customer', state: 'refused' }
    const at = new Date(world.clock.now).toISOString().replace('.000', '')

    const asCustomer = await world.send('listBookingMessages', { params, bearer: manageToken })
    expect(mails(asCustomer.body.items)).toEqual([{ ...refused, at, reply }])
    const ada = await signedIn(world, adaEmail)
    const asExpert = await ada.send('listBookingMessages', { params })
    expect(mails(asExpert.body.items)).toEqual([{ ...refused, at }])
    const admin = await signedIn(world, adminEmail)
    const { body } = await admin.send('listMessages', { query: { show: 'failed' } })
    expect(body.items.find(({ id }) => id === message.id)).toMatchObject({
      state: 'refused',
      reply,
    })
    const { body: desk } = await ada.send('listDeskBookings', { query: { limit: 100 } })
    const marked = desk.items.filter(({ mailRefused }) => mailRefused === true)
    expect(marked.map(({ id }) => id)).toContain(booking.id)
    const { booking: reached } = await confirmed()
    const { body: all } = await admin.send('findBookings', { query: { limit: 100 } })
    const reachedNow = all.items.find(({ id }) => id === reached.id)
    expect(reachedNow).not.toHaveProperty('mailRefused')
    // Nothing but the message has changed.
    const { body: still } = await world.send('getBooking', { params, bearer: manageToken })
    expect(still.booking.customer?.email).toBe('grace@example.com')
    expect(still.booking).toMatchObject({ status: 'booked', version: booking.version })
  })

  it('may come twice, and lets the mail be sent again', async () => {
    const { message, messageId } = await confirmed()
    await post(postfix({ messageId }))
    const first = await world.storage.messages.find(message.id)
    world.clock.advance(60_000)
    expect((await post(exim({ messageId }))).status).toBe(204)
    expect(await world.storage.messages.find(message.id)).toEqual(first)
    const admin = await signedIn(world, adminEmail)
    await admin.send('retryMessage', { params: { id: message.id } })
    await vi.waitFor(async () => expect(await stateOf(message)).toBe('handed_over'), 20_000)
  })
})

describe('nothing happens', () => {
  it.each<[string, (messageId: string) => string | Buffer]>([
    ['a mail that is only late', (id) => postfix({ messageId: id, action: 'delayed' })],
    ['a mail that arrived', (id) => postfix({ messageId: id, action: 'delivered' })],
    ['a mail of somebody else', () => postfix({ messageId: '<1@shop.example>' })],
    ['another installation', (id) => postfix({ messageId: id.replace('@', '@other.') })],
    ['an id that is nearly ours', (id) => postfix({ messageId: id.toUpperCase() })],
    ['an id in a text', (id) => `Subject: failed\n\n${id} 550 5.1.1`],
    ['a pattern instead of an id', () => postfix({ messageId: '<%@experts.example>' })],
    ['broken MIME', (id) => postfix({ messageId: id }).replaceAll('--4F2', '-4F2')],
    ['no mail at all', () => Buffer.from([0, 255, 254, 13, 10, 13, 10, 0])],
    ['an empty body', () => ''],
  ])('on %s, which is answered as all are', async (_what, report) => {
    const { message, messageId } = await confirmed()
    const answer = await post(report(messageId))
    expect([answer.status, answer.text]).toEqual([204, ''])
    await expectUnmoved(message)
  })

  it('without the secret, and nobody learns that something is here', async () => {
    const { message, messageId } = await confirmed()
    const report = postfix({ messageId })
    const wrong = [
      '',
      'Bearer',
      `Basic ${secret}`,
      secret,
      `Bearer ${secret}x`,
      `Bearer ${secret.slice(1)}`,
      `Bearer ${secret.toUpperCase()}`,
      `Bearer ${'x'.repeat(secret.length)}`,
      `Bearer ${secret} ${secret}`,
    ]
    const elsewhere = await rawRequest(world.url, '/hooks/nothing', {
      method: 'POST',
      body: report,
    })
    const headersOf = (answer: { headers: object }) => Object.keys(answer.headers)
    for (const given of wrong) {
      const answer = await post(report, { Authorization: given })
      expectProblem(answer, 'not_found')
      expect(headersOf(answer)).toEqual(headersOf(elsewhere))
    }
    expectProblem(await rawRequest(world.url, path), 'not_found')
    await expectUnmoved(message)
  })

  it('where there is no hook', async () => {
    const bare = await startWorld()
    for (const given of [authorization, 'Bearer ', 'Bearer null', '']) {
      expectProblem(await post('x', { Authorization: given }, bare), 'not_found')
    }
    await bare.stop()
  })

  it.each(['text/plain', 'application/json', 'multipart/form-data; boundary=a', 'x'])(
    'as %s',
    async (type) => {
      const answer = await post(postfix({ messageId: '<1@x>' }), { 'Content-Type': type })
      expectProblem(answer, 'unsupported_media')
    },
  )

  it('with what is larger than a report, or packed', async () => {
    const { message, messageId } = await confirmed()
    const report = postfix({ messageId })
    const filled = (size: number) => report + 'x'.repeat(size - report.length)
    expectProblem(await post(filled(1024 * 1024 + 1)), 'too_large')
    expectProblem(await post(report, { 'Content-Encoding': 'gzip' }), 'unsupported_media')
    await expectUnmoved(message)
    expect((await post(filled(1024 * 1024))).status).toBe(204)
    expect(await stateOf(message)).toBe('refused')
  })
})

it('any bytes are answered, and none is our fault', async () => {
  const bytes = fc.uint8Array({ maxLength: 3000 }).map((each) => Buffer.from(each))
  const head = fc.constantFrom('', 'Content-Type: multipart/report; report-type=delivery-status; ')
  const bodies = fc
    .tuple(head, bytes)
    .map(([before, each]) => Buffer.concat([Buffer.from(before), each]))
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      expect((await post(body)).status).toBe(204)
    }),
    { numRuns: 100 },
  )
  expect(world.log.filter((line) => line.includes('unexpected error'))).toEqual([])
})

it('60 are taken a minute, and whoever has no secret uses none of them up', async () => {
  const limited = await startWorld({ bounceSecret: secret, rateLimits: true })
  for (let count = 0; count < 70; count++) {
    expect((await post('x', { Authorization: 'Bearer x' }, limited)).status).toBe(404)
  }
  for (let count = 0; count < 60; count++) expect((await post('x', {}, limited)).status).toBe(204)
  const problem = expectProblem(await post('x', {}, limited), 'too_many')
  expect(problem.retryAfterSeconds).toBeLessThanOrEqual(60)
  await limited.stop()
})

it('a store that does not answer is no reason to forget a report: it shall come again', async () => {
  const storage = await openStorage('file::memory:')
  const bounced = () => Promise.reject(new Unavailable('no answer within 5 s'))
  const messages = { ...storage.messages, bounced }
  const down = await startWorld({ bounceSecret: secret, storage: { ...storage, messages } })
  const answer = await post(postfix({ messageId: '<1@experts.example>' }), {}, down)
  expectProblem(answer, 'unavailable')
  await down.stop()
})

it('no line of the log holds the secret, an address, an id or a word of a report', () => {
  const lines = world.log.filter((line) => line.includes(path))
  expect(lines.length).toBeGreaterThan(20)
  const told = /a-secret_of|grace|example\.com|experts\.example|Recipient|User unknown/i
  expect(world.log.filter((line) => told.test(line))).toEqual([])
})
