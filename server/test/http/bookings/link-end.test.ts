import type { EndpointName } from '@expertconnect/contract/endpoints'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { instantOf, parseInstant } from '../../../src/domain/time/instant.ts'
import { createTokens } from '../../../src/base/tokens.ts'
import { createBrowser } from '../../browser.ts'
import { newKey, startWorld, type World } from '../../harness.ts'
import { connect } from '../../realtime/listener.ts'
import { bookingInput, makeBooking, tuesdayTen } from '../requests.ts'

const day = 24 * 60 * 60_000
const ends = parseInstant('2027-01-12T10:30:00Z')
const lastMoment = instantOf(ends + 90 * day - 1)
const over = instantOf(ends + 90 * day)
const grace = 'grace@example.com'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.stop())

async function booked() {
  const { booking, manageToken } = await makeBooking(world, tuesdayTen)
  const record = await world.storage.bookings.find(booking.id)
  const expertToken = world.tokens.forExpert({ id: booking.id, expertId: record?.expertId ?? '' })
  return { params: { id: booking.id }, bearer: manageToken, expertToken }
}

/** Every door that a link opens. */
const doors: readonly (readonly [EndpointName, object])[] = [
  ['getBooking', {}],
  ['changeBooking', { body: { version: 1, status: 'cancelled', reason: 'No' } }],
  ['createCalendarTicket', {}],
  ['listBookingMessages', {}],
  ['sendAgain', {}],
  ['getCall', {}],
  ['reportCall', { body: { fault: 'no_path' } }],
]

describe('a link to a booking', () => {
  it('opens it until 90 days after the session, that of the expert as well', async () => {
    const { params, bearer, expertToken } = await booked()
    world.clock.now = lastMoment
    for (const token of [bearer, expertToken]) {
      expect((await world.send('getBooking', { params, bearer: token })).status).toBe(200)
    }
    world.clock.now = over
    for (const token of [bearer, expertToken]) {
      for (const [name, input] of doors) {
        const { status, body } = await world.refuse(name, {
          params,
          bearer: token,
          key: newKey(),
          ...input,
        })
        expect([name, status, body.code]).toEqual([name, 410, 'link_over'])
        expect(JSON.stringify(body)).not.toMatch(/grace|hopper|lovelace/i)
      }
      const listener = await connect(world.url, { origin: world.url })
      const watched = await listener.ask('bookings:watch', { ...params, token })
      expect(watched).toMatchObject({ ok: false, problem: { code: 'link_over' } })
      listener.close()
    }
  })

  it('that was never right is answered as ever: nobody can try out what exists', async () => {
    const { params, bearer } = await booked()
    world.clock.now = over
    const wrong = [
      '',
      `${bearer}x`,
      `1${bearer}`,
      `${over}.${bearer}`,
      '9999999999999.x',
      'x'.repeat(43),
    ]
    for (const token of wrong) {
      for (const name of ['getBooking', 'renewLink'] as const) {
        const { status, body } = await world.refuse(name, { params, bearer: token })
        expect([status, body.code]).toEqual([404, 'not_found'])
      }
    }
    expect(world.mails.filter(({ subject }) => subject.startsWith('A new link'))).toEqual([])
  })

  it('that is over leaves the session: whoever signs in sees the booking', async () => {
    const { params, bearer } = await booked()
    world.clock.now = over
    const browser = createBrowser(world)
    await browser.signIn(grace)
    expect((await browser.send('getBooking', { params })).body.booking.status).toBe('completed')
    expect((await browser.send('getBooking', { params, bearer })).status).toBe(200)
  })

  it('ends after as many days as the installation says', () => {
    const record = { id: 'booking-1', expertId: 'expert-ada', tokenVersion: 1, endsAt: ends }
    const tokens = createTokens('x'.repeat(32), 7)
    const token = tokens.forCustomer(record)
    expect(tokens.readCustomer(token, record, instantOf(ends + 7 * day - 1))).toBe('open')
    expect(tokens.readCustomer(token, record, instantOf(ends + 7 * day))).toBe('over')
  })
})

describe('a link that is over', () => {
  const newLink = () => {
    const mail = world.mails.findLast(({ subject }) => subject.startsWith('A new link'))
    return { to: mail?.to, token: /\/b\/[\w-]+#([\w.-]+)/.exec(mail?.text ?? '')?.[1] ?? '' }
  }

  it('brings a new one to the address of the booking, and tells nothing to whoever asked', async () => {
    const { params, bearer } = await booked()
    world.clock.now = over
    const { status, body } = await world.send('renewLink', { params, bearer })
    expect([status, body]).toEqual([202, null])
    const { to, token } = newLink()
    expect(to).toBe(grace)
    const { booking } = (await world.send('getBooking', { params, bearer: token })).body
    expect(booking).toMatchObject({ seenAs: 'customer', status: 'completed' })
    // The old one stays over.
    expect((await world.refuse('getBooking', { params, bearer })).status).toBe(410)
    world.clock.advance(90 * day)
    expect((await world.refuse('getBooking', { params, bearer: token })).body.code).toBe(
      'link_over',
    )
    await world.send('renewLink', { params, bearer: token })
    expect(newLink().token).not.toBe(token)
  })

  it('can be asked for three times a day, whoever asks', async () => {
    const { params, bearer } = await booked()
    world.clock.now = over
    for (let time = 0; time < 3; time++) await world.send('renewLink', { params, bearer })
    const { status, body } = await world.refuse('renewLink', { params, bearer })
    expect([status, body.code]).toEqual([429, 'too_many'])
    world.clock.advance(day)
    await world.send('renewLink', { params, bearer })
  })

  it('is void with a correction of the address, the new one too', async () => {
    const { params, bearer } = await booked()
    const record = await world.storage.bookings.find(params.id)
    const id = params.id
    const again = world.tokens.forCustomerUntil({ id, tokenVersion: 1 }, instantOf(over + day))
    expect((await world.send('getBooking', { params, bearer: again })).status).toBe(200)
    const { customer } = bookingInput(tuesdayTen)
    const body = {
      version: record?.version,
      customer: { ...customer, email: 'hopper@example.org' },
    }
    await world.send('changeBooking', { params, body, bearer, key: newKey() })
    world.clock.now = over
    for (const token of [bearer, again]) {
      expect((await world.refuse('getBooking', { params, bearer: token })).status).toBe(404)
      expect((await world.refuse('renewLink', { params, bearer: token })).status).toBe(404)
    }
  })

  it('says that mail cannot be sent, where that is so', async () => {
    const { params, bearer } = await booked()
    const silent = await startWorld({
      handOver: async () => ({ kind: 'unreachable', reason: 'away' }),
      storage: world.storage,
    })
    silent.clock.now = over
    const { status, body } = await silent.refuse('renewLink', { params, bearer })
    expect([status, body.code]).toEqual([503, 'unavailable'])
    await silent.app.close()
    silent.app.server.close()
  })
})
