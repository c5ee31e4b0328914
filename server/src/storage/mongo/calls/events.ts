import type { CallEvent } from '../../../domain/calls/call-event.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import type { CallEventDoc } from '../engine/documents.ts'
import { isDuplicate } from '../engine/faults.ts'
import type { Models } from '../engine/models.ts'

export function createCallEvents({ callEvents }: Pick<Models, 'callEvents'>) {
  async function append(events: readonly CallEvent[]): Promise<void> {
    if (events.length === 0) return
    const docs = events.map((event) => callEventDocOf(event, true))
    try {
      await callEvents.insertMany(docs, { ordered: false })
    } catch (error) {
      if (!isDuplicate(error)) throw error
    }
  }

  async function listOf(bookingId: string): Promise<CallEvent[]> {
    const docs = await callEvents.find({ bookingId }).lean()
    return docs.map(callEventOf)
  }

  async function listOpen(): Promise<string[]> {
    return callEvents.distinct('bookingId', { open: true })
  }

  async function settle(events: readonly Pick<CallEvent, 'id'>[]): Promise<void> {
    const ids = events.map(({ id }) => id)
    await callEvents.updateMany({ _id: { $in: ids } }, { $unset: { open: true } })
  }

  async function forget(before: Instant): Promise<number> {
    const { deletedCount } = await callEvents.deleteMany({ at: { $lt: before } })
    return deletedCount
  }

  return { append, listOf, listOpen, settle, forget }
}

export function callEventDocOf({ id, ...event }: CallEvent, isOpen: boolean): CallEventDoc {
  return { ...event, _id: id, ...(isOpen ? { open: true as const } : {}) }
}

export function callEventOf(doc: CallEventDoc): CallEvent {
  const { _id: id, bookingId, role, kind, seat, at, server } = doc
  return { id, bookingId, role, kind, seat, at, server }
}
