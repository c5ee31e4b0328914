import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mondayMorning, type World } from '../../harness.ts'
import { openScene } from '../interface/scene.ts'
import { look, openFeed, person, second, signedIn, startFeedWorld } from './feed-scene.ts'

let world: World
beforeEach(async () => {
  world = await startFeedWorld()
})
afterEach(() => world.stop())

describe('a private address', () => {
  it('is short enough for Google, and the same until it is renewed', async () => {
    const browser = await signedIn(world)
    const params = { side: 'customer' }
    expect((await browser.send('getFeed', { params })).body).toEqual({ feed: null })
    const feed = await openFeed(browser)
    expect(await openFeed(browser)).toEqual(feed)
    expect((await browser.send('getFeed', { params })).body).toEqual({ feed })
    const path = new URL(feed.url).pathname
    expect(path).toMatch(/^\/api\/v1\/calendars\/[\w-]{65}\.ics$/)
    // The longest host that a certificate can name in its first field, and some more.
    expect(`https://${'x'.repeat(150)}${path}`.length).toBeLessThanOrEqual(256)
  })

  it('is another one after it was renewed, also where that is asked for twice', async () => {
    const browser = await signedIn(world)
    const first = await openFeed(browser)
    const next = await openFeed(browser, 'customer', first.id)
    expect(next.url).not.toBe(first.url)
    expect(await openFeed(browser, 'customer', first.id)).toEqual(next)
    expect((await look(world, first)).status).toBe(404)
    expect((await look(world, next)).status).toBe(200)
  })

  it('answers the same 404 whatever is the reason that nothing is there', async () => {
    const browser = await signedIn(world)
    const renewed = await openFeed(browser)
    const off = await openFeed(browser, 'customer', renewed.id)
    await browser.send('closeFeed', { params: { side: 'customer' } })
    const ada = await signedIn(world, 'ada@example.com')
    const ofAda = await openFeed(ada, 'expert')
    const { url } = off
    const unknown = url.replace(/[\w-]{65}\.ics$/, `${'x'.repeat(65)}.ics`)
    const forged = url.replace(/.{8}\.ics$/, 'AAAAAAAA.ics')
    const otherId = ofAda.url.replace(/[\w-]{22}(?=[\w-]{43}\.ics)/, renewed.id)
    const short = url.replace(/.{60}\.ics$/, '.ics')
    const answers = await Promise.all(
      [renewed.url, off.url, unknown, forged, otherId, short].map((each) =>
        look(world, { url: each }),
      ),
    )
    const told = answers.map(({ status, text, headers }) => {
      const { requestId: _id, ...problem } = JSON.parse(text) as Record<string, unknown>
      return { status, problem, kept: headers['cache-control'], etag: headers.etag }
    })
    expect(told[0]).toMatchObject({ status: 404, kept: 'no-store', problem: { code: 'not_found' } })
    expect(told).toEqual(told.map(() => told[0]))
  })

  it('is dead for whoever is no expert any more, and for whoever is erased', async () => {
    const grace = await signedIn(world)
    const feed = await openFeed(grace)
    await grace.send('eraseMe')
    expect((await look(world, feed)).status).toBe(404)
    await world.storage.people.signIn(
      person('eve', null),
      { id: 'session-eve', device: 'x', startedAt: mondayMorning, seenAt: mondayMorning },
      'hash',
    )
    const opened = { id: 'feed-of-eve-0001', personId: 'person-eve', side: 'expert' as const }
    await world.storage.calendarFeeds.open({ ...opened, openedAt: mondayMorning }, null)
    const url = `${world.url}/api/v1/calendars/${world.tokens.forFeed(opened.id)}.ics`
    expect((await look(world, { url })).status).toBe(404)
  })

  it('stands in no line of the log, whatever is asked at it', async () => {
    const browser = await signedIn(world)
    const feed = await openFeed(browser)
    const secret = /([\w-]{65})\.ics$/.exec(feed.url)?.[1] ?? 'none'
    await look(world, feed)
    await look(world, feed, {}, 'HEAD')
    await look(world, feed, {}, 'POST')
    await look(world, { url: `${feed.url}?x=${secret}` })
    await browser.send('closeFeed', { params: { side: 'customer' } })
    await look(world, feed)
    const lines = world.log.filter((line) => line.includes('/calendars/:address.ics'))
    expect(lines.length).toBe(4)
    for (const part of [secret, secret.slice(22), feed.id]) {
      expect(world.log.join('\n')).not.toContain(part)
    }
  })

  it('tells its owner when it was last read, to a quarter of an hour', async () => {
    const browser = await signedIn(world)
    const feed = await openFeed(browser)
    expect(feed.readAt).toBeNull()
    const readAt = async () =>
      (await browser.send('getFeed', { params: { side: 'customer' } })).body.feed?.readAt
    await look(world, feed)
    world.clock.advance(10 * 60 * second)
    await look(world, feed)
    expect(await readAt()).toBe('2027-01-11T08:00:00Z')
    world.clock.advance(5 * 60 * second)
    await look(world, feed, {}, 'HEAD')
    expect(await readAt()).toBe('2027-01-11T08:15:00Z')
  })

  it('is among what is kept of a person, without what opens it', async () => {
    const browser = await signedIn(world, 'ada@example.com')
    const feed = await openFeed(browser, 'expert')
    const { calendarFeeds } = (await browser.send('readMyData')).body
    expect(calendarFeeds).toEqual([{ id: feed.id, openedAt: feed.openedAt, readAt: null }])
  })
})

it('the feed of sessions that one gives is for experts alone', async () => {
  const scene = await openScene()
  try {
    const ask = async (name: 'getFeed' | 'openFeed' | 'closeFeed') => {
      const body = name === 'openFeed' ? { body: { replacing: null } } : {}
      const sent = { params: { side: 'expert' }, ...body }
      const actors = ['stranger', 'customer', 'expert', 'expert by token', 'administrator'] as const
      const statuses = actors.map(async (actor) => (await scene.ask(actor, name, sent)).status)
      return Promise.all(statuses)
    }
    expect(await ask('openFeed')).toEqual([401, 403, 200, 401, 403])
    expect(await ask('getFeed')).toEqual([401, 403, 200, 401, 403])
    expect(await ask('closeFeed')).toEqual([401, 403, 204, 401, 403])
    const unknown = await scene.ask('expert', 'getFeed', { params: { side: 'admin' } })
    expect(unknown.status).toBe(404)
  } finally {
    await scene.close()
  }
})
