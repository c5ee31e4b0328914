import type { Report } from '../../../domain/blocks/report.ts'
import type { AuditEntry } from '../../../domain/people/audit.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import type {
  ReportDecided,
  ReportOutcome,
  ReportsAsked,
  ReportStorage,
} from '../../port/blocks.ts'
import { pageOf } from '../../rules/page-of.ts'
import type { Audit } from '../audit/audit.ts'
import type { Database } from '../engine/driver.ts'
import { done, type Outcome, refused, type Write } from '../engine/write-queue.ts'

export interface ReportRow {
  readonly id: string
  readonly booking_id: string
  readonly state: Report['state']
  readonly reason: string
  readonly reported_at: Instant
  readonly reported_by: string
  readonly decided_at: Instant | null
  readonly decided_by: string | null
  readonly word: string | null
}

export type Reports = ReturnType<typeof createReports>

/** The rows of reports. What is written is part of a transaction of the write queue. */
export function createReports(db: Database) {
  const byId = db.prepare<ReportRow>('SELECT * FROM report WHERE id = ?')
  const openOf = db.prepare(`SELECT 1 FROM report WHERE booking_id = ? AND state = 'open'`)
  const insertRow = db.prepare(`
    INSERT INTO report (id, booking_id, state, reason, reported_at, reported_by, decided_at,
      decided_by, word)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const decideRow = db.prepare(`
    UPDATE report SET (state, decided_at, decided_by, word) = (?, ?, ?, ?)
    WHERE id = ? AND state = 'open'`)
  const order = '(reported_at, id) < (?, ?) ORDER BY reported_at DESC, id DESC LIMIT ?'
  const all = db.prepare<ReportRow>(`SELECT * FROM report WHERE ${order}`)
  const ofState = db.prepare<ReportRow>(`SELECT * FROM report WHERE state = ? AND ${order}`)

  return {
    insert: (report: Report): void => {
      const { id, bookingId, state, reason, reportedAt, by } = report
      const { decidedAt = null, decidedBy = null, word = null } = report
      insertRow.run(id, bookingId, state, reason, reportedAt, by, decidedAt, decidedBy, word)
    },

    isOpen: (bookingId: string): boolean => openOf.get(bookingId) !== undefined,

    find(id: string): Report | null {
      const row = byId.get(id)
      return row ? reportOf(row) : null
    },

    list({ state, after, limit }: ReportsAsked) {
      const { at, id } = after ?? { at: Number.MAX_SAFE_INTEGER, id: '' }
      const rows =
        state === undefined ? all.all(at, id, limit + 1) : ofState.all(state, at, id, limit + 1)
      return pageOf(rows.map(reportOf), limit, (report) => ({
        at: report.reportedAt,
        id: report.id,
      }))
    },

    /** False if it is not open. */
    decide: ({ id, state, at, by, word }: ReportDecided): boolean =>
      decideRow.run(state, at, by, word ?? null, id) === 1,
  }
}

export function createReportStorage(reports: Reports, audit: Audit, write: Write): ReportStorage {
  function send(report: Report, entry: AuditEntry): Outcome<'done' | 'already_there'> {
    if (reports.isOpen(report.bookingId)) return refused('already_there')
    reports.insert(report)
    audit.insert(entry)
    return done('done')
  }

  function decide(decided: ReportDecided, entry: AuditEntry): Outcome<ReportOutcome> {
    const isDecided = reports.decide(decided)
    const report = reports.find(decided.id)
    if (!report) return refused({ kind: 'not_found' })
    if (!isDecided) return refused({ kind: 'already_decided' })
    audit.insert(entry)
    return done({ kind: 'done', report })
  }

  return {
    send: (report, entry) => write(() => send(report, entry)),
    find: async (id) => reports.find(id),
    list: async (asked) => reports.list(asked),
    decide: (decided, entry) => write(() => decide(decided, entry)),
  }
}

export function reportOf(row: ReportRow): Report {
  return {
    id: row.id,
    bookingId: row.booking_id,
    state: row.state,
    reason: row.reason,
    reportedAt: row.reported_at,
    by: row.reported_by,
    ...(row.decided_at === null ? {} : { decidedAt: row.decided_at }),
    ...(row.decided_by === null ? {} : { decidedBy: row.decided_by }),
    ...(row.word === null ? {} : { word: row.word }),
  }
}
