import { createHash } from 'node:crypto'
import type { FeedSide } from '@expertconnect/contract/calendars/feed-routes'
import type { FeedState } from '@expertconnect/contract/calendars/feed-shapes'
import type { Actor } from '../../base/actor.ts'
import { demandExpert, demandPerson } from '../../base/demand.ts'
import type { Deps } from '../../base/deps.ts'
import { Refused } from '../../base/problem.ts'
import { feedWindow, isNewReading, mostEntries } from '../../domain/calendars/feed.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { calendarFeed, type CalendarEntry } from '../../mail/calendar/entry.ts'
import type { FeedBookings } from '../../storage/port/calendars/feeds.ts'
import { expertOf } from '../experts/find.ts'
import { presentFeed } from './feed-present.ts'

/** A feed as it is sent. */
export interface FeedFile {
  readonly file: string
  /** Another file has another one. */
  readonly digest: string
  /** Since when it says so, in whole seconds; `null` in the second before that can be told. */
  readonly since: Instant | null
}

const names: Readonly<Record<FeedSide, string>> = {
  customer: 'My sessions',
  expert: 'Sessions with customers',
}

/** Sessions at a private address, for the calendars of those whose they are. */
export function createCalendarFeeds(deps: Deps, publicUrl: () => string) {
  const { storage, clock, tokens } = deps
  const { calendarFeeds } = storage

  function urlOf(id: string): string {
    return `${publicUrl()}/api/v1/calendars/${tokens.forFeed(id)}.ics`
  }

  async function entriesOf(of: FeedBookings['of'], now: Instant): Promise<CalendarEntry[]> {
    const found = await calendarFeeds.listBookings({ of, ...feedWindow(now), limit: mostEntries })
    const expertIds = [...new Set(found.map(({ booking }) => booking.expertId))]
    const experts = await Promise.all(expertIds.map((id) => expertOf(storage, id)))
    const byId = new Map(experts.map((expert) => [expert.id, expert]))
    const isCustomer = 'email' in of
    return found.flatMap(({ booking, changedAt }): CalendarEntry[] => {
      const expert = byId.get(booking.expertId)
      if (!expert) return []
      return [
        {
          booking,
          calendarDomain: deps.calendarDomain,
          stamp: changedAt,
          reader: isCustomer ? 'customer' : 'expert',
          expert,
          page: `${publicUrl()}${isCustomer ? '/b' : '/desk/bookings'}/${booking.id}`,
        },
      ]
    })
  }

  return {
    async read(actor: Actor, side: FeedSide): Promise<FeedState> {
      const feed = await calendarFeeds.findOf(ownerOf(actor, side).id, side)
      return { feed: feed && presentFeed(feed, urlOf(feed.id)) }
    },

    /** Safe to repeat: what was replaced is not replaced again. */
    async open(actor: Actor, side: FeedSide, replacing: string | null): Promise<FeedState> {
      const personId = ownerOf(actor, side).id
      const opened = { id: deps.newSecret(128), personId, side, openedAt: clock() }
      const feed = await calendarFeeds.open(opened, replacing)
      return { feed: presentFeed(feed, urlOf(feed.id)) }
    },

    async close(actor: Actor, side: FeedSide): Promise<void> {
      await calendarFeeds.close(ownerOf(actor, side).id, side)
    },

    /**
     * The file at an address. Throws the same `not_found` for every address at which nothing is: never made, renewed,
     * switched off, or of somebody who is no expert any more.
     */
    async file(address: string): Promise<FeedFile> {
      const now = clock()
      const id = tokens.readFeed(address)
      const feed = id === null ? null : await calendarFeeds.find(id)
      const of = feed && sessionsOf(await storage.people.find(feed.personId), feed.side)
      if (!feed || !of) throw new Refused('not_found')
      const file = calendarFeed(names[feed.side], await entriesOf(of, now))
      const digest = createHash('sha256').update(file).digest('base64url')
      const said =
        feed.said?.digest === digest ? feed.said : await calendarFeeds.say(feed.id, digest, now)
      if (!said) throw new Refused('not_found')
      if (isNewReading(feed, now)) await calendarFeeds.noteReading(feed.id, now)
      return { file, digest, since: said.since <= now ? said.since : null }
    },
  }
}

function ownerOf(actor: Actor, side: FeedSide): Person {
  return side === 'expert' ? demandExpert(actor).person : demandPerson(actor)
}

function sessionsOf(person: Person | null, side: FeedSide): FeedBookings['of'] | null {
  if (!person) return null
  if (side === 'customer') return { email: person.email }
  return person.expertId === null ? null : { expertId: person.expertId }
}
