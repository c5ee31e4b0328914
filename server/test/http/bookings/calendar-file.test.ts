import ICAL from 'ical.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Content } from '../../../src/storage/port/content.ts'
import { plainContent } from '../../content.ts'
import { newKey, startWorld, type World } from '../../harness.ts'
import { type RawAnswer, rawRequest } from '../../raw-request.ts'
import { expectProblem } from '../problem-check.ts'
import { later, makeBooking, makeHold, tuesdayTen } from '../requests.ts'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.stop())

type Made = Awaited<ReturnType<typeof makeBooking>>

async function ticketOf({ booking, manageToken }: Made): Promise<string> {
  const sent = { params: { id: booking.id }, bearer: manageToken }
  return (await world.send('createCalendarTicket', sent)).body.ticket
}

function fetchFile(id: string, ticket?: string): Promise<RawAnswer> {
  const query = ticket === undefined ? '' : `?ticket=${encodeURIComponent(ticket)}`
  return rawRequest(world.url, `/api/v1/bookings/${id}/calendar.ics${query}`)
}

async function change(
  { booking, manageToken }: Made,
  body: Record<string, unknown>,
): Promise<Made> {
  const { body: answer } = await world.send('changeBooking', {
    params: { id: booking.id },
    bearer: manageToken,
    key: newKey(),
    body: { version: booking.version, ...body },
  })
  return { booking: answer.booking, manageToken: answer.manageToken ?? manageToken }
}

interface Entry {
  readonly event: ICAL.Event
  readonly method: unknown
  readonly text: string
  readonly value: (name: string) => string
}

