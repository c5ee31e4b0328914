import type { Application } from '../../../domain/experts/application.ts'
import type { AuditEntry } from '../../../domain/people/audit.ts'
import { emailKey } from '../../../domain/people/person.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import type {
  ApplicationsAsked,
  ApplicationStorage,
  Decline,
  DeclineOutcome,
} from '../../port/applications.ts'
import type { Page, TimePlace } from '../../port/page.ts'
import { applicationsPage, otherWasApproved } from '../../rules/application-pages.ts'
import type { Message } from '../../../domain/messages/message.ts'
import type { Audit } from '../audit/audit.ts'
import type { Database } from '../engine/driver.ts'
import type { Messages } from '../messages/messages.ts'
import { done, type Outcome, refused, type Write } from '../engine/write-queue.ts'

export interface ApplicationRow {
  readonly id: string
  readonly email: string
  readonly proved: number
  readonly name: string
  readonly headline: string
  readonly category: string
  readonly bio: string
  readonly state: Application['state']
  readonly sent_at: Instant
  readonly decided_at: Instant | null
  readonly reason: string | null
}

export type Applications = ReturnType<typeof createApplications>

/** The rows of applications. What is written is part of a transaction of the write queue. */
export function createApplications(db: Database) {
  const byId = db.prepare<ApplicationRow>('SELECT * FROM application WHERE id = ?')
  const insertRow = db.prepare(`
    INSERT INTO application (id, email, email_key, name, headline, category, bio, state, sent_at,
      decided_at, reason, proved)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const ofAddress = db.prepare<ApplicationRow>(
    'SELECT * FROM application WHERE email_key = ? ORDER BY sent_at DESC, id DESC',
  )
  const deleteOf = db.prepare('DELETE FROM application WHERE email_key = ?')
  const declineOthers = db.prepare(`
    UPDATE application SET (state, decided_at, reason) = ('declined', ?, ?)
    WHERE email_key = (SELECT email_key FROM application WHERE id = ?) AND state = 'waiting'`)
  const decideRow = db.prepare(
    `UPDATE application SET (state, decided_at, reason) = (?, ?, ?) WHERE id = ? AND state = 'waiting'`,
  )
  const order = '(sent_at, id) < (?, ?) ORDER BY sent_at DESC, id DESC LIMIT ?'
  const all = db.prepare<ApplicationRow>(`SELECT * FROM application WHERE ${order}`)
  const ofState = db.prepare<ApplicationRow>(
    `SELECT * FROM application WHERE state = ? AND ${order}`,
  )

  function find(id: string): Application | null {
    const row = byId.get(id)
    return row ? applicationOf(row) : null
  }

  function insert(application: Application): void {
    const { id, email, name, headline, category, bio, state, sentAt } = application
    const { decidedAt = null, reason = null } = application
    const key = emailKey(email)
    const proved = Number(application.proved ?? false)
    insertRow.run(
      id,
      email,
      key,
      name,
      headline,
      category,
      bio,
      state,
      sentAt,
      decidedAt,
      reason,
      proved,
    )
  }

  /** False if it does not wait. */
  function decide({ id, at, reason }: Decline, state: 'approved' | 'declined'): boolean {
    const decided = decideRow.run(state, at, reason ?? null, id) === 1
    if (decided && state === 'approved') declineOthers.run(at, otherWasApproved, id)
    return decided
  }

  function list({ state, ...asked }: ApplicationsAsked): Promise<Page<Application, TimePlace>> {
    return applicationsPage(asked, async (after, count) => {
      const { at, id } = after ?? { at: Number.MAX_SAFE_INTEGER, id: '' }
      const rows = state === undefined ? all.all(at, id, count) : ofState.all(state, at, id, count)
      return rows.map(applicationOf)
    })
  }

  return {
    find,
    insert,
    decide,
    list,
    listOf: (email: string): Application[] => ofAddress.all(emailKey(email)).map(applicationOf),
    forgetOf: (email: string): void => void deleteOf.run(emailKey(email)),
  }
}

export function createApplicationStorage(
  applications: Applications,
  { audit, messages }: { readonly audit: Audit; readonly messages: Messages },
  write: Write,
): ApplicationStorage {
  function decline(
    declined: Decline,
    entry: AuditEntry,
    message: Message,
  ): Outcome<DeclineOutcome> {
    const decided = applications.decide(declined, 'declined')
    const application = applications.find(declined.id)
    if (!application) return refused({ kind: 'not_found' })
    if (!decided) return refused({ kind: 'already_decided' })
    audit.insert(entry)
    messages.insert(message)
    return done({ kind: 'done', application })
  }

  return {
    send: (application) => write(() => done(applications.insert(application))),
    find: async (id) => applications.find(id),
    list: applications.list,
    listOf: async (email) => applications.listOf(email),
    decline: (declined, entry, message) => write(() => decline(declined, entry, message)),
  }
}

export function applicationOf(row: ApplicationRow): Application {
  const { id, email, name, headline, category, bio, state } = row
  return {
    id,
    email,
    ...(row.proved === 1 ? { proved: true } : {}),
    name,
    headline,
    category,
    bio,
    state,
    sentAt: row.sent_at,
    ...(row.decided_at === null ? {} : { decidedAt: row.decided_at }),
    ...(row.reason === null ? {} : { reason: row.reason }),
  }
}
