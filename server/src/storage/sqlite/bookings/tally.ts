import type { Tally, TallyAsked } from '../../port/bookings.ts'
import type { Database } from '../engine/driver.ts'

/** As `statusOf` and `priceOf` of the domain say it: the suite of storage compares them. */
export function createTally(db: Database) {
  const counted = (chosen: string) =>
    db.prepare<Tally>(`
      SELECT
        count(*) FILTER (WHERE state = 'booked' AND NOT missed) AS held,
        count(*) FILTER (WHERE missed) AS missed,
        count(*) FILTER (WHERE state = 'cancelled') AS cancelled,
        coalesce(sum(minutes) FILTER (WHERE state = 'booked' AND NOT missed), 0) AS minutes,
        coalesce(sum(price) FILTER (WHERE state = 'booked' AND NOT missed), 0) AS earned
      FROM (
        SELECT state, minutes, CAST(hourly_rate * minutes / 60.0 + 0.5 AS INTEGER) AS price,
          coalesce(coalesce(settlement ->> '$.decision.outcome', settlement ->> '$.outcome')
            IN ('customer_missed', 'expert_missed'), 0) AS missed
        FROM record
        WHERE ${chosen} AND starts_at >= ? AND starts_at < ? AND state IN ('booked', 'cancelled')
          AND (state = 'cancelled' OR (state = 'booked' AND ends_at <= ?)))`)
  const ofExpert = counted('expert_id = ?')
  const ofAll = counted('email_key IS NOT NULL')

  return function tally({ expertId, from, before, now }: TallyAsked): Tally {
    const found =
      expertId === undefined
        ? ofAll.get(from, before, now)
        : ofExpert.get(expertId, from, before, now)
    return found ?? { held: 0, missed: 0, cancelled: 0, minutes: 0, earned: 0 }
  }
}
