import type { Tally, TallyAsked } from '../../port/bookings.ts'
import type { Models } from '../engine/models.ts'

const outcome = { $ifNull: ['$settlement.decision.outcome', '$settlement.outcome'] }
const isMissed = { $in: [outcome, ['customer_missed', 'expert_missed']] }
const isHeld = { $and: [{ $eq: ['$state', 'booked'] }, { $not: [isMissed] }] }
const price = {
  $floor: { $add: [{ $divide: [{ $multiply: ['$hourlyRate', '$minutes'] }, 60] }, 0.5] },
}
const sumWhere = (condition: object, value: unknown) => ({
  $sum: { $cond: [condition, value, 0] },
})

/** As `statusOf` and `priceOf` of the domain say it: the suite of storage compares them. */
export function createTally({ bookings }: Pick<Models, 'bookings'>) {
  return async function tally({ expertId, from, before, now }: TallyAsked): Promise<Tally> {
    const [found] = await bookings.aggregate<Tally & { _id: null }>([
      {
        $match: {
          ...(expertId === undefined ? { emailKey: { $exists: true } } : { expertId }),
          startsAt: { $gte: from, $lt: before },
          bookedAt: { $exists: true },
          $or: [{ state: 'cancelled' }, { state: 'booked', endsAt: { $lte: now } }],
        },
      },
      {
        $group: {
          _id: null,
          held: sumWhere(isHeld, 1),
          missed: sumWhere({ $and: [{ $eq: ['$state', 'booked'] }, isMissed] }, 1),
          cancelled: sumWhere({ $eq: ['$state', 'cancelled'] }, 1),
          minutes: sumWhere(isHeld, '$minutes'),
          earned: sumWhere(isHeld, price),
        },
      },
    ])
    if (!found) return { held: 0, missed: 0, cancelled: 0, minutes: 0, earned: 0 }
    const { _id, ...counted } = found
    return counted
  }
}
