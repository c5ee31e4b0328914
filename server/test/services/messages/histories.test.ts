import type { CallRole } from '@expertconnect/contract/calls/shapes'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BookedRecord, BookingRecord } from '../../../src/domain/bookings/booking.ts'
import { sayLate } from '../../../src/domain/bookings/late.ts'
import { cancel, correct, move } from '../../../src/domain/bookings/transitions.ts'
import { day, hour, type Instant, minute, plus } from '../../../src/domain/time/instant.ts'
import { openStorage } from '../../../src/storage/open.ts'
import {
  ada,
  aBooking,
  aGuard,
  emptyContent,
  fresh,
  quarterAt,
  span,
} from '../../storage/fixtures.ts'
import { aPerson } from '../../storage/people/people-fixtures.ts'
import { openMailRoom } from './mail-room.ts'

type Step =
  | { readonly do: 'move'; readonly slot: number }
  | { readonly do: 'cancel' }
  | { readonly do: 'address' }
  | { readonly do: 'topic' }
  | { readonly do: 'late'; readonly by: CallRole; readonly takesBack: boolean }
  | { readonly do: 'wait'; readonly minutes: number }
  | { readonly do: 'mail'; readonly works: boolean }
  | { readonly do: 'look' }

const weighted = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary })
const step: fc.Arbitrary<Step> = fc.oneof(
  weighted(3, fc.record({ do: fc.constant('move'), slot: fc.integer({ min: 8, max: 400 }) })),
  weighted(1, fc.constant({ do: 'cancel' })),
  weighted(2, fc.constant({ do: 'address' })),
  weighted(1, fc.constant({ do: 'topic' })),
  weighted(
    2,
    fc.record({
      do: fc.constant('late'),
      by: fc.constantFrom('customer', 'expert'),
      takesBack: fc.boolean(),
    }),
  ),
  weighted(8, fc.record({ do: fc.constant('wait'), minutes: fc.integer({ min: 1, max: 1500 }) })),
  weighted(2, fc.record({ do: fc.constant('mail'), works: fc.boolean() })),
  weighted(8, fc.constant({ do: 'look' })),
)

/** What must be sent, worked out from the history alone: `kind version-or-lead to recipient`. */
function createExpectation(booking: BookingRecord, bookedAt: Instant) {
  interface Told {
    readonly kind: string
    readonly version: number
    readonly startsAt: Instant
    readonly expiresAt: Instant
  }
  let record = booking
  let since = bookedAt
  let waiting: Told[] = []
  const reminded = new Set<number>()
  const late = {
    customer: { asked: null as Told | null, isTold: false },
    expert: { asked: null as Told | null, isTold: false },
  }

  function tell(kind: string, now: Instant): void {
    const { version, startsAt, endsAt } = record
    const atLast = plus(now, 4 * day)
    const expiresAt = kind === 'cancelled' && atLast > endsAt ? atLast : endsAt
    waiting.push({ kind, version, startsAt, expiresAt })
  }

  /** Only the last of what a side said counts, and that it comes in time only for whoever heard otherwise. */
  function lateAt(now: Instant): string[] {
    return (['customer', 'expert'] as const).flatMap((recipient) => {
      const { asked, isTold } = late[recipient]
      late[recipient].asked = null
      if (!asked || record.state !== 'booked' || record.startsAt !== asked.startsAt) return []
      if (now >= asked.expiresAt) return []
      if (!record.late?.[recipient === 'customer' ? 'expert' : 'customer'] && !isTold) return []
      late[recipient].isTold = true
      return [`late ${asked.version} to ${recipient}`]
    })
  }
  tell('booked', bookedAt)

  return {
    changed(kind: 'moved' | 'cancelled' | 'corrected', next: BookingRecord, now: Instant): void {
      record = next
      tell(kind, now)
      if (kind !== 'moved') return
      since = now
      reminded.clear()
    },
    said(by: CallRole, next: BookingRecord): void {
      record = next
      const { version, startsAt, endsAt } = next
      const to = by === 'customer' ? 'expert' : 'customer'
      late[to].asked = { kind: 'late', version, startsAt, expiresAt: endsAt }
    },
    unnoticed(next: BookingRecord): void {
      record = next
    },
    /** What both sides get at `now`. Corrections are for the customer alone. */
    sentAt(now: Instant): string[] {
      const changes = waiting
      waiting = []
      const sent = (['customer', 'expert'] as const).flatMap((recipient) => {
        const mine = changes.filter(({ kind }) => kind !== 'corrected' || recipient === 'customer')
        const last = mine.at(-1)
        if (!last || now >= last.expiresAt) return []
        const isTrue =
          last.kind === 'cancelled'
            ? record.state === 'cancelled'
            : record.state === 'booked' && record.startsAt === last.startsAt
        return isTrue ? [`${last.kind} ${last.version} to ${recipient}`] : []
      })
      sent.push(...lateAt(now))
      if (record.state !== 'booked' || now >= record.startsAt) return sent
      const { startsAt } = record
      const passed = [day, hour, 10 * minute].filter((lead) => {
        const at = plus(startsAt, -lead)
        return at > since && at <= now
      })
      const lead = passed.at(-1)
      if (lead === undefined || reminded.has(lead)) return sent
      for (const each of passed) reminded.add(each)
      const minutes = lead / minute
      return [...sent, `reminder ${minutes} to customer`, `reminder ${minutes} to expert`]
    },
  }
}

