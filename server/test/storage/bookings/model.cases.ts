import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BookedRecord, SlotRecord, HeldRecord } from '../../../src/domain/bookings/booking.ts'
import { cellsOf } from '../../../src/domain/bookings/occupancy.ts'
import { cancel, move, release } from '../../../src/domain/bookings/transitions.ts'
import type { Instant } from '../../../src/domain/time/instant.ts'
import type { Storage } from '../../../src/storage/port/storage.ts'
import { plainContent } from '../../content.ts'
import {
  aBooking,
  aGuard,
  aHold,
  confirmed,
  later,
  next,
  now,
  quarterAt,
  span,
} from '../fixtures.ts'
import { createModel } from './model.ts'
import { type OpenStore, storePerTest } from '../store.ts'

const slot = fc.nat(12)
const minutes = fc.constantFrom(15, 30, 60)
const gap = fc.constantFrom(0, 15)
const time = { slot, minutes, gap }
/** Which of the records made so far, and whether its version is the right one. */
const which = { pick: fc.nat(20), stale: fc.nat(9).map((value) => value === 0) }

const step = fc.oneof(
  fc.record({ kind: fc.constant('hold' as const), ...time }),
  fc.record({ kind: fc.constant('book' as const), ...time }),
  fc.record({ kind: fc.constant('confirm' as const), ...which }),
  fc.record({ kind: fc.constant('renew' as const), ...which }),
  fc.record({ kind: fc.constant('end' as const), ...which }),
  fc.record({ kind: fc.constant('move' as const), ...which, ...time }),
  fc.record({ kind: fc.constant('wait' as const), minutes: fc.constantFrom(1, 3, 6) }),
  fc.record({ kind: fc.constant('sweep' as const) }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const experts = 150

/** Every run has an expert of its own, so that one store serves all runs. */
function content() {
  const [plain] = plainContent().experts
  if (!plain) throw new Error('There is no plain expert')
  const many = Array.from({ length: experts }, (_, index) => {
    return { ...plain, id: `expert-${index}`, slug: `expert-${index}` }
  })
  return { ...plainContent(), experts: many, reviews: [] }
}

type Model = ReturnType<typeof createModel>

/** One step on both; their answers must be the same. */
async function play(storage: Storage, model: Model, expertId: string, step: Step): Promise<void> {
  const now = model.now()
  const { kind } = step
  if (kind === 'wait') return model.advance(step.minutes)
  if (kind === 'sweep') {
    expect(await storage.bookings.releaseExpired(now)).toBe(model.releaseExpired())
    return
  }
  const guard = aGuard({ now })
  const expiresAt = later(now, 5)
  if (kind === 'hold' || kind === 'book') {
    const { slot, minutes, gap } = step
    const wanted = { slot, minutes, gap, expertId }
    const record = kind === 'hold' ? aHold({ ...wanted, expiresAt }) : aBooking(wanted)
    const outcome =
      record.state === 'held'
        ? await storage.bookings.hold(record, guard)
        : await storage.bookings.claim(record, guard)
    expect(outcome.kind).toBe(model.claim(record))
    return
  }
  const picked = [...model.records.values()][step.pick % Math.max(1, model.records.size)]
  if (picked?.state !== 'held' && picked?.state !== 'booked') return
  const record = step.stale ? { ...picked, version: picked.version + 1 } : picked
  if (kind === 'confirm') {
    if (record.state !== 'held') return
    const booking = confirmed(record)
    const outcome = await storage.bookings.confirm(booking, guard)
    expect(outcome.kind).toBe(model.confirm(booking))
    return
  }
  const changed = changedBy(step, record, expiresAt)
  const outcome = await storage.bookings.change({ next: changed, now })
  expect(outcome.kind).toBe(model.change(changed))
}

function changedBy(
  step: Extract<Step, { kind: 'renew' | 'end' | 'move' }>,
  record: HeldRecord | BookedRecord,
  expiresAt: Instant,
): SlotRecord {
  if (record.state === 'held') {
    if (step.kind === 'end') return release(record)
    return next(record, step.kind === 'renew' ? { expiresAt } : span(step))
  }
  if (step.kind === 'end') return cancel(record, undefined, now)
  return step.kind === 'renew' ? next(record) : move(record, step.minutes, span(step))
}

export function modelCases(open: OpenStore): void {
  describe('random histories', () => {
    const store = storePerTest(open, content)
    let run = 0

    it('agree with a simple model', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
          const expertId = `expert-${run++ % experts}`
          const already = store.heard.length
          const model = createModel(now)
          for (const [index, each] of steps.entries()) {
            await play(store.storage, model, expertId, each)
            // Now some of it, now all: what is known of the time grows with what is asked for.
            const [from, to] = index % 3 === 0 ? [2, 6] : [-100, 100]
            const range = { from: quarterAt(from), to: quarterAt(to), now: model.now() }
            const { bookings } = store.storage
            const listed = await bookings.listOccupied(expertId, range)
            expect(await bookings.recallOccupied(expertId, range)).toEqual(listed)
          }

          const owned = []
          for (const [id, expected] of model.records) {
            const record = await store.storage.bookings.find(id)
            expect(record).toEqual(expected)
            const versions = store.heard
              .slice(already)
              .flatMap((heard) => (heard.record.id === id ? [heard.record.version] : []))
            expect(versions).toEqual(Array.from({ length: record?.version ?? 0 }, (_, i) => i + 1))
            if (record?.state !== 'held' && record?.state !== 'booked') continue
            owned.push(...cellsOf(record).map((cell) => ({ expertId, cell, recordId: id })))
          }
          expect(new Set(owned.map(({ cell }) => cell)).size).toBe(owned.length)
          const cells = (await store.ownedCells?.())?.filter((cell) => cell.expertId === expertId)
          if (cells) expect(cells).toEqual(owned.toSorted((a, b) => a.cell - b.cell))
          // The clock of the next run begins anew: what this one left must not expire in it.
          await store.storage.bookings.releaseExpired(later(now, 10_000))
        }),
        { numRuns: experts },
      )
    })
  })
}
