import type { Application } from '../../../domain/experts/application.ts'
import { emailKey } from '../../../domain/people/person.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import type { ApplicationsAsked, Page, TimePlace } from '../../port/applications.ts'
import { isWantedPerson, lookThrough } from '../../rules/look-through.ts'
import type { Database } from '../engine/driver.ts'

export interface ApplicationRow {
  readonly id: string
  readonly email: string
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

/** Each operation that writes runs inside one savepoint. */
export function createApplications(db: Database) {
  const byId = db.prepare<ApplicationRow>('SELECT * FROM application WHERE id = ?')
  const insertRow = db.prepare(`
    INSERT INTO application (id, email, email_key, name, headline, category, bio, state, sent_at,
      decided_at, reason)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const ofAddress = db.prepare<ApplicationRow>(
    'SELECT * FROM application WHERE email_key = ? ORDER BY sent_at DESC, id DESC',
  )
  const deleteOf = db.prepare('DELETE FROM application WHERE email_key = ?')
  const deleteWaiting = db.prepare(
    `DELETE FROM application WHERE email_key = ? AND state = 'waiting'`,
  )
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
    insertRow.run(id, email, key, name, headline, category, bio, state, sentAt, decidedAt, reason)
  }

  function apply(application: Application): void {
    deleteWaiting.run(emailKey(application.email))
    insert(application)
  }

  /** False if it does not wait. */
  function decide(id: string, state: Application['state'], at: Instant, reason?: string): boolean {
    return decideRow.run(state, at, reason ?? null, id) === 1
  }

  function list({ state, after, limit, ...wanted }: ApplicationsAsked) {
    return lookThrough<Application, TimePlace>({
      async read(from, count) {
        const { at, id } = from ?? { at: Number.MAX_SAFE_INTEGER, id: '' }
        const rows =
          state === undefined ? all.all(at, id, count) : ofState.all(state, at, id, count)
        return rows.map(applicationOf)
      },
      placeOf: ({ sentAt, id }) => ({ at: sentAt, id }),
      isWanted: (application) => isWantedPerson(application, wanted),
      after,
      limit,
    }) satisfies Promise<Page<Application, TimePlace>>
  }

  return {
    find,
    insert,
    apply,
    decide,
    list,
    listOf: (email: string): Application[] => ofAddress.all(emailKey(email)).map(applicationOf),
    forgetOf: (email: string): void => void deleteOf.run(emailKey(email)),
  }
}

export function applicationOf(row: ApplicationRow): Application {
  const { id, email, name, headline, category, bio, state } = row
  return {
    id,
    email,
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
