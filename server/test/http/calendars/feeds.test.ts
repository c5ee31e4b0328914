import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Instant, parseInstant } from '../../../src/domain/time/instant.ts'
import { plainContent } from '../../content.ts'
import { mondayMorning, startWorld, type World } from '../../harness.ts'
import { readByIcalJs } from '../../mail/calendar/calendars.ts'
import { shownByIcalJs, shownByNodeIcal } from '../../mail/calendar/feed-readers.ts'
import { rawRequest } from '../../raw-request.ts'
import { later, makeBooking, tuesdayTen } from '../requests.ts'
import {
  change,
  day,
  look,
  openFeed,
  person,
  second,
  signedIn,
  startFeedWorld,
} from './feed-scene.ts'

const readers = [
  ['ical.js', shownByIcalJs],
  ['node-ical', shownByNodeIcal],
] as const

let world: World
beforeEach(async () => {
  world = await startFeedWorld()
})
afterEach(() => world.stop())

describe.each(readers)('a feed as %s reads it', (_name, shownBy) => {
  it('has the sessions of its customer, as they are', async () => {
    const first = await makeBooking(world, tuesdayTen)
    await makeBooking(world, later(tuesdayTen, 60), {
      customer: { name: 'Somebody', email: 'other@example.com' },
    })
    const bina = { expertId: 'expert-bina', timeZone: 'Asia/Kathmandu' }
    const second = await makeBooking(world, '2027-01-13T05:15:00Z', bina)
    const feed = await openFeed(await signedIn(world))
    const answer = await look(world, feed)
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8')
    const shared = {
      sequence: 1,
      status: 'CONFIRMED',
      changed: '2027-01-11T08:00:00Z',
      attendees: 0,
    }
    expect(shownBy(answer.text)).toEqual([
      {
        ...shared,
        uid: `${second.booking.id}@experts.example`,
        start: '2027-01-13T05:15:00Z',
        end: '2027-01-13T05:45:00Z',
        summary: 'Video session with Bina Gurung',
        url: `${world.url}/b/${second.booking.id}`,
      },
      {
        ...shared,
        uid: `${first.booking.id}@experts.example`,
        start: tuesdayTen,
        end: later(tuesdayTen, 30),
        summary: 'Video session with Ada Lovelace',
        url: `${world.url}/b/${first.booking.id}`,
      },
    ])
    expect(answer.text).toContain('\r\nMETHOD:PUBLISH\r\n')
  })

  it('follows a session that is moved and cancelled, for a month after that', async () => {
    const { booking, manageToken } = await makeBooking(world, '2027-01-26T10:00:00Z')
    const feed = await openFeed(await signedIn(world))
    const shown = async () => shownBy((await look(world, feed)).text)
    const [before] = await shown()
    world.clock.advance(90 * second)
    await change(world, booking.id, manageToken, { version: 1, startsAt: '2027-01-26T11:30:00Z' })
    const [moved] = await shown()
    expect(moved).toEqual({
      ...before,
      sequence: 2,
      changed: '2027-01-11T08:01:30Z',
      start: '2027-01-26T11:30:00Z',
      end: '2027-01-26T12:00:00Z',
    })
    world.clock.advance(60 * second)
    await change(world, booking.id, manageToken, { version: 2, status: 'cancelled' })
    const cancelled = {
      ...moved,
      sequence: 3,
      status: 'CANCELLED',
      changed: '2027-01-11T08:02:30Z',
      summary: 'Cancelled: Video session with Ada Lovelace',
    }
    expect(await shown()).toEqual([cancelled])
    world.clock.advance(30 * day - second)
    expect(await shown()).toEqual([cancelled])
    world.clock.advance(second)
    expect(await shown()).toEqual([])
  })

  it('has the sessions of an expert with the names of customers, and nothing else of theirs', async () => {
    const { booking, manageToken } = await makeBooking(world, tuesdayTen)
    await makeBooking(world, '2027-01-13T05:15:00Z', { expertId: 'expert-bina' })
    const ada = await signedIn(world, 'ada@example.com')
    const { text } = await look(world, await openFeed(ada, 'expert'))
    expect(shownBy(text)).toMatchObject([
      {
        uid: `${booking.id}@experts.example`,
        summary: 'Video session with Grace Hopper',
        url: `${world.url}/desk/bookings/${booking.id}`,
        attendees: 0,
      },
    ])
    const whole = text.replaceAll('\r\n ', '')
    expect(whole).not.toMatch(/example\.com|555|compiler|BEGIN:VALARM|ORGANIZER|ATTENDEE/)
    expect(whole).not.toContain(manageToken)
    // What she booked herself is in the other one.
    expect(shownBy((await look(world, await openFeed(ada, 'customer'))).text)).toEqual([])
  })

  it('keeps what is over for three months', async () => {
    await makeBooking(world, tuesdayTen)
    const feed = await openFeed(await signedIn(world))
    const over = parseInstant(later(tuesdayTen, 30))
    world.clock.now = (over + 90 * day - 1) as Instant
    expect(shownBy((await look(world, feed)).text)).toHaveLength(1)
    world.clock.now = (over + 90 * day) as Instant
    expect(shownBy((await look(world, feed)).text)).toEqual([])
  })
})

it('an entry has the UID that the invite and the file of the page have', async () => {
  const { booking, manageToken } = await makeBooking(world, tuesdayTen)
  const params = { id: booking.id }
  const { body } = await world.send('createCalendarTicket', { params, bearer: manageToken })
  const path = `/api/v1/bookings/${booking.id}/calendar.ics?ticket=${body.ticket}`
  const file = readByIcalJs((await rawRequest(world.url, path)).text)
  const [entry] = shownByIcalJs((await look(world, await openFeed(await signedIn(world)))).text)
  expect([entry?.uid, entry?.sequence]).toEqual([file.uid, file.sequence])
})

it('of more sessions than programs take, the latest are in it', async () => {
  const people = [person('ada', 'expert-ada')]
  const hour = 60 * 60 * second
  const { booking } = await makeBooking(world, tuesdayTen)
  const sample = await world.storage.bookings.find(booking.id)
  if (sample?.state !== 'booked') throw new Error('Nothing was booked')
  const bookings = Array.from({ length: 1010 }, (_, index) => {
    const startsAt = (mondayMorning - 80 * day + index * hour) as Instant
    const endsAt = (startsAt + hour / 2) as Instant
    return { ...sample, id: `many-${index}`, startsAt, endsAt, until: endsAt }
  })
  const crowded = await startWorld({ content: { ...plainContent(), people, bookings } })
  try {
    const feed = await openFeed(await signedIn(crowded, 'ada@example.com'), 'expert')
    const { text, body } = await rawRequest(crowded.url, new URL(feed.url).pathname)
    const uids = shownByIcalJs(text).map(({ uid }) => uid)
    expect(uids).toHaveLength(1000)
    expect([uids[0], uids.at(-1)]).toEqual(['many-1009@experts.example', 'many-10@experts.example'])
    expect(body.length).toBeLessThan(1_000_000)
  } finally {
    await crowded.stop()
  }
})
