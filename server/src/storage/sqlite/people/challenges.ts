import type { Instant } from '../../../domain/time/instant.ts'
import { emailKey } from '../../../domain/people/person.ts'
import type { Challenge, LinkProof, Tried } from '../../port/people.ts'
import type { Database } from '../engine/driver.ts'
import { chunk, done, type Outcome, refused } from '../engine/write-queue.ts'

interface ChallengeRow {
  readonly id: string
  readonly email: string
  readonly code_hash: string
  readonly link_hash: string
  readonly tries_left: number
  readonly expires_at: Instant
}

export type Challenges = ReturnType<typeof createChallenges>

/** Each operation that writes runs inside one savepoint. */
export function createChallenges(db: Database) {
  const byId = db.prepare<ChallengeRow>('SELECT * FROM challenge WHERE id = ?')
  const byLink = db.prepare<ChallengeRow>('SELECT * FROM challenge WHERE link_hash = ?')
  const insertRow = db.prepare(`
    INSERT INTO challenge (id, email, code_hash, link_hash, tries_left, expires_at)
    VALUES (?, ?, ?, ?, ?, ?)`)
  const spendTry = db.prepare('UPDATE challenge SET tries_left = tries_left - 1 WHERE id = ?')
  const deleteRow = db.prepare('DELETE FROM challenge WHERE id = ?')
  const deleteExpired = db.prepare(`
    DELETE FROM challenge WHERE rowid IN (
      SELECT rowid FROM challenge WHERE expires_at < ? LIMIT ${chunk})`)

  // Without an index: there are those of the last hour.
  const deleteOfAddress = db.prepare('DELETE FROM challenge WHERE email = ? COLLATE NOCASE')

  function start(challenge: Challenge): Outcome<void> {
    const { id, email, codeHash, linkHash, triesLeft, expiresAt } = challenge
    insertRow.run(id, email, codeHash, linkHash, triesLeft, expiresAt)
    return done(undefined)
  }

  function find(id: string): Challenge | null {
    const row = byId.get(id)
    return row ? challengeOf(row) : null
  }

  function tryCode(id: string, codeHash: string, now: Instant): Outcome<Tried> {
    const row = byId.get(id)
    if (!isLive(row, now)) return refused({ kind: 'gone' })
    if (row.code_hash === codeHash) {
      deleteRow.run(id)
      return done({ kind: 'right', email: row.email })
    }
    spendTry.run(id)
    return done({ kind: 'wrong', triesLeft: row.tries_left - 1 })
  }

  function takeLink(linkHash: string, proof: LinkProof, now: Instant): Outcome<string | null> {
    const row = byLink.get(linkHash)
    if (!isLive(row, now)) return refused(null)
    const proved =
      'id' in proof ? proof.id === row.id : emailKey(proof.email) === emailKey(row.email)
    if (!proved) {
      spendTry.run(row.id)
      return done(null)
    }
    deleteRow.run(row.id)
    return done(row.email)
  }

  return {
    start,
    find,
    tryCode,
    takeLink,
    forgetOf: (email: string): void => void deleteOfAddress.run(email),
    /** Up to a chunk; answers how many. */
    forget: (before: Instant): number => deleteExpired.run(before),
  }
}

function challengeOf(row: ChallengeRow): Challenge {
  return {
    id: row.id,
    email: row.email,
    codeHash: row.code_hash,
    linkHash: row.link_hash,
    triesLeft: row.tries_left,
    expiresAt: row.expires_at,
  }
}

function isLive(row: ChallengeRow | undefined, now: Instant): row is ChallengeRow {
  return row !== undefined && row.tries_left > 0 && row.expires_at > now
}
