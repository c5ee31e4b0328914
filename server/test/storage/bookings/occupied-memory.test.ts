import { describe, expect, it } from 'vitest'
import type { LiveRecord, OccupiedTime, SlotRecord } from '../../../src/domain/bookings/booking.ts'
import { cancel, release } from '../../../src/domain/bookings/transitions.ts'
import { createListeners } from '../../../src/storage/rules/listeners.ts'
import { createOccupiedMemory } from '../../../src/storage/rules/occupied-memory.ts'
import { ada, aBooking, aHold, later, next, now, quarterAt, span, timeOf } from '../fixtures.ts'

interface Asked {
  readonly expertId: string
  readonly from: number
  readonly to: number
}

/** A memory of a store whose content a test sets, and which notes what it is asked for. */
function aMemory(stored: readonly LiveRecord[] = []) {
  const { listen, tell } = createListeners()
  const asked: Asked[] = []
  let content = stored
  let answered = Promise.resolve()
  const recall = createOccupiedMemory(
    {
      async listOccupied(expertId, { from, to }): Promise<OccupiedTime[]> {
        asked.push({ expertId, from, to })
        const found = content.filter(
          (record) => record.expertId === expertId && record.until > from && record.startsAt < to,
        )
        await answered
        return found.map(timeOf)
      },
    },
    listen,
  )
  return {
    asked,
    tell,
    store: (...records: LiveRecord[]) => void (content = records),
    changed: (record: SlotRecord) =>
      tell((listener) => listener.changed?.([{ kind: record.state, record }])),
    /** Answers wait until the function that comes back is called. */
    pause(): () => void {
      let go = () => {}
      answered = new Promise((resolve) => (go = resolve))
      return go
    },
    recall: (expertId = ada, { from = 0, to = 100, at = now } = {}) =>
      recall(expertId, { from: quarterAt(from), to: quarterAt(to), now: at }),
  }
}

describe('the time that is taken, as it was heard of', () => {
  it('is read once, and then follows what is heard', async () => {
    const booking = aBooking({ slot: 4 })
    const memory = aMemory([booking])
    expect(await memory.recall()).toEqual([timeOf(booking)])
    const hold = aHold({ slot: 0, expiresAt: later(now, 5) })
    memory.changed(hold)
    expect(await memory.recall()).toEqual([timeOf(hold), timeOf(booking)])
    const moved = next(booking, span({ slot: 20 }))
    memory.changed(moved)
    expect(await memory.recall()).toEqual([timeOf(hold), timeOf(moved)])
    // It runs out by itself, before anybody says so.
    expect(await memory.recall(ada, { at: later(now, 5) })).toEqual([timeOf(moved)])
    memory.changed(release(hold))
    memory.changed(cancel(moved, undefined, now))
    expect(await memory.recall()).toEqual([])
    expect(memory.asked).toHaveLength(1)
  })

  it('leaves what was read as it is where what is heard is older', async () => {
    const booking = aBooking({ slot: 4 })
    const moved = next(booking, span({ slot: 20 }))
    const memory = aMemory([moved])
    await memory.recall()
    memory.changed(booking)
    expect(await memory.recall()).toEqual([timeOf(moved)])
  })

  it('forgets what moves out of the time that is known', async () => {
    const booking = aBooking({ slot: 4 })
    const memory = aMemory([booking])
    await memory.recall(ada, { from: 0, to: 10 })
    memory.changed(next(booking, span({ slot: 20 })))
    expect(await memory.recall(ada, { from: 0, to: 10 })).toEqual([])
  })

  it('is read with what is known when more is asked for, unless that is far away', async () => {
    const memory = aMemory()
    await memory.recall(ada, { from: 0, to: 10 })
    await memory.recall(ada, { from: 20, to: 30 })
    await memory.recall(ada, { from: 5, to: 25 })
    expect(memory.asked.slice(1)).toEqual([
      { expertId: ada, from: quarterAt(0), to: quarterAt(30) },
    ])
    const far = 4 * 24 * 500
    await memory.recall(ada, { from: far, to: far + 10 })
    expect(memory.asked.at(-1)).toEqual({
      expertId: ada,
      from: quarterAt(far),
      to: quarterAt(far + 10),
    })
  })

  it('is not kept where something was heard while it was read', async () => {
    const booking = aBooking({ slot: 4 })
    const memory = aMemory()
    const go = memory.pause()
    const reading = memory.recall()
    memory.store(booking)
    memory.changed(booking)
    go()
    expect(await reading).toEqual([])
    expect(await memory.recall()).toEqual([timeOf(booking)])
    expect(memory.asked).toHaveLength(2)
    expect(await memory.recall()).toEqual([timeOf(booking)])
    expect(memory.asked).toHaveLength(2)
  })

  it('is read each time while changes may go unheard, and once behind it', async () => {
    const booking = aBooking({ slot: 4 })
    const memory = aMemory()
    await memory.recall()
    memory.tell((listener) => listener.interrupted?.())
    memory.store(booking)
    for (let count = 2; count < 4; count++) {
      expect(await memory.recall()).toEqual([timeOf(booking)])
      expect(memory.asked).toHaveLength(count)
    }
    memory.store()
    memory.tell((listener) => listener.resumed?.(false))
    expect(await memory.recall()).toEqual([])
    await memory.recall()
    expect(memory.asked).toHaveLength(4)
  })

  it('forgets whoever was asked for longest ago when it is too much', async () => {
    const bookings = Array.from({ length: 30_000 }, (_, index) => aBooking({ slot: index % 50 }))
    const names = ['one', 'two', 'three', 'four']
    const memory = aMemory(
      names.flatMap((expertId) =>
        bookings.map((booking) => ({ ...booking, id: `${expertId} ${booking.id}`, expertId })),
      ),
    )
    for (const name of ['one', 'two', 'three', 'one', 'four']) await memory.recall(name)
    expect(memory.asked.map(({ expertId }) => expertId)).toEqual(names)
    await memory.recall('one')
    expect(memory.asked).toHaveLength(4)
    await memory.recall('two')
    expect(memory.asked).toHaveLength(5)
  })
})
