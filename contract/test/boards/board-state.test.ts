import type { Occupied } from '@expertconnect/contract/boards/shapes'
import {
  applyEvent,
  applySnapshot,
  type KnownRecords,
  nothingKnown,
  slotState,
} from '@expertconnect/contract/boards/board-state'
import type { BookingUpdated } from '@expertconnect/contract/realtime'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const hour = 3_600_000
const begin = Date.parse('2026-11-23T00:00:00Z')
const at = (hours: number) => new Date(begin + hours * hour).toISOString().replace('.000Z', 'Z')

function change(
  id: string,
  version: number,
  status: BookingUpdated['status'],
  start: number,
): BookingUpdated {
  return {
    expertId: 'expert-1',
    id,
    version,
    status,
    date: '2026-11-23',
    timeSlot: '10:00',
    startsAt: at(start),
    endsAt: at(start + 1),
    until: at(start + 1),
    ...(status === 'held' && { expiresAt: at(1000) }),
  }
}

/** Changes as a server commits them: versions of a record rise by one, and what has ended stays ended. */
function historyOf(choices: readonly { record: number; verb: number; start: number }[]) {
  const latest = new Map<string, BookingUpdated>()
  return choices.flatMap(({ record, verb, start }) => {
    const id = `record-${record}`
    const before = latest.get(id)
    if (before?.status === 'released' || before?.status === 'cancelled') return []
    const next = nextChange(id, before, verb, start)
    latest.set(id, next)
    return [next]
  })
}

function nextChange(id: string, before: BookingUpdated | undefined, verb: number, start: number) {
  if (!before) return change(id, 1, verb % 2 ? 'held' : 'booked', start)
  const version = before.version + 1
  const stays = (Date.parse(before.startsAt) - begin) / hour
  if (before.status === 'held') {
    const status = (['held', 'booked', 'released', 'held'] as const)[verb % 4] ?? 'held'
    // A hold can be renewed where it is, or moved.
    return change(id, version, status, verb % 4 === 3 ? start : stays)
  }
  return verb % 3 === 0
    ? change(id, version, 'cancelled', stays)
    : change(id, version, 'moved', start)
}

/** What is live after the first `count` changes, as a fresh read would list it: from the events, not from our code. */
function rowsAfter(history: readonly BookingUpdated[], count: number): Occupied[] {
  const latest = new Map(history.slice(0, count).map((event) => [event.id, event]))
  return [...latest.values()]
    .filter(({ status }) => status !== 'released' && status !== 'cancelled')
    .map(({ id, version, startsAt, endsAt, until, status, expiresAt }) => ({
      id,
      version,
      startsAt,
      endsAt,
      until,
      state: status === 'held' ? 'held' : 'booked',
      ...(expiresAt !== undefined && { expiresAt }),
    }))
}

const range = { from: at(0), to: at(8) }
const inRange = (row: Occupied) => row.startsAt < range.to && row.until > range.from
const sorted = (rows: Iterable<Occupied>) => [...rows].toSorted((a, b) => (a.id < b.id ? -1 : 1))

function occupiedIn(known: KnownRecords): Occupied[] {
  return sorted(
    [...known.values()].flatMap(({ occupied }) =>
      occupied && inRange(occupied) ? [occupied] : [],
    ),
  )
}

const choice = fc.record({ record: fc.nat(5), verb: fc.nat(11), start: fc.nat(11) })
const portion = fc.nat(100).map((percent) => percent / 100)
const phase = fc.record({
  /** How much of what is left happens unheard before it, and how much while it lasts. */
  gap: portion,
  length: portion,
  /** When each read is answered by the server, and when that answer arrives among the events. */
  reads: fc.array(fc.record({ taken: portion, arrives: portion }), { maxLength: 3 }),
})

type PhaseChoice = typeof phase extends fc.Arbitrary<infer T> ? T : never

interface Phase {
  readonly watch: number
  readonly from: number
  readonly to: number
  readonly reads: readonly { taken: number; arrives: number }[]
}

/** Lays the phases along a history: subscriptions one after another, the last one up to its end and with a read. */
function layOut(phases: readonly PhaseChoice[], length: number): Phase[] {
  let position = 0
  return phases.map(({ gap, length: share, reads }, index) => {
    const from = position + Math.floor(gap * (length - position))
    const last = index === phases.length - 1
    const to = last ? length : from + Math.floor(share * (length - from))
    position = to
    const taken = last && reads.length === 0 ? [{ taken: 0.5, arrives: 0.5 }] : reads
    return { watch: index + 1, from, to, reads: taken }
  })
}

