import type { FeedSide } from '@expertconnect/contract/calendars/feed-routes'
import type { Feed } from '@expertconnect/contract/calendars/feed-shapes'
import type { Person } from '../../../src/domain/people/person.ts'
import { createBrowser } from '../../browser.ts'
import { plainContent } from '../../content.ts'
import { mondayMorning, newKey, startWorld, type World } from '../../harness.ts'
import { type RawAnswer, rawRequest } from '../../raw-request.ts'

export const second = 1000
export const day = 24 * 60 * 60 * second
const grace = 'grace@example.com'

export function person(name: string, expertId: string | null): Person {
  return {
    id: `person-${name}`,
    email: `${name}@example.com`,
    isAdmin: false,
    expertId,
    createdAt: mondayMorning,
  }
}

/** Ada and Bina are people, and can sign in. */
export function startFeedWorld(): Promise<World> {
  const people = [person('ada', 'expert-ada'), person('bina', 'expert-bina')]
  return startWorld({ content: { ...plainContent(), people } })
}

type Browser = ReturnType<typeof createBrowser>

export async function signedIn(world: World, email = grace): Promise<Browser> {
  const browser = createBrowser(world)
  await browser.signIn(email)
  return browser
}

export async function openFeed(
  browser: Browser,
  side: FeedSide = 'customer',
  replacing: string | null = null,
): Promise<Feed> {
  const { body } = await browser.send('openFeed', { params: { side }, body: { replacing } })
  if (!body.feed) throw new Error('No feed was opened')
  return body.feed
}

/** As a calendar looks: without a cookie. */
export function look(
  world: World,
  feed: Pick<Feed, 'url'>,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<RawAnswer> {
  return rawRequest(world.url, new URL(feed.url).pathname, { method, headers })
}

export async function change(
  world: World,
  id: string,
  bearer: string,
  body: Record<string, unknown>,
): Promise<void> {
  await world.send('changeBooking', { params: { id }, key: newKey(), bearer, body })
}
