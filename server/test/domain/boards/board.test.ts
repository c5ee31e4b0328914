import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slotState } from '@expertconnect/contract/boards/board-state'
import { instantsOf, listDays, occupiedOf } from '../../../src/domain/boards/board.ts'
import {
  formatInstant,
  hour,
  type Instant,
  instantOf,
  minute,
  parseInstant,
  plus,
} from '../../../src/domain/time/instant.ts'
import { nearestFree, nextFree } from '../../../src/domain/boards/next-free.ts'
import { cellsOf } from '../../../src/domain/bookings/occupancy.ts'
import { bookableRange, bookableStarts, refuseStart } from '../../../src/domain/schedules/starts.ts'
import { addDays, dateAt } from '../../../src/domain/time/wall-time.ts'
import { everyDay, plainSchedule } from '../schedules/schedules.ts'
import { liveRecord, situation } from '../schedules/situations.ts'

describe('the board', () => {
  it('lists every bookable start once, on its day of the visitor, with the state that the contract gives', () => {
    fc.assert(
      fc.property(situation, ([{ schedule, now, timeZone }, live]) => {
        const minutes = schedule.sessionLengths[0] ?? 30
        const today = dateAt(timeZone, now)
        const range = { from: today, to: addDays(today, 3), timeZone, minutes }
        const occupied = live.map(occupiedOf)
        const { days } = listDays(schedule, range, occupied, now)
        expect(days.map((each) => each.date)).toHaveLength(4)
        const starts = [...bookableStarts(schedule, minutes, instantsOf(range), now)]
        const slots = days.flatMap((each) =>
          each.slots.map((slot) => ({ date: each.date, ...slot })),
        )
        expect(slots.map((slot) => slot.startsAt)).toEqual(
          starts.map((s) => formatInstant(s.startsAt)),
        )
        for (const [index, slot] of slots.entries()) {
          const span = starts[index]
          if (!span) throw new Error('unreachable')
          expect(slot.date).toBe(dateAt(timeZone, span.startsAt))
          const until = formatInstant(span.until)
          const { state } = slotState({ startsAt: slot.startsAt, until }, occupied, now)
          expect(slot.state).toBe(state)
          const owned = new Set(live.flatMap(cellsOf))
          expect(slot.state === 'free').toBe(!cellsOf(span).some((cell) => owned.has(cell)))
          if (slot.state === 'free') {
            expect(refuseStart(schedule, span.startsAt, minutes, now)).toBeNull()
          }
        }
        for (const each of days) expect(each.reason === undefined).toBe(each.slots.length > 0)
      }),
      { numRuns: 200 },
    )
  })

  it('says of an expert who paused which days would have slots, and lists none', () => {
    const schedule = { ...plainSchedule, timeZone: 'UTC', paused: true }
    const weekly = { ...schedule.weekly, 2: [{ from: 9 * 60, to: 10 * 60 }] }
    const range = { from: '2027-01-04', to: '2027-01-06', timeZone: 'UTC', minutes: 30 }
    const now = parseInstant('2027-01-04T00:00:00Z')
    expect(listDays({ ...schedule, weekly }, range, [], now).days).toEqual([
      { date: '2027-01-04', reason: 'no_hours', slots: [] },
      { date: '2027-01-05', reason: 'paused', slots: [] },
      { date: '2027-01-06', reason: 'no_hours', slots: [] },
    ])
    expect(nextFree({ ...schedule, weekly }, [], now).slot).toBeNull()
  })

  it('is about to turn where the notice ends at this very midnight', () => {
    const weekly = { ...plainSchedule.weekly, 6: [{ from: 0, to: 15 }] }
    const policy = { ...plainSchedule.policy, noticeMinutes: 1440, horizonDays: 1 }
    const schedule = { ...plainSchedule, timeZone: 'Australia/Lord_Howe', weekly, policy }
    const range = { from: '2026-01-02', to: '2026-01-02', timeZone: 'UTC', minutes: 30 }
    const now = parseInstant('2026-01-01T00:00:00Z')
    const reasonAt = (at: Instant) => listDays(schedule, range, [], at).days[0]?.reason
    expect(reasonAt(now)).toBe('no_hours')
    expect(reasonAt(plus(now, 1))).toBe('inside_notice')
    expect(listDays(schedule, range, [], now).staleAt).toBe(plus(now, 1))
  })

  it('stays right until it turns stale: a remembered answer is the answer', () => {
    fc.assert(
      fc.property(
        situation,
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        ([given, live], share) => {
          const { schedule, now, timeZone } = given
          const minutes = schedule.sessionLengths[0] ?? 30
          const today = dateAt(timeZone, now)
          const range = { from: addDays(today, -1), to: addDays(today, 3), timeZone, minutes }
          const occupied = live.map(occupiedOf)
          const first = listDays(schedule, range, occupied, now)
          expect(first.staleAt).toBeGreaterThan(now)
          const later = instantOf(Math.floor(now + (first.staleAt - 1 - now) * share))
          for (const at of [later, plus(first.staleAt, -1)]) {
            expect(listDays(schedule, range, occupied, at).days).toEqual(first.days)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('the next free start', () => {
  it('is the first free slot of the shortest length, and stays so until it is to be refreshed', () => {
    fc.assert(
      fc.property(situation, ([{ schedule, now }, live]) => {
        const owned = new Set(live.flatMap(cellsOf))
        const shortest = Math.min(...schedule.sessionLengths)
        const free = [
          ...bookableStarts(schedule, shortest, bookableRange(schedule, now), now),
        ].find((span) => !cellsOf(span).some((cell) => owned.has(cell)))
        const { slot, refreshAt } = nextFree(schedule, live, now)
        expect(slot).toEqual(free ?? null)
        expect(refreshAt).toBeGreaterThan(now)
        expect(nextFree(schedule, live, plus(refreshAt, -1)).slot).toEqual(slot)
      }),
      { numRuns: 200 },
    )
  })

  it('offers the nearest free slots to a lost one', () => {
    const schedule = {
      ...plainSchedule,
      timeZone: 'UTC',
      weekly: everyDay({ from: 9 * 60, to: 12 * 60 }),
    }
    const now = parseInstant('2027-01-04T00:00:00Z')
    const startsAt = parseInstant('2027-01-05T10:00:00Z')
    const lost = liveRecord(
      'taken-one',
      { startsAt, endsAt: plus(startsAt, hour), until: plus(startsAt, hour) },
      null,
    )
    const nearest = nearestFree(schedule, { startsAt, minutes: 30 }, [lost], now, 3)
    expect(nearest.map(formatInstant)).toEqual([
      '2027-01-05T09:00:00Z',
      '2027-01-05T09:30:00Z',
      '2027-01-05T11:00:00Z',
    ])
  })
})

describe('cells', () => {
  it('are shared exactly by spans that overlap', () => {
    const span = fc
      .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 20 }))
      .map(([start, length]) => ({
        startsAt: instantOf(start * 15 * minute),
        until: instantOf((start + length) * 15 * minute),
      }))
    fc.assert(
      fc.property(span, span, (a, b) => {
        const overlap = a.startsAt < b.until && b.startsAt < a.until
        const common = cellsOf(a).some((cell) => cellsOf(b).includes(cell))
        expect(common).toBe(overlap)
      }),
    )
  })
})