/** What a client knows in the end that hears the events of each phase in order, and its reads anywhere among them. */
function follow(history: readonly BookingUpdated[], phases: readonly Phase[]): KnownRecords {
  let known = nothingKnown
  for (const { watch, from, to, reads } of phases) {
    const span = to - from
    // Reads are answered and arrive in the order in which they were asked.
    const taken = reads.map((read) => from + Math.round(read.taken * span)).toSorted(ascending)
    const arrives = reads.map((read) => Math.round(read.arrives * span)).toSorted(ascending)
    for (let heard = 0; heard <= span; heard++) {
      for (const [index, place] of arrives.entries()) {
        if (place !== heard) continue
        const rows = rowsAfter(history, taken[index] ?? from).filter(inRange)
        known = applySnapshot(known, { rows, ...range }, watch)
      }
      const event = heard < span ? history[from + heard] : undefined
      if (event) known = applyEvent(known, event, watch)
    }
  }
  return known
}

const ascending = (a: number, b: number) => a - b

describe('a board that hears events and takes snapshots', () => {
  it('settles to the truth, whatever was missed in between and however reads and events interleave', () => {
    fc.assert(
      fc.property(
        fc.array(choice, { maxLength: 40 }),
        fc.array(phase, { minLength: 1, maxLength: 4 }),
        (choices, phases) => {
          const history = historyOf(choices)
          const known = follow(history, layOut(phases, history.length))
          const truth = sorted(rowsAfter(history, history.length).filter(inRange))
          expect(occupiedIn(known)).toEqual(truth)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('never goes back to an older version of a record', () => {
    fc.assert(
      fc.property(
        fc.array(choice, { maxLength: 30 }),
        fc.array(fc.nat(), { maxLength: 60 }),
        (choices, order) => {
          const history = historyOf(choices)
          let known = nothingKnown
          for (const pick of order) {
            const event = history[pick % Math.max(1, history.length)]
            if (!event) continue
            const before = known.get(event.id)?.version ?? 0
            known = applyEvent(known, event, 1)
            expect(known.get(event.id)?.version).toBe(Math.max(before, event.version))
          }
        },
      ),
    )
  })
})

describe('an event that is older than the snapshot', () => {
  it('changes nothing', () => {
    const booked = rowsAfter([change('a', 1, 'held', 2), change('a', 2, 'booked', 2)], 2)
    const known = applySnapshot(nothingKnown, { rows: booked, ...range }, 1)
    expect(applyEvent(known, change('a', 1, 'held', 2), 1)).toBe(known)
  })

  it('does not bring back what has ended', () => {
    const ended = applyEvent(nothingKnown, change('a', 2, 'released', 2), 1)
    expect(applyEvent(ended, change('a', 1, 'held', 2), 1)).toBe(ended)
  })
})

describe('a snapshot', () => {
  const held = applyEvent(nothingKnown, change('a', 1, 'held', 2), 1)

  it('drops what an earlier subscription heard of and it does not list', () => {
    expect(applySnapshot(held, { rows: [], ...range }, 2).size).toBe(0)
  })

  it('keeps what its own subscription heard of: that is newer, or its end is still to be told', () => {
    expect(occupiedIn(applySnapshot(held, { rows: [], ...range }, 1))).toHaveLength(1)
  })

  it('says nothing about other dates', () => {
    const elsewhere = { rows: [], from: at(100), to: at(124) }
    expect(applySnapshot(held, elsewhere, 2).size).toBe(1)
  })
})

describe('the state of a slot', () => {
  const slot = { startsAt: at(2), until: at(3) }
  const hold = { id: 'h', version: 1, state: 'held' as const, expiresAt: at(1) }
  const held = { ...hold, startsAt: at(2), endsAt: at(3), until: at(3) }

  it('is free beside its neighbours', () => {
    const before = { ...held, startsAt: at(1), endsAt: at(2), until: at(2) }
    const after = { ...held, startsAt: at(3), endsAt: at(4), until: at(4) }
    expect(slotState(slot, [before, after], begin)).toEqual({ state: 'free' })
  })

  it('is held until the hold runs out, also if nobody says so', () => {
    expect(slotState(slot, [held], begin)).toEqual({ state: 'held', expiresAt: at(1) })
    expect(slotState(slot, [held], begin + hour)).toEqual({ state: 'free' })
  })

  it('is taken if any session overlaps it, with the gap that is kept after that one', () => {
    const booked = {
      ...held,
      startsAt: at(0),
      endsAt: at(2),
      until: at(2.25),
      state: 'booked' as const,
    }
    expect(slotState(slot, [held, booked], begin)).toEqual({ state: 'taken' })
  })

  it('tells the latest end of several holds on it', () => {
    const other = { ...held, id: 'i', expiresAt: at(1.5) }
    expect(slotState(slot, [other, held], begin)).toEqual({ state: 'held', expiresAt: at(1.5) })
  })
})
