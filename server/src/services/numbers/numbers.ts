import type {
  AdminNumbersQuery,
  Numbers,
  NumbersQuery,
  PeriodKind,
} from '@expertconnect/contract/numbers/shapes'
import type { Actor } from '../../base/actor.ts'
import { demandAdmin, demandExpert } from '../../base/demand.ts'
import type { Deps } from '../../base/deps.ts'
import { periodsUpTo } from '../../domain/numbers/periods.ts'
import { formatInstant } from '../../domain/time/instant.ts'
import { expertOf } from '../experts/find.ts'

/** What became of sessions, for the expert of them and for whoever hosts it all. */
export function createNumbers({
  storage,
  clock,
  currency,
}: Pick<Deps, 'storage' | 'clock' | 'currency'>) {
  async function count(kind: PeriodKind, timeZone: string, expertId?: string): Promise<Numbers> {
    const now = clock()
    const periods: Numbers['periods'] = []
    // One after the other: the store serves others in between.
    for (const { date, from, before } of periodsUpTo(now, kind, timeZone)) {
      const asked = { from, before, expertId }
      const { earned, ...counted } = await storage.bookings.tally({ ...asked, now })
      periods.push({
        from: date,
        startsAt: formatInstant(from),
        endsAt: formatInstant(before),
        ...counted,
        earnings: { amount: earned, currency },
        rating: await storage.reviews.tally(asked),
      })
    }
    return { timeZone, periods }
  }

  return {
    async ofExpert(actor: Actor, { by }: NumbersQuery): Promise<Numbers> {
      const { expertId } = demandExpert(actor)
      const { schedule } = await expertOf(storage, expertId)
      return count(by, schedule.timeZone, expertId)
    },

    async ofAll(actor: Actor, { by, timeZone }: AdminNumbersQuery): Promise<Numbers> {
      demandAdmin(actor)
      return count(by, timeZone)
    },
  }
}
