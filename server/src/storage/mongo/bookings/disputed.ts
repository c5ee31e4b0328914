import type { Disputed, DisputedPage } from '../../port/bookings.ts'
import { disputedPage } from '../../rules/booking-pages.ts'
import { earlierThan } from '../engine/behind.ts'
import type { Models } from '../engine/models.ts'
import { recordOf } from './record-mapper.ts'

export function createListDisputed({ bookings }: Pick<Models, 'bookings'>) {
  return async function list({ state, after, limit }: Disputed): Promise<DisputedPage> {
    const docs = await bookings
      .find({ dispute: state, ...earlierThan('disputedAt', after) }, { answers: 0 })
      .sort({ disputedAt: -1, _id: -1 })
      .limit(limit + 1)
      .hint('disputed')
      .lean()
    return disputedPage(docs.map(recordOf), limit)
  }
}
