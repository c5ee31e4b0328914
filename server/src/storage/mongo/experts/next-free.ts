import type { Instant } from '../../../domain/time/instant.ts'
import { cellsOf } from '../../../domain/bookings/occupancy.ts'
import type { DueExpert, ExpertStorage, NextFree } from '../../port/experts.ts'
import { never } from '../../rules/directory-orders.ts'
import type { Records } from '../bookings/records.ts'
import type { BookingDoc, ExpertDoc } from '../engine/documents.ts'
import type { Models } from '../engine/models.ts'

/** Marks that are worked off in one round; what is left waits for the next. */
const marksAtOnce = 1000

type Mark = Pick<BookingDoc, '_id' | 'version' | 'expertId' | 'startsAt' | 'until' | 'change'>
type Slot = Pick<ExpertDoc, '_id' | 'nextFreeAt' | 'nextFreeUntil'>

/**
 * A booking is one write, so it cannot mark its expert as due in the same commit. It marks itself, and whichever
 * server comes first carries the marks over to the experts: a crash in between costs a second look and forgets nobody.
 */
export function createNextFree(
  { bookings, experts }: Pick<Models, 'bookings' | 'experts'>,
  records: Pick<Records, 'isAnyOwned'>,
): Pick<ExpertStorage, 'listDue' | 'storeNextFree'> {
  async function carryMarksOver(): Promise<void> {
    const fields = { version: 1, expertId: 1, startsAt: 1, until: 1, change: 1 } as const
    // The filter alone says nothing of the index's key, and every booking would be read.
    const marks = await bookings
      .find({ due: true }, fields)
      .hint('due')
      .limit(marksAtOnce)
      .lean<Mark[]>()
    if (marks.length === 0) return
    const ids = [...new Set(marks.map(({ expertId }) => expertId))]
    const slots = await experts
      .find({ _id: { $in: ids } }, { nextFreeAt: 1, nextFreeUntil: 1 })
      .lean<Slot[]>()
    const due = slots.filter((slot) =>
      marks.some((mark) => mark.expertId === slot._id && canChange(slot, mark)),
    )
    if (due.length > 0) {
      await experts.updateMany(
        { _id: { $in: due.map(({ _id }) => _id) } },
        { $set: { refreshAt: 0 }, $inc: { dues: 1 } },
      )
    }
    // Only the version that was looked at: a later one may have changed the time again.
    await bookings.bulkWrite(
      marks.map(({ _id, expertId, version }) => ({
        updateOne: { filter: { _id, expertId, version }, update: { $unset: { due: 1 } } },
      })),
      { ordered: false },
    )
  }

  async function listDue(now: Instant, limit: number): Promise<DueExpert[]> {
    await carryMarksOver()
    const docs = await experts
      .find({ refreshAt: { $lte: now } }, { dues: 1 })
      .sort({ refreshAt: 1, _id: 1 })
      .limit(limit)
      .lean<Pick<ExpertDoc, '_id' | 'dues'>[]>()
    return docs.map(({ _id, dues }) => ({ expertId: _id, due: dues }))
  }

  async function storeNextFree(times: readonly NextFree[]): Promise<void> {
    await Promise.all(times.map(storeOne))
  }

  async function storeOne({ expertId, due, slot, refreshAt }: NextFree): Promise<void> {
    // It was computed from what was before such a change; the next round sees it.
    const [marked, taken] = await Promise.all([
      bookings.exists({ expertId, due: true }),
      slot && records.isAnyOwned(expertId, slot),
    ])
    if (marked || taken) return
    const nextFreeAt = slot?.startsAt ?? null
    const nextFreeUntil = slot?.until ?? null
    await experts.updateOne(
      { _id: expertId, dues: due },
      { $set: { nextFreeAt, nextFreeUntil, soonest: nextFreeAt ?? never, refreshAt } },
    )
  }

  return { listDue, storeNextFree }
}

/** Freed time may be earlier than the stored slot; taken time matters only if it is some of that slot. */
function canChange(
  { nextFreeAt, nextFreeUntil }: Slot,
  { change, startsAt, until }: Mark,
): boolean {
  const freed = change?.kind === 'released' || change?.kind === 'cancelled' || change?.from
  if (freed) return true
  if (nextFreeAt === null || nextFreeUntil === null) return false
  const slot = new Set(cellsOf({ startsAt: nextFreeAt, until: nextFreeUntil }))
  return cellsOf({ startsAt, until }).some((cell) => slot.has(cell))
}
