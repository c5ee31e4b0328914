import type { Instant } from '../../../domain/time/instant.ts'
import { type Session, sessionEnd } from '../../../domain/people/person.ts'
import type { SignedIn } from '../../port/people.ts'
import type { Database } from '../engine/driver.ts'
import { personOf, type PersonRow } from './people.ts'
import { hasEnded, latestEnd } from '../../rules/session-ends.ts'
import { chunk } from '../engine/write-queue.ts'

interface SignedInRow extends PersonRow {
  readonly session_id: string
  readonly device: string
  readonly started_at: Instant
  readonly seen_at: Instant
  readonly with_passkey: number
}

export type Sessions = ReturnType<typeof createSessions>

/** The rows of sessions. What is written is part of a transaction of the write queue. */
export function createSessions(db: Database) {
  // CROSS JOIN keeps the order of the tables: what comes first is what the condition is about.
  const signedIn = (join: string) =>
    db.prepare<SignedInRow>(`
      SELECT session.id AS session_id, device, started_at, seen_at, with_passkey,
        person.id, email, is_admin, expert_id, created_at
      FROM ${join}`)
  const withPerson = 'session CROSS JOIN person ON person.id = session.person_id'
  const byToken = signedIn(`${withPerson} WHERE token_hash = ?`)
  const byId = signedIn(`${withPerson} WHERE session.id = ?`)
  const ofPerson = signedIn(
    `${withPerson} WHERE person_id = ? ORDER BY seen_at DESC, session.id DESC`,
  )
  const ofAdmins = signedIn(
    'person CROSS JOIN session ON session.person_id = person.id WHERE is_admin = 1',
  )
  const insertRow = db.prepare(`
    INSERT INTO session (id, person_id, token_hash, device, started_at, seen_at, ends_at,
      with_passkey)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`)
  const markRow = db.prepare('UPDATE session SET with_passkey = 1 WHERE id = ? AND person_id = ?')
  const updateSeen = db.prepare('UPDATE session SET (seen_at, ends_at) = (?, ?) WHERE id = ?')
  const deleteOwn = db.prepare('DELETE FROM session WHERE id = ? AND person_id = ?')
  const deleteOfPerson = db.prepare<{ id: string }>(
    'DELETE FROM session WHERE person_id = ? RETURNING id',
  )
  const deleteOthers = db.prepare<{ id: string }>(
    'DELETE FROM session WHERE person_id = ? AND id <> ? RETURNING id',
  )
  const anyOf = db.prepare('SELECT 1 FROM session WHERE person_id = ? LIMIT 1')
  const deleteEnded = db.prepare<{ id: string }>(`
    DELETE FROM session WHERE rowid IN (
      SELECT rowid FROM session WHERE ends_at < ? LIMIT ${chunk})
    RETURNING id`)

  function insert(session: Session, tokenHash: string): void {
    const { id, personId, device, startedAt, seenAt, withPasskey = false } = session
    const endsAt = latestEnd(session)
    const marked = Number(withPasskey)
    insertRow.run(id, personId, tokenHash, device, startedAt, seenAt, endsAt, marked)
  }

  function find(tokenHash: string, now: Instant): SignedIn | null {
    const row = byToken.get(tokenHash)
    const found = row && signedInOf(row)
    return found && !hasEnded(found, now) ? found : null
  }

  /** What comes late neither turns the clock back nor opens a session that has ended. */
  function touch(id: string, seenAt: Instant): void {
    const row = byId.get(id)
    const found = row && signedInOf(row)
    if (!found || seenAt <= found.session.seenAt || hasEnded(found, seenAt)) return
    updateSeen.run(seenAt, latestEnd({ startedAt: found.session.startedAt, seenAt }), id)
  }

  /** Up to a chunk; answers their ids. */
  function forget(before: Instant): string[] {
    return deleteEnded.all(before).map(({ id }) => id)
  }

  /** Those that end sooner than their row says. There are few administrators. */
  function forgetOfAdmins(before: Instant): string[] {
    const ended = ofAdmins
      .all()
      .map(signedInOf)
      .filter(({ session, person }) => sessionEnd(session, person.isAdmin) < before)
    for (const { session } of ended) deleteOwn.run(session.id, session.personId)
    return ended.map(({ session }) => session.id)
  }

  return {
    insert,
    find,
    touch,
    forget,
    forgetOfAdmins,
    list: (personId: string, now: Instant): readonly Session[] =>
      ofPerson
        .all(personId)
        .map(signedInOf)
        .filter((each) => !hasEnded(each, now))
        .map(({ session }) => session),
    /** A passkey was added in it. */
    mark: (personId: string, id: string): void => void markRow.run(id, personId),
    /** Answers their ids. */
    endAll: (personId: string): string[] => deleteOfPerson.all(personId).map(({ id }) => id),
    /** All but one; answers their ids. */
    endOthers: (personId: string, keep: string): string[] =>
      deleteOthers.all(personId, keep).map(({ id }) => id),
    hasAny: (personId: string): boolean => anyOf.get(personId) !== undefined,
    end: (personId: string, id: string): boolean => deleteOwn.run(id, personId) === 1,
  }
}

function signedInOf(row: SignedInRow): SignedIn {
  const { session_id: id, id: personId, device, started_at: startedAt, seen_at: seenAt } = row
  const session: Session = {
    id,
    personId,
    device,
    startedAt,
    seenAt,
    ...(row.with_passkey === 1 ? { withPasskey: true } : {}),
  }
  return { session, person: personOf(row) }
}
