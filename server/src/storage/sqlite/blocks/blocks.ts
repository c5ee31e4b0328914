import type { Block } from '../../../domain/blocks/block.ts'
import type { AuditEntry } from '../../../domain/people/audit.ts'
import { emailKey } from '../../../domain/people/person.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import type { BlocksAsked, BlockStorage } from '../../port/blocks.ts'
import { pageOf } from '../../rules/page-of.ts'
import type { Audit } from '../audit/audit.ts'
import type { Database } from '../engine/driver.ts'
import { done, type Outcome, refused, type Write } from '../engine/write-queue.ts'

export interface BlockRow {
  readonly id: string
  readonly key: string
  readonly scope: string
  readonly kind: Block['kind']
  readonly value: string | null
  readonly booking_id: string
  readonly starts_at: Instant
  readonly name: string | null
  readonly note: string | null
  readonly made_at: Instant
  readonly made_by: string
}

export type Blocks = ReturnType<typeof createBlocks>

/** The rows of blocks. What is written is part of a transaction of the write queue. */
export function createBlocks(db: Database) {
  const byId = db.prepare<BlockRow>('SELECT * FROM block WHERE id = ?')
  const byKey = db.prepare<BlockRow>('SELECT * FROM block WHERE key = ? AND scope = ?')
  const insertRow = db.prepare(`
    INSERT INTO block (id, key, scope, kind, value, email_key, booking_id, starts_at, name, note,
      made_at, made_by)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const deleteRow = db.prepare('DELETE FROM block WHERE id = ? AND scope = ?')
  const amongKeys = db.prepare<BlockRow>(`
    SELECT block.* FROM json_each(?1) AS match CROSS JOIN block
    WHERE block.key = match.value AND block.scope IN ('', ?2)`)
  const page = db.prepare<BlockRow>(`
    SELECT * FROM block WHERE scope = ? AND (made_at, id) < (?, ?)
    ORDER BY made_at DESC, id DESC LIMIT ?`)
  const forgetAddress = db.prepare(
    'UPDATE block SET (value, email_key, name) = (NULL, NULL, NULL) WHERE email_key = ?',
  )
  const forgetName = db.prepare('UPDATE block SET name = NULL WHERE booking_id = ?')

  function insert(block: Block): void {
    const { id, key, kind, value = null, bookingId, startsAt, name = null, note = null } = block
    const address = kind === 'address' && value !== null ? emailKey(value) : null
    const of = [bookingId, startsAt, name, note, block.madeAt, block.by]
    insertRow.run(id, key, scopeOf(block.expertId), kind, value, address, ...of)
  }

  function find(id: string): Block | null {
    const row = byId.get(id)
    return row ? blockOf(row) : null
  }

  return {
    insert,
    find,

    standing(key: string, expertId: string | null): Block | null {
      const row = byKey.get(key, scopeOf(expertId))
      return row ? blockOf(row) : null
    },

    /** False if there is none. */
    remove: (id: string, expertId: string | null): boolean =>
      deleteRow.run(id, scopeOf(expertId)) === 1,

    among: (keys: readonly string[], expertId: string | null): Block[] =>
      amongKeys.all(JSON.stringify(keys), scopeOf(expertId)).map(blockOf),

    list({ expertId, after, limit }: BlocksAsked) {
      const { at, id } = after ?? { at: Number.MAX_SAFE_INTEGER, id: '' }
      const found = page.all(scopeOf(expertId), at, id, limit + 1).map(blockOf)
      return pageOf(found, limit, (block) => ({ at: block.madeAt, id: block.id }))
    },

    /** What can be read of somebody goes; the keys stay. */
    forgetOf(email: string, bookingIds: readonly string[]): void {
      forgetAddress.run(emailKey(email))
      for (const id of bookingIds) forgetName.run(id)
    },
  }
}

export function createBlockStorage(blocks: Blocks, audit: Audit, write: Write): BlockStorage {
  function make(block: Block, entry: AuditEntry): Outcome<Block> {
    const standing = blocks.standing(block.key, block.expertId)
    if (standing) return refused(standing)
    blocks.insert(block)
    audit.insert(entry)
    return done(block)
  }

  function remove(id: string, expertId: string | null, entry: AuditEntry): Outcome<boolean> {
    if (!blocks.remove(id, expertId)) return refused(false)
    audit.insert(entry)
    return done(true)
  }

  return {
    make: (block, entry) => write(() => make(block, entry)),
    remove: (id, expertId, entry) => write(() => remove(id, expertId, entry)),
    find: async (id) => blocks.find(id),
    among: async (keys, expertId) => blocks.among(keys, expertId),
    list: async (asked) => blocks.list(asked),
  }
}

const scopeOf = (expertId: string | null): string => expertId ?? ''

export function blockOf(row: BlockRow): Block {
  const { id, kind, key, scope } = row
  return {
    id,
    kind,
    key,
    expertId: scope === '' ? null : scope,
    ...(row.value === null ? {} : { value: row.value }),
    bookingId: row.booking_id,
    startsAt: row.starts_at,
    ...(row.name === null ? {} : { name: row.name }),
    ...(row.note === null ? {} : { note: row.note }),
    madeAt: row.made_at,
    by: row.made_by,
  }
}
