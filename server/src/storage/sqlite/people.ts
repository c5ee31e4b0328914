import type { Instant } from '../../domain/instant.ts'
import { emailKey, type Person } from '../../domain/person.ts'
import type { Database } from './driver.ts'

export interface PersonRow {
  readonly id: string
  readonly email: string
  readonly is_admin: number
  readonly expert_id: string | null
  readonly created_at: Instant
}

export type People = ReturnType<typeof createPeople>

export function createPeople(db: Database) {
  const columns = 'id, email, is_admin, expert_id, created_at'
  const byId = db.prepare<PersonRow>(`SELECT ${columns} FROM person WHERE id = ?`)
  const byEmail = db.prepare<PersonRow>(`SELECT ${columns} FROM person WHERE email_key = ?`)
  const insertRow = db.prepare(`
    INSERT INTO person (id, email, email_key, is_admin, expert_id, created_at)
    VALUES (?, ?, ?, ?, ?, ?)`)
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

  /** `changed`: there was such a person, and now they may do something else. */
  function setAdmin(made: Person): { readonly person: Person; readonly changed: boolean } {
    const { isAdmin } = made
    const known = findOrInsert(made)
    if (known.isAdmin === isAdmin) return { person: known, changed: false }
    updateAdmin.run(Number(isAdmin), known.id)
    return { person: { ...known, isAdmin }, changed: true }
  }

  return {
    insert,
    findOrInsert,
    setAdmin,
    findById: (id: string): Person | null => found(byId.get(id)),
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
