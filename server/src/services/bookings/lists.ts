import type {
  AdminBookingsQuery,
  Booking,
  Party,
  DeskBookingsQuery,
  MyBookingsQuery,
} from '@expertconnect/contract/bookings/shapes'
import { Id } from '@expertconnect/contract/primitives'
import type { Actor } from '../../base/actor.ts'
import { readPlace, writeCursor } from '../../base/cursors.ts'
import { demandAdmin, demandExpert, demandPerson } from '../../base/demand.ts'
import type { Deps } from '../../base/deps.ts'
import { invalid } from '../../base/problem.ts'
import { wantedOf } from '../../base/wanted.ts'
import { isBooking, type BookingRecord } from '../../domain/bookings/booking.ts'
import type { Expert } from '../../domain/experts/expert.ts'
import { unreached } from '../../domain/messages/reached.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { BookingPlace, BookingsPage, OfExpert } from '../../storage/port/bookings.ts'
import { expertOf } from '../experts/find.ts'
import { readInstant, readRange } from '../../base/input.ts'
import { presentLive } from './live.ts'
import { withPresence } from './presence.ts'
import { presentBooking } from './present.ts'

const myPerPage = 20
const perPage = 50

export interface BookingPage {
  readonly items: Booking[]
  readonly nextCursor?: string
}

/** Bookings in pages. Who asks decides which ones these are, and as whom they are seen. */
export function createBookingLists({ storage, clock }: Pick<Deps, 'storage' | 'clock'>) {
  async function pageOf(
    { items: bookings, next }: BookingsPage,
    seenBy: Party,
    now: Instant,
  ): Promise<BookingPage> {
    const experts = new Map<string, Promise<Expert>>()
    for (const { expertId } of bookings) {
      if (!experts.has(expertId)) experts.set(expertId, expertOf(storage, expertId))
    }
    const ids = bookings.map(({ id }) => id)
    const refused = unreached(await storage.messages.listOfBookings(ids), now)
    const items = await Promise.all(
      bookings.map(async (record) => {
        const expert = await (experts.get(record.expertId) ?? expertOf(storage, record.expertId))
        const isOffered = record.state === 'booked' && record.moreTime !== undefined
        const booking = isOffered
          ? await presentLive({ storage }, record, expert, now, [seenBy])
          : await withPresence(
              { storage },
              presentBooking(record, expert, now, [seenBy]),
              record,
              now,
            )
        return refused.has(record.id) ? { ...booking, mailRefused: true } : booking
      }),
    )
    return { items, ...(next ? { nextCursor: writeCursor([next.startsAt, next.id]) } : {}) }
  }

  async function byId(query: string): Promise<BookingRecord | null> {
    const record = Id.safeParse(query).success ? await storage.bookings.find(query) : null
    return isBooking(record) ? record : null
  }

  return {
    /** What was booked with the address that somebody has proved. */
    async mine(actor: Actor, query: MyBookingsQuery): Promise<BookingPage> {
      const { email } = demandPerson(actor)
      const now = clock()
      const found = await storage.bookings.listOfCustomer({
        email,
        scope: query.scope ?? 'upcoming',
        now,
        after: placeOf(query),
        limit: query.limit ?? myPerPage,
      })
      return pageOf(found, 'customer', now)
    },

    /** What was booked with an expert, for that expert. */
    async ofExpert(actor: Actor, query: DeskBookingsQuery): Promise<BookingPage> {
      const { id: expertId } = await expertOf(storage, demandExpert(actor).expertId)
      const now = clock()
      const found = await storage.bookings.listOfExpert({
        expertId,
        chosen: chosenBy(query, now),
        after: placeOf(query),
        limit: query.limit ?? perPage,
      })
      return pageOf(found, 'expert', now)
    },

    /**
     * Everybody's, for administrators: by id, by the beginning of an address, or by words of a customer's name; of a
     * stretch of time and with one expert.
     */
    async find(actor: Actor, query: AdminBookingsQuery): Promise<BookingPage> {
      demandAdmin(actor)
      const now = clock()
      const one = await byId(query.query?.trim() ?? '')
      if (one) return pageOf({ items: [one] }, 'admin', now)
      const expert =
        query.expert === undefined ? undefined : await storage.experts.findBySlug(query.expert)
      if (expert === null) return { items: [] }
      const found = await storage.bookings.search({
        ...wantedOf(query.query),
        ...startsBetween(query),
        expertId: expert?.id,
        scope: query.scope ?? 'all',
        now,
        after: placeOf(query),
        limit: query.limit ?? perPage,
      })
      return pageOf(found, 'admin', now)
    },
  }
}

function placeOf({ cursor }: { readonly cursor?: string | undefined }): BookingPlace | undefined {
  return cursor === undefined ? undefined : readPlace(cursor)
}

function startsBetween({ from, to }: AdminBookingsQuery) {
  if (from !== undefined && to !== undefined) return readRange({ from, to })
  return {
    from: from === undefined ? undefined : readInstant(from, '#/from'),
    to: to === undefined ? undefined : readInstant(to, '#/to'),
  }
}

function chosenBy({ scope, from, to }: DeskBookingsQuery, now: Instant): OfExpert['chosen'] {
  if (from === undefined && to === undefined) return { scope: scope ?? 'upcoming', now }
  if (scope !== undefined) throw invalid('#/scope', 'Not together with from and to')
  if (from === undefined) throw invalid('#/from', 'Goes with to')
  if (to === undefined) throw invalid('#/to', 'Goes with from')
  return readRange({ from, to })
}
