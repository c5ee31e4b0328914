import type { CallRole } from '@expertconnect/contract/calls/shapes'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cancel, correct, move } from '../../../src/domain/bookings/transitions.ts'
import { waitingMessage } from '../../../src/domain/messages/message.ts'
import { hour, minute, plus } from '../../../src/domain/time/instant.ts'
import type { Handover } from '../../../src/mail/transport.ts'
import { openStorage } from '../../../src/storage/open.ts'
import type { Storage } from '../../../src/storage/port/storage.ts'
import { ada, book, emptyContent, fresh, now, span } from '../../storage/fixtures.ts'
import { aPerson } from '../../storage/people/people-fixtures.ts'
import { openMailRoom } from './mail-room.ts'

const expertAddress = 'ada@example.org'
const customer = { name: 'Grace Hopper', email: 'grace@example.org' }

let storage: Storage
let room: ReturnType<typeof openMailRoom>
beforeEach(async () => {
  storage = await openStorage('file::memory:')
  const people = [aPerson({ email: expertAddress, expertId: ada })]
  await storage.fill({ ...emptyContent(), people })
  room = openMailRoom(storage)
})
afterEach(() => storage.close())

const soon = () => book(storage, { slot: 96, customer })
const to = (mails: readonly { readonly mail: { readonly to: string } }[]) =>
  mails.map(({ mail }) => mail.to).toSorted()

async function change(next: ReturnType<typeof cancel> | ReturnType<typeof move>): Promise<void> {
  const key = { key: fresh('key'), fingerprint: 'of it', tokenVersion: 1 }
  const outcome = await storage.bookings.change({
    next,
    now: room.clock.now,
    scheduleVersion: 1,
    key,
  })
  expect(outcome.kind).toBe('done')
}

async function stateOf(bookingId: string) {
  const messages = await storage.messages.listOfBooking(bookingId)
  return messages.map(({ about, state, attempts }) => ({ to: about.recipient, state, attempts }))
}

