import { instantOf, type Instant } from '../../../domain/time/instant.ts'
import type { UseCount, UseWindow } from '../../port/uses.ts'
import { isDuplicate } from '../engine/faults.ts'
import type { Models } from '../engine/models.ts'

export function createUses({ uses }: Pick<Models, 'uses'>) {
  async function count(key: string, window: UseWindow): Promise<UseCount> {
    const { now, milliseconds, mayBeLost } = window
    const isOpen = { $gt: ['$endsAt', now] }
    const counted = [
      {
        $set: {
          count: { $cond: [isOpen, { $add: ['$count', 1] }, 1] },
          endsAt: { $cond: [isOpen, '$endsAt', now + milliseconds] },
        },
      },
    ]
    const options = { upsert: true, returnDocument: 'after', updatePipeline: true } as const
    // Every request that changes something is counted first: waiting for the majority would take as long as the change.
    const concern = mayBeLost === true ? { writeConcern: { w: 1 } } : {}
    try {
      const doc = await uses
        .findOneAndUpdate({ _id: key }, counted, { ...options, ...concern })
        .lean()
      return { count: doc.count, endsAt: instantOf(doc.endsAt) }
    } catch (error) {
      // Two first uses at once both try to make the document; the second finds it now.
      if (isDuplicate(error)) return count(key, window)
      throw error
    }
  }

  async function read(keys: readonly string[], now: Instant): Promise<ReadonlyMap<string, number>> {
    const open = { _id: { $in: keys }, endsAt: { $gt: now } }
    const docs = await uses.find(open, { count: 1 }).lean()
    return new Map(docs.map((doc) => [doc._id, doc.count]))
  }

  async function forget(before: Instant): Promise<number> {
    const { deletedCount } = await uses.deleteMany({ endsAt: { $lte: before } })
    return deletedCount
  }

  return { count, read, forget }
}
