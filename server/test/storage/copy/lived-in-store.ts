import { expect } from 'vitest'
import { offerMore } from '../../../src/domain/bookings/more-time.ts'
import {
  cancel,
  correct,
  move,
  propose,
  release,
} from '../../../src/domain/bookings/transitions.ts'
import { photoUrlOf } from '../../../src/domain/experts/photo.ts'
import { seedContent } from '../../../src/seed/seed-content.ts'
import { openStorage } from '../../../src/storage/open.ts'
import type { Storage } from '../../../src/storage/port/storage.ts'
import { aSource } from '../calendars/source-fixtures.ts'
import { aBlock, aReport } from '../blocks/block-fixtures.ts'
import { aFeed, allOf } from '../calendars/feed-fixtures.ts'
import { aCallEvent } from '../calls/call-event-fixtures.ts'
import { aMessage } from '../messages/message-fixtures.ts'
import { aNote } from '../notes/note-fixtures.ts'
import { anApplication, aPasskey } from '../people/people-fixtures.ts'
import { anEntry, aPhoto } from '../experts/profile-fixtures.ts'
import {
  aBooking,
  aGuard,
  aHold,
  book,
  confirmed,
  fresh,
  hold,
  later,
  now,
  quarterAt,
  span,
} from '../fixtures.ts'

const hour = 3_600_000
/** Long after the last booking of the demo data. */
const free = 4 * 24 * 300

export type LivedIn = Awaited<ReturnType<typeof fillLivedIn>>

/** The demo data, and a record of every state with the keys that it came by. */
export async function fillLivedIn(url: string) {
  const storage = await openStorage(url, { migrate: true })
  try {
    const content = seedContent(now, 'USD')
    await storage.fill(content)
    const [one, two] = content.experts
    const rating = { average: 0, count: 0 }
    if (!one || !two) throw new Error('The demo data has fewer than two experts')
    const expertId = one.id
    const at = (quarters: number) => ({ expertId, slot: free + quarters, gap: 15 })

    const held = await hold(storage, at(0))
    const runOut = await hold(storage, { ...at(8), expiresAt: later(now, -1) })
    const given = await hold(storage, at(16))
    const released = await change(storage, release(given), later(now, 2))
    const first = aHold(at(24))
    const firstGuard = aGuard()
    await storage.bookings.hold(first, firstGuard)
    const fromHold = confirmed(first, { topic: 'Ωmega & <b>', version: 2 })
    const guard = aGuard()
    await storage.bookings.confirm(fromHold, guard)

    const plain = await book(storage, at(32))
    const moved = move(plain, 30, span({ slot: free + 40, minutes: 30, gap: 15 }))
    const moveKey = { key: fresh('key'), fingerprint: 'a move', tokenVersion: 1 }
    const moving = { next: moved, now: later(now, 3), scheduleVersion: 1, key: moveKey }
    await storage.bookings.change(moving)
    const customer = { email: 'Other@Example.org', phone: '+977 1' }
    const corrected = await change(
      storage,
      correct(moved, { customer, topic: 'Another' }, now),
      now,
    )
    const time = { startsAt: quarterAt(free), endsAt: quarterAt(free + 4), minutes: 60 }
    const proposal = { ...time, note: 'Later?', proposedAt: now }
    const asked = await change(storage, propose(corrected, proposal), now)
    const proposed = await change(storage, offerMore(asked, 'customer', now), now)
    const ended = await book(storage, at(48))
    const cancelled = await change(
      storage,
      cancel(ended, 'Ill', later(now, 4), 'expert'),
      later(now, 4),
    )

    const person = { email: 'Grace@Example.org', isAdmin: false, expertId: null, createdAt: now }
    const session = { id: fresh('session'), device: 'A browser', startedAt: now, seenAt: now }
    const signedIn = await storage.people.signIn(
      { ...person, id: fresh('person') },
      session,
      fresh('hash'),
    )
    await storage.people.addPasskey(aPasskey(signedIn.person.id), session.id)

    const photo = aPhoto()
    const meetingUrl = 'https://meet.example/two'
    const photoUrl = photoUrlOf(photo.id)
    const listed = { ...two, rating, version: 2, listed: false, photoUrl, meetingUrl }
    await storage.experts.change({ next: listed, photo, audit: anEntry() })
    await storage.applications.send(anApplication())
    await storage.blocks.make(aBlock({ note: 'They sell something' }), anEntry())
    const network = { kind: 'network', value: undefined, expertId: null } as const
    await storage.blocks.make(aBlock(network), anEntry())
    const report = aReport()
    await storage.reports.send(report, anEntry())
    const by = 'admin@example.org'
    const decided = { id: report.id, state: 'dismissed', at: now, by, word: 'A friend' } as const
    await storage.reports.decide(decided, anEntry())
    await storage.reports.send(aReport({ bookingId: report.bookingId }), anEntry())
    await storage.messages.owe(aMessage())
    const came = [aCallEvent(), aCallEvent({ kind: 'left' })]
    await storage.callEvents.append(came)
    await storage.callEvents.settle(came.slice(0, 1))
    const note = aNote({ bookingId: plain.id, text: 'Ωmega & <b>\n' })
    await storage.notes.save(note)
    await storage.notes.save({ ...note, version: 2, text: '' })
    await storage.notes.save(aNote({ bookingId: plain.id, side: 'expert', expertId }))
    await storage.messages.choose(
      expertId,
      { unwanted: ['reminder'], agendaAt: '07:30' },
      later(now, 60),
    )
    await storage.calendarFeeds.open(aFeed({ personId: signedIn.person.id }), null)
    const read = aFeed({ side: 'expert' })
    await storage.calendarFeeds.open(read, null)
    await storage.calendarFeeds.say(read.id, 'digest-of-a-file', now)
    await storage.calendarFeeds.noteReading(read.id, later(now, 1))
    await storage.installation.calendarDomain('experts.example')
    await storage.calendars.addSource(aSource({ expertId }))

    const busy = [{ from: quarterAt(free), to: quarterAt(free + 8) }]
    await storage.schedules.replace(two.id, {
      ...two.schedule,
      version: 2,
      busy,
      busyChanges: 1,
      paused: true,
    })
    const due = await storage.experts.listDue(now, 1000)
    await storage.experts.storeNextFree(
      due.map((each, index) => {
        const slot = index % 2 === 0 ? span({ slot: 4 * 24 * 200 }) : null
        return { ...each, slot, refreshAt: later(now, 600) }
      }),
    )
    const window = { now, milliseconds: hour }
    for (const key of ['search 127.0.0.1', 'holds ::1', 'holds ::1']) {
      await storage.uses.count(key, window)
    }

    const records = [held, runOut, released, fromHold, proposed, cancelled]
    return {
      content,
      records: [...records, ...content.bookings],
      claim: { record: fromHold, guard },
      firstClaim: { record: first, guard: firstGuard },
      moving,
    }
  } finally {
    await storage.close()
  }
}