describe('delivery', () => {
  it('hands a confirmation over to both, each with links of their own and an invite', async () => {
    const booking = await soon()
    const sent = await room.deliverAll()
    expect(to(sent)).toEqual([expertAddress, customer.email])
    const texts = sent.map(({ mail }) => mail.text)
    const tokens = texts.map((text) => /#([\w-]{43})/.exec(text)?.[1])
    expect(new Set(tokens).size).toBe(2)
    for (const { mail } of sent) {
      expect(mail.invite?.method).toBe('REQUEST')
      expect(mail.invite?.file).toContain(`UID:${booking.id}@experts.example`)
    }
    expect(await room.deliverAll()).toEqual([])
  })

  it('pauses while no server is reached, and that costs no message an attempt', async () => {
    const booking = await soon()
    room.server.answer = () => ({ kind: 'unreachable', reason: 'connection refused' })
    for (let minutes = 0; minutes < 60; minutes++) {
      expect(await room.deliverAll()).toEqual([])
      room.clock.advance(minute)
    }
    expect(room.pause.read()).toMatchObject({ since: now, reason: 'connection refused' })
    expect(await stateOf(booking.id)).toEqual([
      { to: expect.anything() as unknown, state: 'waiting', attempts: 0 },
      { to: expect.anything() as unknown, state: 'waiting', attempts: 0 },
    ])
    room.server.answer = () => ({ kind: 'handed_over', reply: '250 OK' })
    room.clock.advance(2 * minute)
    expect(await room.deliverAll()).toHaveLength(2)
    expect(room.pause.read()).toBeNull()
  })

  it('asks a server that is away ever more seldom, at least every two minutes', async () => {
    await soon()
    const asked: number[] = []
    room.server.answer = () => {
      asked.push(room.clock.now - now)
      return { kind: 'unreachable', reason: 'no route' }
    }
    for (let seconds = 0; seconds < 900; seconds++) {
      await room.deliverAll()
      room.clock.advance(1000)
    }
    const gaps = asked.slice(1).map((at, index) => at - (asked[index] ?? 0))
    expect(gaps.slice(0, 5)).toEqual([5000, 10_000, 20_000, 40_000, 80_000])
    expect(gaps.slice(5).every((gap) => gap === 2 * minute)).toBe(true)
  })

  it('tries what was refused for the moment again, and leaves what was refused for good', async () => {
    const booking = await soon()
    const answers: Record<string, Handover> = {
      [customer.email]: { kind: 'deferred', reply: '451 come back later' },
      [expertAddress]: { kind: 'refused', reply: '550 no such user' },
    }
    room.server.answer = ({ to: address }) =>
      answers[address] ?? { kind: 'handed_over', reply: '250 OK' }
    await room.deliverAll()
    await room.deliverAll()
    const states = await storage.messages.listOfBooking(booking.id)
    expect(states.find(({ about }) => about.recipient === 'expert')).toMatchObject({
      state: 'refused',
      reply: '550 no such user',
    })
    expect(states.find(({ about }) => about.recipient === 'customer')).toMatchObject({
      state: 'waiting',
      attempts: 1,
      reply: '451 come back later',
    })
    answers[customer.email] = { kind: 'handed_over', reply: '250 OK' }
    room.clock.advance(minute)
    expect(to(await room.deliverAll())).toEqual([customer.email])
  })

  it('repeats a mail whose end is unknown with the same Message-ID, and parks it in the end', async () => {
    const booking = await soon()
    const seen: string[] = []
    room.server.answer = ({ to: address }) => {
      if (address !== customer.email) return { kind: 'handed_over', reply: '250 OK' }
      seen.push(address)
      return { kind: 'unknown', reason: 'the line broke' }
    }
    for (let minutes = 0; minutes < 30; minutes++) {
      await room.deliverAll()
      room.clock.advance(minute)
    }
    expect(seen).toHaveLength(10)
    const states = await stateOf(booking.id)
    expect(states.find((each) => each.to === 'customer')?.state).toBe('parked')
  })

  it('sends no confirmation of what was moved or cancelled before it could be sent', async () => {
    const booking = await soon()
    const moved = move(booking, 60, span({ slot: 192 }))
    await change(moved)
    const sent = await room.deliverAll()
    expect(sent).toHaveLength(2)
    for (const { mail } of sent) expect(mail.invite?.file).toContain('SEQUENCE:2')
    await change(cancel(moved, undefined, room.clock.now))
    const last = await room.deliverAll()
    expect(last.map(({ mail }) => mail.invite?.method)).toEqual(['CANCEL', 'CANCEL'])
  })

  it('sends a reminder to the address of the moment, and none of what was cancelled a second before', async () => {
    const kept = await soon()
    const dropped = await book(storage, { slot: 104, customer })
    await room.deliverAll()
    await change(correct(kept, { customer: { email: 'hopper@example.org' } }, room.clock.now))
    await room.deliverAll()
    room.clock.now = span({ slot: 104 }).startsAt
    room.clock.advance(-24 * hour)
    await storage.messages.takeUp(room.clock.now)
    await change(cancel(dropped, undefined, room.clock.now))
    const sent = await room.deliverAll()
    const reminders = sent.filter(({ mail }) => mail.invite === undefined)
    expect(to(reminders)).toEqual([expertAddress, 'hopper@example.org'])
  })

  describe('that somebody is waiting', () => {
    const sit = (bookingId: string, role: CallRole) =>
      storage.calls.takeSeat({
        bookingId,
        role,
        seat: `seat of ${role}`,
        now: room.clock.now,
        until: plus(room.clock.now, hour),
      })

    /** Grace is in the room five minutes before the session. */
    async function graceIsThere() {
      const booking = await soon()
      await room.deliverAll()
      room.clock.now = plus(booking.startsAt, -5 * minute)
      await room.deliverAll()
      const seat = await sit(booking.id, 'customer')
      await storage.messages.owe(waitingMessage(booking, 'expert', room.clock.now))
      await storage.messages.owe(waitingMessage(booking, 'expert', plus(room.clock.now, minute)))
      return { booking, seat }
    }

    it('is sent once, a minute after the start', async () => {
      const { booking } = await graceIsThere()
      room.clock.now = plus(booking.startsAt, minute - 1)
      expect(await room.deliverAll()).toEqual([])
      room.clock.now = plus(booking.startsAt, minute)
      const sent = await room.deliverAll()
      expect(sent.map(({ mail }) => [mail.to, mail.subject])).toEqual([
        [expertAddress, expect.stringContaining('Grace Hopper is waiting')],
      ])
      room.clock.advance(5 * minute)
      expect(await room.deliverAll()).toEqual([])
    })

    it.each(['came', 'gone', 'cancelled'] as const)('is not sent if one %s', async (otherwise) => {
      const { booking, seat } = await graceIsThere()
      if (otherwise === 'came')
        await storage.calls.freeSeat(await sit(booking.id, 'expert'), 'left')
      if (otherwise === 'gone') await storage.calls.freeSeat(seat, 'left')
      if (otherwise === 'cancelled') await change(cancel(booking, undefined, room.clock.now))
      await room.deliverAll()
      room.clock.now = plus(booking.startsAt, minute)
      expect(await room.deliverAll()).toEqual([])
    })
  })

  it('drops what is for an expert whom nobody is', async () => {
    const booking = await book(storage, { slot: 96, expertId: 'expert-bina', customer })
    expect(to(await room.deliverAll())).toEqual([customer.email])
    const states = await stateOf(booking.id)
    expect(states.find((each) => each.to === 'expert')?.state).toBe('dropped')
  })
})
