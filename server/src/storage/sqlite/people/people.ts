import type { Instant } from '../../../domain/time/instant.ts'
import { emailKey, type Person } from '../../../domain/people/person.ts'
import type { Database } from '../engine/driver.ts'

export interface PersonRow {
  readonly id: string
  readonly email: string
  readonly is_admin: number
  readonly expert_id: string | null
  readonly created_at: Instant
}

export type People = ReturnType<typeof createPeople>

/** The rows of people. What is written is part of a transaction of the write queue. */
export function createPeople(db: Database) {
  const columns = 'id, email, is_admin, expert_id, created_at'
  const byId = db.prepare<PersonRow>(`SELECT ${columns} FROM person WHERE id = ?`)
  const byEmail = db.prepare<PersonRow>(`SELECT ${columns} FROM person WHERE email_key = ?`)
  const insertRow = db.prepare(`
    INSERT INTO person (id, email, email_key, is_admin, expert_id, created_at)
    VALUES (?, ?, ?, ?, ?, ?)`)
  const updateEmail = db.prepare('UPDATE person SET (email, email_key) = (?, ?) WHERE id = ?')
  const deleteRow = db.prepare('DELETE FROM person WHERE id = ?')
  const updateExpert = db.prepare('UPDATE person SET expert_id = ? WHERE id = ?')
  const otherAdmin = db.prepare('SELECT 1 FROM person WHERE is_admin = 1 AND id <> ? LIMIT 1')
  const updateAdmin = db.prepare('UPDATE person SET is_admin = ? WHERE id = ?')

  function found(row: PersonRow | undefined): Person | null {
    return row ? personOf(row) : null
  }

  function insert({ id, email, isAdmin, expertId, createdAt }: Person): void {
    insertRow.run(id, email, emailKey(email), Number(isAdmin), expertId, createdAt)
  }

  /** Whoever has this address; `person` if nobody has. */
  function findOrInsert(person: Person): Person {
    const known = found(byEmail.get(emailKey(person.email)))
    if (!known) insert(person)
    return known ?? person
  }

  /**
   * `changed`: there was such a person, and now they may do something else. `granted`: somebody may do something else,
   * also who was not there before.
   */
  function setAdmin(made: Person) {
    const { isAdmin } = made
    const isNew = byEmail.get(emailKey(made.email)) === undefined
    // Nobody is made to be told that they may not.
    if (isNew && !isAdmin) return { person: made, changed: false, granted: false }
    const known = findOrInsert(made)
    if (known.isAdmin === isAdmin) {
      return { person: known, changed: false, granted: isNew && isAdmin }
    }
    updateAdmin.run(Number(isAdmin), known.id)
    return { person: { ...known, isAdmin }, changed: true, granted: true }
  }

  /** `null`: there is no such person. */
  function changeRole(id: string, isAdmin: boolean): Person | 'still_needed' | null {
    const known = found(byId.get(id))
    if (!known || known.isAdmin === isAdmin) return known
    if (!isAdmin && otherAdmin.get(id) === undefined) return 'still_needed'
    updateAdmin.run(Number(isAdmin), id)
    return { ...known, isAdmin }
  }

  return {
    changeRole,
    insert,
    findOrInsert,
    setAdmin,
    setEmail: (id: string, email: string): void => void updateEmail.run(email, emailKey(email), id),
    /** Their sessions must have ended. */
    remove: (id: string): void => void deleteRow.run(id),
    makeExpert: (id: string, expertId: string): void => {
      updateExpert.run(expertId, id)
    },
    find: (id: string): Person | null => found(byId.get(id)),
    findByEmail: (email: string): Person | null => found(byEmail.get(emailKey(email))),
  }
}

export function personOf(row: PersonRow): Person {
  return {
    id: row.id,
    email: row.email,
    isAdmin: row.is_admin === 1,
    expertId: row.expert_id,
    createdAt: row.created_at,
  }
}
