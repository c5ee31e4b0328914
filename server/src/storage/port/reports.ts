import type { ReportState } from '@expertconnect/contract/blocks/shapes'
import type { Report } from '../../domain/blocks/report.ts'
import type { AuditEntry } from '../../domain/people/audit.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Page, TimePlace } from './page.ts'

export interface ReportsAsked {
  readonly state?: ReportState | undefined
  readonly after?: TimePlace | undefined
  readonly limit: number
}

export interface ReportDecided {
  readonly id: string
  readonly state: Exclude<ReportState, 'open'>
  readonly at: Instant
  readonly by: string
  readonly word?: string | undefined
}

export type ReportOutcome =
  | { readonly kind: 'done'; readonly report: Report }
  | { readonly kind: 'not_found' }
  | { readonly kind: 'already_decided' }

/** Each change is one commit with its entry in the trail. */
export interface ReportStorage {
  /** Of one booking one is open at a time, also when many come at once. */
  send(report: Report, audit: AuditEntry): Promise<'done' | 'already_there'>
  find(id: string): Promise<Report | null>
  /** The latest first. */
  list(asked: ReportsAsked): Promise<Page<Report, TimePlace>>
  /** Of several decisions at once one is made. */
  decide(decided: ReportDecided, audit: AuditEntry): Promise<ReportOutcome>
}
