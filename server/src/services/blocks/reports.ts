import type {
  Report as ReportView,
  ReportDecision,
  ReportsQuery,
} from '@expertconnect/contract/blocks/shapes'
import type { Actor } from '../../base/actor.ts'
import { readTimePlace, writeTimePlace } from '../../base/cursors.ts'
import { demandAdmin, demandExpert } from '../../base/demand.ts'
import type { Deps } from '../../base/deps.ts'
import type { Limits } from '../../base/limits.ts'
import { Refused } from '../../base/problem.ts'
import type { Report } from '../../domain/blocks/report.ts'
import { type BookingRecord, isBooking } from '../../domain/bookings/booking.ts'
import type { Expert } from '../../domain/experts/expert.ts'
import { hour } from '../../domain/time/instant.ts'
import { entryOf } from '../audit/trail.ts'
import { reasonNeeded, subjectOf } from '../bookings/cancellations.ts'
import { expertOf } from '../experts/find.ts'
import { presentReport } from './present.ts'

const perPage = 50
/** Of one expert. */
const reportsPerHour = 20

/** What experts tell administrators of their bookings, and what comes of it. */
export function createReports(deps: Deps, limits: Limits) {
  const { storage, clock, newId } = deps

  async function find(id: string): Promise<Report> {
    const report = await storage.reports.find(id)
    if (!report) throw new Refused('not_found')
    return report
  }

  async function about(bookingId: string): Promise<{ record: BookingRecord; expert: Expert }> {
    const record = await storage.bookings.find(bookingId)
    if (!isBooking(record)) throw new Refused('not_found')
    return { record, expert: await expertOf(storage, record.expertId) }
  }

  async function present(report: Report): Promise<ReportView> {
    const { record, expert } = await about(report.bookingId)
    return presentReport(report, record, expert, clock())
  }

  return {
    async send(actor: Actor, bookingId: string, reason: string): Promise<void> {
      const { person, expertId } = demandExpert(actor)
      const { record, expert } = await about(bookingId)
      if (record.expertId !== expertId) throw new Refused('not_found')
      if (reason === '') throw reasonNeeded('#/reason', 'Please say what is wrong with it')
      const { count, endsIn } = await limits.count('report', expertId, hour)
      if (count > reportsPerHour) {
        throw new Refused('too_many', {
          detail: 'You have reported many sessions. Please try again later.',
          retryAfterSeconds: Math.ceil(endsIn / 1000),
        })
      }
      const sent = await storage.reports.send(
        {
          id: newId(),
          bookingId,
          state: 'open',
          reason,
          reportedAt: clock(),
          by: person.email,
        },
        entryOf(deps, person, 'booking_reported', subjectOf(record, expert)),
      )
      if (sent === 'already_there') {
        throw new Refused(sent, { detail: 'You have already reported this session.' })
      }
    },

    async list(
      actor: Actor,
      query: ReportsQuery,
    ): Promise<{ items: ReportView[]; nextCursor?: string }> {
      demandAdmin(actor)
      const { items, next } = await storage.reports.list({
        state: query.state,
        after: readTimePlace(query.cursor),
        limit: query.limit ?? perPage,
      })
      return {
        items: await Promise.all(items.map(present)),
        ...(next ? { nextCursor: writeTimePlace(next) } : {}),
      }
    },

    async decide(actor: Actor, id: string, { state, word }: ReportDecision): Promise<ReportView> {
      const admin = demandAdmin(actor)
      const { bookingId } = await find(id)
      if (state === 'dismissed' && !word) throw reasonNeeded('#/word', 'Please say why')
      const { record, expert } = await about(bookingId)
      const action = state === 'settled' ? 'report_settled' : 'report_dismissed'
      const said = word ? { word } : {}
      const outcome = await storage.reports.decide(
        { id, state, at: clock(), by: admin.email, ...said },
        entryOf(deps, admin, action, subjectOf(record, expert), said.word),
      )
      if (outcome.kind !== 'done') throw new Refused(outcome.kind)
      return present(outcome.report)
    },
  }
}