async function change<R extends Parameters<Storage['bookings']['change']>[0]['next']>(
  storage: Storage,
  next: R,
  at: typeof now,
): Promise<R> {
  const key = { key: fresh('key'), fingerprint: 'a change', tokenVersion: 1 }
  const { kind } = await storage.bookings.change({ next, now: at, key })
  if (kind !== 'done') throw new Error(`The change was ${kind}`)
  return next
}

/** Reads through the port whatever a server could be asked for, and leaves the store as it was. */
export async function pictureOf(url: string, { content, records }: LivedIn) {
  const storage = await openStorage(url)
  try {
    const experts = content.experts.map(({ id }) => id)
    const range = { from: later(now, -1e6), to: later(now, 1e6), now: later(now, -1e4) }
    const page = { limit: 100 }
    const search = { words: ['a'], language: 'en', sort: 'soonest', limit: 100 } as const
    return {
      categories: await storage.categories.list(),
      experts: await Promise.all(experts.map((id) => storage.experts.find(id))),
      found: await storage.experts.search(search),
      reviews: await Promise.all(experts.map((id) => storage.reviews.list(id, page))),
      occupied: await Promise.all(experts.map((id) => storage.bookings.listOccupied(id, range))),
      records: await Promise.all(records.map(({ id }) => storage.bookings.find(id))),
      feeds: await Promise.all(
        experts.map((expertId) => storage.calendarFeeds.listBookings(allOf({ expertId }))),
      ),
    }
  } finally {
    await storage.close()
  }
}

/** A server on the copy goes on as the one on the original would have. Changes the store. */
export async function expectToGoOn(url: string, livedIn: LivedIn): Promise<void> {
  const { claim, firstClaim, moving, records, content } = livedIn
  const storage = await openStorage(url)
  try {
    const due = await storage.experts.listDue(now, 1000)
    expect(due).toHaveLength(content.experts.length)

    const again = await storage.bookings.claim(claim.record, claim.guard)
    expect(again).toMatchObject({ kind: 'replayed', answer: { record: claim.record } })
    const held = await storage.bookings.hold(firstClaim.record, firstClaim.guard)
    expect(held).toMatchObject({ kind: 'replayed', answer: { record: firstClaim.record } })
    const other = { ...claim.guard.key, fingerprint: 'of something else' }
    expect(await storage.bookings.claim(claim.record, aGuard({ key: other }))).toEqual({
      kind: 'key_reused',
    })
    expect(await storage.bookings.change(moving)).toMatchObject({
      kind: 'replayed',
      answer: { record: moving.next, answeredAt: moving.now, tokenVersion: 1 },
    })

    for (const record of records.slice(0, 40)) {
      if (record.state !== 'booked') continue
      const { id: _id, ...time } = record
      const rival = { ...aBooking(), ...time, id: fresh('rival'), version: 1 }
      const guard = aGuard({ scheduleVersion: await versionOf(storage, record.expertId) })
      expect(await storage.bookings.claim(rival, guard)).toEqual({ kind: 'taken' })
    }
    const window = { now: later(now, 1), milliseconds: hour }
    const endsAt = later(now, 60)
    expect(await storage.uses.count('holds ::1', window)).toEqual({ count: 3, endsAt })
    // The hold that ran out and the one that still lived; the one that was given up is forgotten with its key.
    expect(await storage.bookings.releaseExpired(later(now, 10))).toBe(2)
    expect(await storage.bookings.forgetReleased(later(now, 3))).toBe(1)
  } finally {
    await storage.close()
  }
}

async function versionOf(storage: Storage, expertId: string): Promise<number> {
  return (await storage.experts.find(expertId))?.schedule.version ?? 0
}
