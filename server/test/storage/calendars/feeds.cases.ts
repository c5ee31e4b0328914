import { describe, expect, it } from 'vitest'
import { cancel, move, release } from '../../../src/domain/bookings/transitions.ts'
import type { Storage } from '../../../src/storage/port/storage.ts'
import { ada, book, fresh, hold, later, now, span } from '../fixtures.ts'
import { aPerson, signIn } from '../people/people-fixtures.ts'
import { type OpenStore, storePerTest } from '../store.ts'
import { aFeed, allOf } from './feed-fixtures.ts'

const unread = { readAt: null, said: null }

export function feedCases(open: OpenStore): void {
  describe('feeds for calendars', () => {
    const store = storePerTest(open)
    const feeds = () => store.storage.calendarFeeds

    it('are found by their id and by whose they are, until they are closed', async () => {
      const feed = aFeed()
      const other = aFeed({ personId: feed.personId, side: 'expert' })
      expect(await feeds().findOf(feed.personId, 'customer')).toBeNull()
      expect(await feeds().open(feed, null)).toEqual({ ...feed, ...unread })
      expect(await feeds().open(other, null)).toEqual({ ...other, ...unread })
      expect(await feeds().find(feed.id)).toEqual({ ...feed, ...unread })
      expect(await feeds().findOf(feed.personId, 'customer')).toEqual({ ...feed, ...unread })
      await feeds().close(feed.personId, 'customer')
      await feeds().close(feed.personId, 'customer')
      expect(await feeds().find(feed.id)).toBeNull()
      expect(await feeds().find(other.id)).toEqual({ ...other, ...unread })
    })

    it('take the place of the one that is named, and of no other', async () => {
      const first = aFeed()
      await feeds().open(first, null)
      await feeds().say(first.id, 'digest', now)
      await feeds().noteReading(first.id, now)
      const second = aFeed({ personId: first.personId })
      expect(await feeds().open(second, null)).toMatchObject({ id: first.id, readAt: now })
      expect(await feeds().open(second, 'feed-of-nobody')).toMatchObject({ id: first.id })
      expect(await feeds().open(second, first.id)).toEqual({ ...second, ...unread })
      expect(await feeds().find(first.id)).toBeNull()
      // A retry, and somebody in another tab who saw the first one.
      const third = aFeed({ personId: first.personId })
      expect(await feeds().open(third, first.id)).toEqual({ ...second, ...unread })
    })

    it('are one, however many open or replace it at once', async () => {
      const { personId } = aFeed()
      for (const replacing of [null, undefined]) {
        const present = await feeds().findOf(personId, 'customer')
        const before = replacing === undefined ? (present?.id ?? '') : replacing
        const opened = await Promise.all(
          Array.from({ length: 8 }, () => feeds().open(aFeed({ personId }), before)),
        )
        expect(new Set(opened.map(({ id }) => id)).size).toBe(1)
        expect(opened[0]).toEqual(await feeds().findOf(personId, 'customer'))
        expect(opened[0]?.id).not.toBe(before)
      }
    })

    it('say since when they say the same, a second later at least with each change', async () => {
      const feed = aFeed()
      await feeds().open(feed, null)
      const at = (milliseconds: number) => later(now, milliseconds / 60_000)
      const first = { digest: 'one', since: now }
      expect(await feeds().say(feed.id, 'one', at(999))).toEqual(first)
      expect(await feeds().say(feed.id, 'one', at(60_000))).toEqual(first)
      const second = { digest: 'two', since: at(60_000) }
      expect(await feeds().say(feed.id, 'two', at(60_100))).toEqual(second)
      const third = { digest: 'one', since: at(61_000) }
      expect(await feeds().say(feed.id, 'one', at(60_200))).toEqual(third)
      expect((await feeds().find(feed.id))?.said).toEqual(third)
      expect(await feeds().say('feed-of-nobody', 'one', now)).toBeNull()
    })

    it('tell every change of readers who come at once apart', async () => {
      const feed = aFeed()
      await feeds().open(feed, null)
      const digests = Array.from({ length: 6 }, (_, index) => `digest-${index}`)
      const said = await Promise.all(digests.map((digest) => feeds().say(feed.id, digest, now)))
      expect(new Set(said.map((each) => each?.since)).size).toBe(digests.length)
    })

    it('have the bookings of an address or of an expert, the last first', async () => {
      const email = `${fresh('Grace')}@Example.org`
      const customer = { name: 'Grace', email }
      const one = await book(store.storage, { customer, slot: 0 })
      const two = await book(store.storage, { customer, slot: 8, expertId: 'expert-bina' })
      const other = await book(store.storage, { slot: 16 })
      const own = await feeds().listBookings(allOf({ email: email.toLowerCase() }))
      expect(own).toEqual([two, one].map((booking) => ({ booking, changedAt: now })))
      const given = await feeds().listBookings(allOf({ expertId: ada }))
      expect(given.map(({ booking }) => booking.id)).toEqual([other.id, one.id])
      const cut = { ...allOf({ expertId: ada }), limit: 1 }
      expect((await feeds().listBookings(cut)).map(({ booking }) => booking.id)).toEqual([other.id])
    })

    it('have when each was last changed', async () => {
      const booked = await book(store.storage)
      const moved = move(booked, 60, span({ slot: 12 }))
      await change(store.storage, moved, 5)
      const dated = async () => (await feeds().listBookings(allOf({ expertId: ada })))[0]
      expect(await dated()).toEqual({ booking: moved, changedAt: later(now, 5) })
      const cancelled = cancel(moved, 'Ill', later(now, 9))
      await change(store.storage, cancelled, 9)
      expect(await dated()).toEqual({ booking: cancelled, changedAt: later(now, 9) })
    })

    it('leave out what ended, or was cancelled, before', async () => {
      const email = `${fresh('grace')}@example.org`
      const customer = { name: 'Grace', email }
      const over = await book(store.storage, { customer, slot: 0 })
      const ahead = await book(store.storage, { customer, slot: 8 })
      const gone = await book(store.storage, { customer, slot: 16 })
      await change(store.storage, cancel(gone, undefined, later(now, 3)), 3)
      for (const of of [{ email }, { expertId: ada }]) {
        const ids = async (endsAfter = now, cancelledAfter = now) => {
          const found = await feeds().listBookings({ of, endsAfter, cancelledAfter, limit: 9 })
          return found.map(({ booking }) => booking.id)
        }
        expect(await ids()).toEqual([gone.id, ahead.id, over.id])
        expect(await ids(over.endsAt)).toEqual([gone.id, ahead.id])
        expect(await ids(later(over.endsAt, -1))).toEqual([gone.id, ahead.id, over.id])
        expect(await ids(now, later(now, 3))).toEqual([ahead.id, over.id])
        expect(await ids(now, later(now, 2))).toEqual([gone.id, ahead.id, over.id])
        expect(await ids(gone.endsAt)).toEqual([])
      }
    })

    it('have neither holds nor what became of them', async () => {
      await hold(store.storage, { slot: 0 })
      const given = await hold(store.storage, { slot: 8 })
      await change(store.storage, release(given), 1)
      expect(await feeds().listBookings(allOf({ expertId: ada }))).toEqual([])
    })

    it('go with whoever is erased, and with whoever is merged into another', async () => {
      const { people } = store.storage
      const { person } = await signIn(store.storage)
      const opened = await feeds().open(aFeed({ personId: person.id }), null)
      const merged = await signIn(store.storage, aPerson())
      const theirs = await feeds().open(aFeed({ personId: merged.person.id }), null)
      await people.changeAddress(person.id, merged.person.email, now)
      expect(await feeds().find(theirs.id)).toBeNull()
      expect(await feeds().find(opened.id)).toEqual(opened)
      const gone = await people.erase(person.id, () => `${fresh('erased')}@erased.invalid`, now)
      expect(gone).toBe('done')
      expect(await feeds().find(opened.id)).toBeNull()
    })
  })
}

async function change(
  storage: Storage,
  record: Parameters<Storage['bookings']['change']>[0]['next'],
  minutes: number,
): Promise<void> {
  const key = { key: fresh('key'), fingerprint: 'a change', tokenVersion: 1 }
  const made = { next: record, now: later(now, minutes), scheduleVersion: 1, key }
  const { kind } = await storage.bookings.change(made)
  if (kind !== 'done') throw new Error(`The change was ${kind}`)
}
