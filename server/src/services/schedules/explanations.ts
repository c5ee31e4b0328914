import type { Conflicts, WhyQuery, Why } from '@expertconnect/contract/schedules/shapes'
import type { Actor } from '../../base/actor.ts'
import type { Deps } from '../../base/deps.ts'
import type { BookingRecord, Span } from '../../domain/bookings/booking.ts'
import { describeFinding } from '../../domain/schedules/describe-finding.ts'
import { describeBusy } from '../../domain/calendars/describe-busy.ts'
import type { CalendarSource } from '../../domain/calendars/source.ts'
import { explainStart, type Finding } from '../../domain/schedules/explain-start.ts'
import { explainHours } from '../../domain/schedules/hours.ts'
import type { Schedule } from '../../domain/schedules/schedule.ts'
import { formatInstant } from '../../domain/time/instant.ts'
import { spanOf } from '../../domain/schedules/starts.ts'
import type { BookingPlace } from '../../storage/port/bookings.ts'
import { readInstant } from '../../base/input.ts'
import { expertOf } from '../experts/find.ts'
import { demandExpert } from '../../base/demand.ts'
import { presentBooking } from '../bookings/present.ts'

const perRead = 200

/** What an expert's schedule says of a time, in words. */
export function createExplanations({ storage, clock }: Pick<Deps, 'storage' | 'clock'>) {
  async function upcomingOf(expertId: string): Promise<BookingRecord[]> {
    const chosen = { scope: 'upcoming', now: clock() } as const
    const found: BookingRecord[] = []
    let after: BookingPlace | undefined
    do {
      const { items: bookings, next } = await storage.bookings.listOfExpert({
        expertId,
        chosen,
        after,
        limit: perRead,
      })
      found.push(...bookings)
      after = next
    } while (after)
    return found
  }

  return {
    /** Upcoming sessions that the schedule as it is now would not offer. Notice, horizon and pause do not count. */
    async conflicts(actor: Actor): Promise<Conflicts> {
      const expert = await expertOf(storage, demandExpert(actor).expertId)
      const { schedule } = expert
      const now = clock()
      const sources = await storage.calendars.sourcesOf(expert.id)
      const items = (await upcomingOf(expert.id)).flatMap((record) => {
        const span = spanOf(schedule, record.startsAt, record.minutes)
        const finding = explainHours(schedule, span)
        if (!finding) return []
        const reason = wordsOf(finding, schedule, span, sources)
        return [{ booking: presentBooking(record, expert, now, ['expert']), reason }]
      })
      return { items }
    },

    /** Why a session cannot start then, or that it can. */
    async why(actor: Actor, query: WhyQuery): Promise<Why> {
      const { id, listed, schedule } = await expertOf(storage, demandExpert(actor).expertId)
      const span = spanOf(schedule, readInstant(query.startsAt, '#/startsAt'), query.minutes)
      const now = clock()
      const occupied = await storage.bookings.listOccupied(id, {
        from: span.startsAt,
        to: span.until,
        now,
      })
      const finding = explainStart({ schedule, span, now, listed, occupied })
      return {
        startsAt: formatInstant(span.startsAt),
        endsAt: formatInstant(span.endsAt),
        verdict: finding.verdict,
        detail: wordsOf(finding, schedule, span, await storage.calendars.sourcesOf(id)),
        ...('record' in finding && finding.record.state === 'booked'
          ? { bookingId: finding.record.id }
          : {}),
      }
    },
  }
}

/** Which calendar is busy then is not in the schedule. */
function wordsOf(
  finding: Finding,
  schedule: Schedule,
  span: Span,
  sources: readonly CalendarSource[],
): string {
  if (finding.verdict === 'busy') return describeBusy(sources, schedule, span)
  return describeFinding(finding, schedule, span)
}
