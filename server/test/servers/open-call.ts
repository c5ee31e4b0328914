import { createTokens } from '../../src/base/tokens.ts'
import { instantOf, minute } from '../../src/domain/time/instant.ts'
import { aBooking, aGuard } from '../storage/fixtures.ts'
import { environmentFor, type SharedStore } from './shared-store.ts'

export interface OpenCall {
  readonly customer: { readonly id: string; readonly token: string }
  readonly expert: { readonly id: string; readonly token: string }
}

let made = 0

/** A session that is under way by the clock of this machine; each is an hour before the one made before it. */
export async function openCallIn({ storage, url }: SharedStore): Promise<OpenCall> {
  const expertId = made++ % 2 === 0 ? 'expert-ada' : 'expert-bina'
  const startsAt = instantOf(Math.floor(Date.now() / (15 * minute)) * 15 * minute)
  const minutes = 60
  const endsAt = instantOf(startsAt + minutes * minute)
  const booking = { ...aBooking({ expertId }), startsAt, endsAt, until: endsAt, minutes }
  const outcome = await storage.bookings.claim(booking, aGuard({ now: startsAt }))
  if (outcome.kind !== 'done') throw new Error(`The booking was ${outcome.kind}`)
  const tokens = createTokens(environmentFor(url)['SECRET'] ?? '')
  const { id } = booking
  return {
    customer: { id, token: tokens.forCustomer(booking) },
    expert: { id, token: tokens.forExpert(booking) },
  }
}