/** The file of a booking, as a calendar reads it: one event and nothing else. */
async function entryOf(made: Made): Promise<Entry> {
  const { status, headers, text } = await fetchFile(made.booking.id, await ticketOf(made))
  expect([status, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8'])
  expect(headers['content-disposition']).toBe('attachment; filename="session.ics"')
  expect(headers['cache-control']).toBe('no-store')
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(text).not.toContain(made.manageToken)
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
  const parts = calendar.getAllSubcomponents()
  expect(parts.map(({ name }) => name)).toEqual(['vevent'])
  const [part] = parts
  if (!part) throw new Error('no event')
  return {
    event: new ICAL.Event(part),
    method: calendar.getFirstPropertyValue('method'),
    text,
    value: (name) => String(part.getFirstPropertyValue(name)),
  }
}

describe('the calendar entry', () => {
  it('says what, with whom, when and where', async () => {
    const made = await makeBooking(world, tuesdayTen)
    const { event, value, method } = await entryOf(made)
    expect(event.summary).toBe('Video session with Ada Lovelace')
    expect(event.startDate.toJSDate().toISOString()).toBe('2027-01-12T10:00:00.000Z')
    expect(event.endDate.toJSDate().toISOString()).toBe('2027-01-12T10:30:00.000Z')
    expect(event.description).toContain('Engines that weave numbers')
    expect(value('url')).toBe(`${world.url}/b/${made.booking.id}`)
    expect([value('status'), method]).toEqual(['CONFIRMED', 'PUBLISH'])
    expect(value('dtstamp')).toBe('2027-01-11T08:00:00Z')
  })

  it('keeps its UID for life, while its SEQUENCE rises', async () => {
    const made = await makeBooking(world, tuesdayTen)
    const moved = await change(made, { startsAt: later(tuesdayTen, 120), minutes: 60 })
    const first = await entryOf(moved)
    const corrected = await change(moved, { customer: { email: 'hopper@example.com' } })
    const second = await entryOf(corrected)
    const cancelled = await change(corrected, { status: 'cancelled', reason: 'Ill' })
    const third = await entryOf(cancelled)
    const entries = [first, second, third]
    expect(new Set(entries.map(({ event }) => event.uid)).size).toBe(1)
    expect(first.event.uid).toBe(`${made.booking.id}@experts.example`)
    const sequences = entries.map(({ event }) => event.sequence)
    expect(sequences).toEqual([...new Set(sequences)].toSorted((a, b) => a - b))
    expect(entries.map(({ value }) => value('status'))).toEqual([
      'CONFIRMED',
      'CONFIRMED',
      'CANCELLED',
    ])
    expect(first.event.startDate.toJSDate().toISOString()).toBe('2027-01-12T12:00:00.000Z')
    expect(first.event.duration.toSeconds()).toBe(3600)
  })

  it('is as new as the change, ends its last line, and asks to be deleted once it is cancelled', async () => {
    const made = await makeBooking(world, tuesdayTen)
    const before = await entryOf(made)
    world.clock.advance(60_000)
    const moved = await change(made, { startsAt: later(tuesdayTen, 120), minutes: 60 })
    const after = await entryOf(moved)
    expect([before, after].map(({ value }) => value('dtstamp'))).toEqual([
      '2027-01-11T08:00:00Z',
      '2027-01-11T08:01:00Z',
    ])
    const cancelled = await entryOf(await change(moved, { status: 'cancelled' }))
    expect(cancelled.event.summary).toBe('Cancelled: Video session with Ada Lovelace')
    expect(cancelled.event.description).toContain('Please delete this entry')
    for (const { text } of [before, after, cancelled]) {
      expect(text).toMatch(/[^\n]\r\nEND:VCALENDAR\r\n$/)
    }
  })

  it('tells nothing of the customer: calendars are shared', async () => {
    const { text } = await entryOf(await makeBooking(world, tuesdayTen))
    expect(text).not.toMatch(/grace|hopper|555|compiler/i)
  })

  it('stays one event whatever the expert is called', async () => {
    const name = 'A\r\nEND:VEVENT\nBEGIN:VEVENT\rSUMMARY:x;y,z\\n"q" \u2028 :' + ' 話'.repeat(60)
    const plain = plainContent()
    const content: Content = {
      ...plain,
      experts: plain.experts.map((expert) => ({ ...expert, name, headline: name })),
    }
    await world.stop()
    world = await startWorld({ content })
    const { event, text } = await entryOf(await makeBooking(world, tuesdayTen))
    expect(event.summary).toBe(
      `Video session with A END VEVENT BEGIN VEVENT SUMMARY x y,znq    ${' 話'.repeat(60)}`,
    )
    expect(text.match(/^BEGIN:/gm)).toHaveLength(2)
    expect(text.match(/^SUMMARY/gm)).toHaveLength(1)
  })
})

describe('a ticket', () => {
  it('opens the file of its own booking, for five minutes', async () => {
    const made = await makeBooking(world, tuesdayTen)
    const { id } = made.booking
    const other = await makeBooking(world, later(tuesdayTen, 60))
    const ticket = await ticketOf(made)
    expect((await fetchFile(id, ticket)).status).toBe(200)
    expectProblem(await fetchFile(other.booking.id, ticket), 'not_found')
    expectProblem(await fetchFile('id-999999', ticket), 'not_found')
    world.clock.advance(5 * 60_000 - 1)
    expect((await fetchFile(id, ticket)).status).toBe(200)
    world.clock.advance(1)
    expectProblem(await fetchFile(id, ticket), 'not_found')
  })

  it('opens nothing where it is garbled, lengthened or missing', async () => {
    const made = await makeBooking(world, tuesdayTen)
    const { id } = made.booking
    const hold = await makeHold(world, later(tuesdayTen, 60))
    const ticket = await ticketOf(made)
    const [expiry = '', signature = ''] = ticket.split('.')
    const garbled = [
      undefined,
      '',
      '.',
      signature,
      `${expiry}.`,
      `${Number(expiry) + 60_000}.${signature}`,
      `${expiry}.${signature.slice(1)}`,
      `${ticket}x`,
      `NaN.${signature}`,
      `Infinity.${signature}`,
      `${expiry}.${made.manageToken}`,
      made.manageToken,
      hold.token,
      '\u0000',
      'x'.repeat(3000),
    ]
    for (const each of garbled) expectProblem(await fetchFile(id, each), 'not_found')
    const twice = `/api/v1/bookings/${id}/calendar.ics?ticket=${ticket}&ticket=${ticket}`
    expectProblem(await rawRequest(world.url, twice), 'not_found')
    expectProblem(await fetchFile(hold.id, ticket), 'not_found')
  })

  it('is given to whoever holds the manage token, and it opens nothing else', async () => {
    const made = await makeBooking(world, tuesdayTen)
    const params = { id: made.booking.id }
    const ticket = await ticketOf(made)
    for (const bearer of [ticket, ticket.split('.')[1] ?? '']) {
      expect((await world.refuse('getBooking', { params, bearer })).status).toBe(404)
      expect((await world.refuse('createCalendarTicket', { params, bearer })).status).toBe(404)
    }
    expect((await world.refuse('createCalendarTicket', { params })).status).toBe(404)
  })
})
