import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { World } from '../../harness.ts'
import { makeBooking, tuesdayTen } from '../requests.ts'
import { change, look, openFeed, second, signedIn, startFeedWorld } from './feed-scene.ts'

let world: World
beforeEach(async () => {
  world = await startFeedWorld()
})
afterEach(() => world.stop())

describe('whoever has read a feed before', () => {
  it.each<[string, (known: { etag: string; date: string }) => Record<string, string>, number]>([
    ['nothing', () => ({}), 200],
    ['its tag', ({ etag }) => ({ 'If-None-Match': etag }), 304],
    ['its tag, as a strong one', ({ etag }) => ({ 'If-None-Match': etag.slice(2) }), 304],
    ['its tag among others', ({ etag }) => ({ 'If-None-Match': `"x", ${etag}` }), 304],
    ['any tag', () => ({ 'If-None-Match': '*' }), 304],
    ['another tag', () => ({ 'If-None-Match': '"x"' }), 200],
    ['its date', ({ date }) => ({ 'If-Modified-Since': date }), 304],
    ['a date before', () => ({ 'If-Modified-Since': 'Mon, 11 Jan 2027 07:59:59 GMT' }), 200],
    // Of a clock that is ahead: what changed meanwhile would never be told.
    ['a date after', () => ({ 'If-Modified-Since': 'Mon, 11 Jan 2027 08:00:01 GMT' }), 200],
    ['no date', () => ({ 'If-Modified-Since': 'yesterday' }), 200],
    ['both', ({ etag, date }) => ({ 'If-None-Match': etag, 'If-Modified-Since': date }), 304],
    [
      'another tag and its date',
      ({ date }) => ({ 'If-None-Match': '"x"', 'If-Modified-Since': date }),
      200,
    ],
    [
      'its tag and a date before',
      ({ etag }) => ({
        'If-None-Match': etag,
        'If-Modified-Since': 'Mon, 11 Jan 2027 07:00:00 GMT',
      }),
      304,
    ],
    [
      'a wish for all of it',
      ({ etag }) => ({ 'If-None-Match': etag, 'Cache-Control': 'no-cache' }),
      200,
    ],
  ])('and sends %s', async (_what, headersOf, status) => {
    await makeBooking(world, tuesdayTen)
    const feed = await openFeed(await signedIn(world))
    const first = await look(world, feed)
    const known = { etag: first.headers.etag ?? '', date: first.headers['last-modified'] ?? '' }
    expect(known.etag).toMatch(/^W\/"[\w-]{43}"$/)
    expect(known.date).toBe('Mon, 11 Jan 2027 08:00:00 GMT')
    world.clock.advance(3 * 60 * 60 * second)
    for (const method of ['GET', 'HEAD']) {
      const again = await look(world, feed, headersOf(known), method)
      expect([again.status, again.headers.etag, again.headers['last-modified']]).toEqual([
        status,
        known.etag,
        known.date,
      ])
      expect(again.text).toBe(status === 200 && method === 'GET' ? first.text : '')
      if (status === 200) {
        expect(again.headers['content-length']).toBe(String(Buffer.byteLength(first.text)))
      }
    }
  })

  it('hears of every change by either, also of two in one second', async () => {
    const { booking, manageToken } = await makeBooking(world, '2027-01-26T10:00:00Z')
    const feed = await openFeed(await signedIn(world))
    const seen = [await look(world, feed)]
    const starts = ['2027-01-26T11:00:00Z', '2027-01-26T12:00:00Z', '2027-01-26T13:00:00Z']
    for (const [index, startsAt] of starts.entries()) {
      world.clock.advance(200)
      await change(world, booking.id, manageToken, { version: index + 1, startsAt })
      seen.push(await look(world, feed))
    }
    expect(new Set(seen.map(({ headers }) => headers.etag)).size).toBe(4)
    // A date in the future is no date; a moment later it can be told.
    expect(seen.map(({ headers }) => headers['last-modified'])).toEqual([
      'Mon, 11 Jan 2027 08:00:00 GMT',
      undefined,
      undefined,
      undefined,
    ])
    world.clock.advance(5 * second)
    const last = await look(world, feed)
    expect(last.headers['last-modified']).toBe('Mon, 11 Jan 2027 08:00:03 GMT')
    expect(last.text).toContain('DTSTART:20270126T130000Z')
    const first = { 'If-Modified-Since': 'Mon, 11 Jan 2027 08:00:00 GMT' }
    expect((await look(world, feed, first)).status).toBe(200)
  })

  it('hears of what changed without a booking having done so', async () => {
    await makeBooking(world, tuesdayTen)
    const feed = await openFeed(await signedIn(world))
    const { headers } = await look(world, feed)
    const ada = await world.expert('ada-lovelace')
    await world.storage.experts.change({ next: { ...ada, version: 2, name: 'Augusta King' } })
    world.clock.advance(60 * second)
    const asked = { 'If-Modified-Since': headers['last-modified'] ?? '' }
    const answer = await look(world, feed, asked)
    expect([answer.status, answer.headers['last-modified']]).toEqual([
      200,
      'Mon, 11 Jan 2027 08:01:00 GMT',
    ])
    expect(answer.text).toContain('Augusta King')
  })
})
