import type { ClientSession, Connection } from 'mongoose'
import type { Block } from '../../../domain/blocks/block.ts'
import type { AuditEntry } from '../../../domain/people/audit.ts'
import { emailKey } from '../../../domain/people/person.ts'
import type { BlocksAsked, BlockStorage } from '../../port/blocks.ts'
import { pageOf } from '../../rules/page-of.ts'
import type { Audit } from '../audit/audit.ts'
import { earlierThan } from '../engine/behind.ts'
import type { BlockDoc } from '../engine/documents.ts'
import { isDuplicate } from '../engine/faults.ts'
import type { Models } from '../engine/models.ts'

/** Each change is a transaction with its entry. */
export function createBlocks(
  connection: Connection,
  { blocks }: Pick<Models, 'blocks'>,
  audit: Audit,
): BlockStorage {
  async function make(block: Block, entry: AuditEntry): Promise<Block> {
    try {
      await connection.transaction(async (session) => {
        await blocks.create([blockDocOf(block)], { session })
        await audit.insert(entry, session)
      })
      return block
    } catch (error) {
      if (!isDuplicate(error)) throw error
      const { key, expertId } = block
      const standing = await blocks.findOne({ key, expertId }).lean()
      // It may have been removed in this very moment.
      return standing ? blockOf(standing) : make(block, entry)
    }
  }

  function remove(id: string, expertId: string | null, entry: AuditEntry): Promise<boolean> {
    return connection.transaction(async (session) => {
      const { deletedCount } = await blocks.deleteOne({ _id: id, expertId }, { session })
      if (deletedCount === 0) return false
      await audit.insert(entry, session)
      return true
    })
  }

  async function find(id: string): Promise<Block | null> {
    const doc = await blocks.findById(id).lean()
    return doc && blockOf(doc)
  }

  async function among(keys: readonly string[], expertId: string | null): Promise<Block[]> {
    const scopes = expertId === null ? [null] : [null, expertId]
    const docs = await blocks.find({ key: { $in: keys }, expertId: { $in: scopes } }).lean()
    return docs.map(blockOf)
  }

  async function list({ expertId, after, limit }: BlocksAsked) {
    const docs = await blocks
      .find({ expertId, ...earlierThan('madeAt', after) })
      .sort({ madeAt: -1, _id: -1 })
      .limit(limit + 1)
      .lean()
    return pageOf(docs.map(blockOf), limit, (block) => ({ at: block.madeAt, id: block.id }))
  }

  return { make, remove, find, among, list }
}

/** What can be read of somebody goes, in the transaction in which they are erased; the keys stay. */
export async function forgetInBlocks(
  { blocks }: Pick<Models, 'blocks'>,
  { email, bookingIds }: { readonly email: string; readonly bookingIds: readonly string[] },
  session: ClientSession,
): Promise<void> {
  const readable = { value: '', emailKey: '', name: '' }
  await blocks.updateMany({ emailKey: emailKey(email) }, { $unset: readable }, { session })
  const theirs = { bookingId: { $in: bookingIds } }
  await blocks.updateMany(theirs, { $unset: { name: '' } }, { session })
}

export function blockDocOf({ id, ...block }: Block): BlockDoc {
  const { kind, value } = block
  return {
    ...block,
    _id: id,
    ...(kind === 'address' && value !== undefined ? { emailKey: emailKey(value) } : {}),
  }
}

export function blockOf({ _id: id, emailKey: _key, ...block }: BlockDoc): Block {
  return { id, ...block }
}
