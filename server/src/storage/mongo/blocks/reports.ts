import type { Connection } from 'mongoose'
import type { Report } from '../../../domain/blocks/report.ts'
import type { AuditEntry } from '../../../domain/people/audit.ts'
import type {
  ReportDecided,
  ReportOutcome,
  ReportsAsked,
  ReportStorage,
} from '../../port/blocks.ts'
import { pageOf } from '../../rules/page-of.ts'
import type { Audit } from '../audit/audit.ts'
import { earlierThan } from '../engine/behind.ts'
import type { ReportDoc } from '../engine/documents.ts'
import { isDuplicate } from '../engine/faults.ts'
import type { Models } from '../engine/models.ts'

/** Each change is a transaction with its entry. */
export function createReports(
  connection: Connection,
  { reports }: Pick<Models, 'reports'>,
  audit: Audit,
): ReportStorage {
  async function send(report: Report, entry: AuditEntry): Promise<'done' | 'already_there'> {
    try {
      await connection.transaction(async (session) => {
        await reports.create([reportDocOf(report)], { session })
        await audit.insert(entry, session)
      })
      return 'done'
    } catch (error) {
      if (isDuplicate(error)) return 'already_there'
      throw error
    }
  }

  async function find(id: string): Promise<Report | null> {
    const doc = await reports.findById(id).lean()
    return doc && reportOf(doc)
  }

  async function list({ state, after, limit }: ReportsAsked) {
    const docs = await reports
      .find({ ...(state === undefined ? {} : { state }), ...earlierThan('reportedAt', after) })
      .sort({ reportedAt: -1, _id: -1 })
      .limit(limit + 1)
      .lean()
    return pageOf(docs.map(reportOf), limit, (report) => ({
      at: report.reportedAt,
      id: report.id,
    }))
  }

  async function decide(decided: ReportDecided, entry: AuditEntry): Promise<ReportOutcome> {
    const { id, state, at, by, word } = decided
    const set = { state, decidedAt: at, decidedBy: by, ...(word === undefined ? {} : { word }) }
    const isDecided = await connection.transaction(async (session) => {
      const open = { _id: id, state: 'open' } as const
      const { modifiedCount } = await reports.updateOne(open, { $set: set }, { session })
      if (modifiedCount === 0) return false
      await audit.insert(entry, session)
      return true
    })
    const report = await find(id)
    if (!report) return { kind: 'not_found' }
    return isDecided ? { kind: 'done', report } : { kind: 'already_decided' }
  }

  return { send, find, list, decide }
}

export function reportDocOf({ id, ...report }: Report): ReportDoc {
  return { ...report, _id: id }
}

export function reportOf({ _id: id, ...report }: ReportDoc): Report {
  return { id, ...report }
}