describe('whatever happens to a booking', () => {
  it('exactly that is sent which its history asks for, each once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 8, max: 400 }),
        fc.array(step, { minLength: 5, maxLength: 25 }),
        async (slot, steps) => {
          const storage = await openStorage('file::memory:')
          const people = [aPerson({ email: 'ada@example.org', expertId: ada })]
          await storage.fill({ ...emptyContent(), people })
          const room = openMailRoom(storage)
          const { clock } = room
          const booking = aBooking({ slot })
          await storage.bookings.claim(booking, aGuard())
          const expected = createExpectation(booking, clock.now)
          let record: BookingRecord = booking
          let works = true
          room.server.answer = () =>
            works
              ? { kind: 'handed_over', reply: '250 OK' }
              : { kind: 'unreachable', reason: 'gone' }
          const wanted: string[] = []

          async function change(next: BookingRecord): Promise<void> {
            const key = { key: fresh('key'), fingerprint: 'of it', tokenVersion: 1 }
            const asked = { next, now: clock.now, scheduleVersion: 1, key }
            expect((await storage.bookings.change(asked)).kind).toBe('done')
            record = next
          }
          async function apply(asked: Step, booked: BookedRecord): Promise<void> {
            if (asked.do === 'move') {
              if (quarterAt(asked.slot) <= clock.now || quarterAt(asked.slot) === booked.startsAt)
                return
              await change(move(booked, 60, span({ slot: asked.slot })))
              expected.changed('moved', record, clock.now)
            } else if (asked.do === 'cancel') {
              await change(cancel(booked, undefined, clock.now))
              expected.changed('cancelled', record, clock.now)
            } else if (asked.do === 'address') {
              await change(
                correct(booked, { customer: { email: `${fresh('new')}@example.org` } }, clock.now),
              )
              if (booked.endsAt > clock.now) expected.changed('corrected', record, clock.now)
              else expected.unnoticed(record)
            } else if (asked.do === 'late') {
              const { by, takesBack } = asked
              // Nobody says two things in one millisecond.
              clock.advance(1)
              const isNews = !takesBack || booked.late?.[by] !== undefined
              if (!isNews || booked.endsAt <= clock.now) return
              await change(sayLate(booked, by, takesBack ? null : { minutes: 5, at: clock.now }))
              expected.said(by, record)
            } else if (asked.do === 'topic') {
              await change(correct(booked, { topic: fresh('topic') }, clock.now))
              expected.unnoticed(record)
            }
          }
          async function look(): Promise<void> {
            // The pause of a server that was away is over by then.
            if (works) clock.advance(2 * minute)
            await room.deliverAll()
            if (works) wanted.push(...expected.sentAt(clock.now))
          }

          for (const asked of steps) {
            if (asked.do === 'wait') clock.advance(asked.minutes * minute)
            else if (asked.do === 'mail') works = asked.works
            else if (asked.do === 'look') await look()
            else if (record.state === 'booked') await apply(asked, record)
          }
          works = true
          await look()

          const messages = await storage.messages.listOfBooking(booking.id)
          const sent = messages
            .filter(({ state }) => state === 'handed_over')
            .map(({ kind, about, dueAt }) => {
              const what = kind === 'reminder' ? (about.startsAt - dueAt) / minute : about.version
              return `${kind} ${what} to ${about.recipient}`
            })
          expect(sent.toSorted()).toEqual(wanted.toSorted())
          expect(room.handedOver).toHaveLength(wanted.length)
          await storage.close()
        },
      ),
      { numRuns: 150 },
    )
  })
})
