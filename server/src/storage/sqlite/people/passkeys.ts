import type { Passkey } from '../../../domain/people/passkey.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import type { Database } from '../engine/driver.ts'
import type { People } from './people.ts'

export interface PasskeyRow {
  readonly id: string
  readonly person_id: string
  readonly credential_id: string
  readonly public_key: string
  readonly counter: number
  readonly transports: string
  readonly name: string
  readonly added_at: Instant
  readonly used_at: Instant | null
}

export type Passkeys = ReturnType<typeof createPasskeys>

/** The rows of passkeys. What is written is part of a transaction of the write queue. */
export function createPasskeys(db: Database) {
  const byCredential = db.prepare<PasskeyRow>('SELECT * FROM passkey WHERE credential_id = ?')
  const ofPerson = db.prepare<PasskeyRow>(
    'SELECT * FROM passkey WHERE person_id = ? ORDER BY added_at, id',
  )
  const insertRow = db.prepare(`
    INSERT INTO passkey (id, person_id, credential_id, public_key, counter, transports, name,
      added_at, used_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const useRow = db.prepare(
    'UPDATE passkey SET (counter, used_at) = (?, ?) WHERE id = ? AND counter = ?',
  )
  const deleteOwn = db.prepare('DELETE FROM passkey WHERE id = ? AND person_id = ?')
  const deleteOfPerson = db.prepare('DELETE FROM passkey WHERE person_id = ?')

  function insert(passkey: Passkey): void {
    const { id, personId, credentialId, publicKey, counter, name, addedAt, usedAt } = passkey
    const transports = JSON.stringify(passkey.transports)
    insertRow.run(id, personId, credentialId, publicKey, counter, transports, name, addedAt, usedAt)
  }

  return {
    insert,
    find(credentialId: string): Passkey | null {
      const row = byCredential.get(credentialId)
      return row ? passkeyOf(row) : null
    },
    list: (personId: string): Passkey[] => ofPerson.all(personId).map(passkeyOf),
    use: (id: string, { from, to }: { from: number; to: number }, usedAt: Instant): boolean =>
      useRow.run(to, usedAt, id, from) === 1,
    remove: (personId: string, id: string): boolean => deleteOwn.run(id, personId) === 1,
    /** Answers how many. */
    forgetOf: (personId: string): number => deleteOfPerson.run(personId),
  }
}

/** All of whoever has this address. */
export function forgetPasskeysOf(
  { people, passkeys }: { readonly people: People; readonly passkeys: Passkeys },
  email: string,
): number {
  const person = people.findByEmail(email)
  return person ? passkeys.forgetOf(person.id) : 0
}

export function passkeyOf(row: PasskeyRow): Passkey {
  return {
    id: row.id,
    personId: row.person_id,
    credentialId: row.credential_id,
    publicKey: row.public_key,
    counter: row.counter,
    transports: JSON.parse(row.transports) as string[],
    name: row.name,
    addedAt: row.added_at,
    usedAt: row.used_at,
  }
}
