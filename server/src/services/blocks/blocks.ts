import type {
  Block as BlockView,
  BlockInput,
  BlockMade,
  BlocksQuery,
  BookingOrigin,
} from '@expertconnect/contract/blocks/shapes'
import { readTimePlace, writeTimePlace } from '../../base/cursors.ts'
import type { Deps } from '../../base/deps.ts'
import { type Desk, sees } from '../../base/desk.ts'
import { invalid, Refused } from '../../base/problem.ts'
import type { Block } from '../../domain/blocks/block.ts'
import { type BookingRecord, isBooking } from '../../domain/bookings/booking.ts'
import { release } from '../../domain/bookings/transitions.ts'
import { formatInstant } from '../../domain/time/instant.ts'
import { entryOf } from '../audit/trail.ts'
import { type CancelsMany, reasonNeeded, subjectOf } from '../bookings/cancellations.ts'
import { expertOf } from '../experts/find.ts'
import { presentBlock, presentUpcoming } from './present.ts'
import type { Trait, Traits } from '../welcome/traits.ts'

const perPage = 50
/** Of those alike, so many are shown, and cancelled at a time. */
const atOnce = 100
/** And so many in one request, which must end. */
const mostCancelled = 500

/** Whom experts keep away from themselves, and administrators from all. */
export function createBlocks(deps: Deps, traits: Traits, cancellations: CancelsMany) {
  const { storage, clock, newId } = deps

  async function bookingOf(desk: Desk, id: string): Promise<BookingRecord> {
    const record = await storage.bookings.find(id)
    if (!isBooking(record) || !sees(desk, record.expertId)) throw new Refused('not_found')
    return record
  }

  function upcoming({ expertId }: Desk, { alike }: Trait, limit: number) {
    return storage.bookings.listAlike({
      ...alike,
      ...(expertId === null ? {} : { expertId }),
      now: clock(),
      limit,
    })
  }

  /** What they hold now would be refused when it is to be booked; others have it at once. */
  async function releaseHolds({ expertId }: Desk, { isOf }: Trait): Promise<void> {
    const now = clock()
    const holds = await storage.bookings.listHolds(now, expertId ?? undefined)
    for (const hold of holds.filter(isOf)) {
      await storage.bookings.change({ next: release(hold), now })
    }
  }

  async function cancelAlike(desk: Desk, trait: Trait, reason: string) {
    let cancelled = 0
    while (cancelled < mostCancelled) {
      let done = 0
      const found = await upcoming(desk, trait, atOnce)
      for (const { id } of found) {
        if ((await cancellations.cancelOne(desk, id, reason)) === 'cancelled') done++
      }
      cancelled += done
      if (found.length < atOnce || done === 0) return { cancelled, more: found.length > done }
    }
    return { cancelled, more: true }
  }

  function demandTrait(record: BookingRecord, kind: BlockInput['kind']): Trait {
    const trait = traits.traitOf(record, kind)
    if (trait) return trait
    if (kind === 'domain') {
      throw new Refused('shared_domain', {
        detail: 'Many unrelated people have addresses there. Please block only this address.',
      })
    }
    throw invalid('#/kind', 'Where this booking came from was not kept')
  }

  return {
    /** What a booking has in common with others that are yet to come. */
    async origin(desk: Desk, id: string): Promise<BookingOrigin> {
      const record = await bookingOf(desk, id)
      const found = traits.traitsOf(record)
      const standing = await storage.blocks.among(
        found.map(({ key }) => key),
        desk.expertId,
      )
      const own = standing.filter(({ expertId }) => expertId === desk.expertId)
      return {
        traits: await Promise.all(
          found.map(async (trait) => {
            const records = await upcoming(desk, trait, atOnce + 1)
            const shown = records.slice(0, atOnce).map(async (each) => {
              return presentUpcoming(each, await expertOf(storage, each.expertId))
            })
            const block = own.find(({ key }) => key === trait.key)
            return {
              kind: trait.kind,
              ...(trait.value === undefined ? {} : { value: trait.value }),
              ...(block ? { blockId: block.id } : {}),
              upcoming: await Promise.all(shown),
              more: records.length > atOnce,
            }
          }),
        ),
      }
    },

    async list(
      { expertId }: Desk,
      query: BlocksQuery,
    ): Promise<{ items: BlockView[]; nextCursor?: string }> {
      const { items, next } = await storage.blocks.list({
        expertId,
        after: readTimePlace(query.cursor),
        limit: query.limit ?? perPage,
      })
      return {
        items: items.map(presentBlock),
        ...(next ? { nextCursor: writeTimePlace(next) } : {}),
      }
    },

    async make(
      desk: Desk,
      { bookingId, kind, note, cancelReason }: BlockInput,
    ): Promise<BlockMade> {
      if (cancelReason === '') throw reasonNeeded('#/cancelReason')
      const record = await bookingOf(desk, bookingId)
      const trait = demandTrait(record, kind)
      const expert = await expertOf(storage, record.expertId)
      const block: Block = {
        id: newId(),
        kind,
        key: trait.key,
        expertId: desk.expertId,
        ...(trait.value === undefined ? {} : { value: trait.value }),
        bookingId,
        startsAt: record.startsAt,
        name: record.customer.name,
        ...(note ? { note } : {}),
        madeAt: clock(),
        by: desk.person.email,
      }
      const subject = subjectOf(record, expert)
      const audit = entryOf(deps, desk.person, 'block_made', subject, detailOf(block))
      const standing = await storage.blocks.make(block, audit)
      await releaseHolds(desk, trait)
      const cancelled =
        cancelReason === undefined
          ? { cancelled: 0, more: false }
          : await cancelAlike(desk, trait, cancelReason)
      return { block: presentBlock(standing), ...cancelled }
    },

    async remove(desk: Desk, id: string): Promise<void> {
      const block = await storage.blocks.find(id)
      if (block?.expertId !== desk.expertId) throw new Refused('not_found')
      const record = await bookingOf(desk, block.bookingId)
      const subject = subjectOf(record, await expertOf(storage, record.expertId))
      const audit = entryOf(deps, desk.person, 'block_removed', subject, detailOf(block))
      if (!(await storage.blocks.remove(id, desk.expertId, audit))) throw new Refused('not_found')
    },
  }
}

/** The trail says of what kind it is, and never of whom: entries stay when people are erased. */
function detailOf({ kind, expertId, startsAt }: Block): string {
  const words = { address: 'The address', domain: 'The domain', network: 'The network' }
  const where = expertId === null ? 'for every expert' : 'for this expert'
  return `${words[kind]} of the session at ${formatInstant(startsAt)}, ${where}`
}
