import type { Actor } from '../../base/actor.ts'
import type { Deps } from '../../base/deps.ts'
import type { Limits } from '../../base/limits.ts'
import { Refused } from '../../base/problem.ts'
import { isBooking } from '../../domain/bookings/booking.ts'
import { day, plus } from '../../domain/time/instant.ts'
import { linkAgainMail } from '../../mail/letters/link-again.ts'
import { expertOf } from '../experts/find.ts'

/** Of one booking. */
const renewalsPerDay = 3

/** The customer's private link, once more. */
export function createLinks(deps: Deps, limits: Limits, publicUrl: () => string) {
  const { storage, clock, tokens } = deps

  return {
    /**
     * Sends a new link to the address of the booking, for whoever has the one before, also where that is over. They learn
     * nothing: not the address, nor anything of the session.
     */
    async renew({ token }: Actor, id: string): Promise<void> {
      const now = clock()
      const record = await storage.bookings.find(id)
      if (!isBooking(record) || tokens.readCustomer(token, record, now) === 'none') {
        throw new Refused('not_found')
      }
      const { count, endsIn } = await limits.count('link', id, day)
      if (count > renewalsPerDay) {
        throw new Refused('too_many', { retryAfterSeconds: Math.ceil(endsIn / 1000) })
      }
      const { name } = await expertOf(storage, record.expertId)
      const link = tokens.forCustomerUntil(record, plus(now, tokens.linkDays * day))
      await deps.sendMail(
        linkAgainMail(record, name, {
          href: `${publicUrl()}/b/${id}#${link}`,
          days: tokens.linkDays,
        }),
      )
    },
  }
}
