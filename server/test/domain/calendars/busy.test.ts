import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockedTimes } from '../../../src/domain/calendars/busy.ts'
import {
  busyWithin,
  firstWithin,
  mergeBusy,
  sameBusy,
} from '../../../src/domain/schedules/busy-times.ts'
import type { BusyTime } from '../../../src/domain/schedules/schedule.ts'
import { instantOf, minute } from '../../../src/domain/time/instant.ts'
import { aSource, aState } from '../../storage/calendars/source-fixtures.ts'

const time = (from: number, to: number): BusyTime => ({ from: instantOf(from), to: instantOf(to) })
const anyTimes = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 12 })))
  .map((all) => all.map(([from, length]) => time(from, from + length)))
const isIn = (times: readonly BusyTime[], at: number): boolean =>
  times.some(({ from, to }) => from <= at && at < to)

describe('busy times', () => {
  it('are the same moments when they are merged, ascending and apart', () => {
    fc.assert(
      fc.property(anyTimes, (times) => {
        const merged = mergeBusy(times)
        for (let at = -1; at < 75; at++) expect(isIn(merged, at)).toBe(isIn(times, at))
        for (const [index, { from, to }] of merged.entries()) {
          expect(from).toBeLessThan(to)
          expect(from).toBeGreaterThan(merged[index - 1]?.to ?? -1)
        }
      }),
    )
  })

  it('are found as by looking at each', () => {
    fc.assert(
      fc.property(anyTimes, fc.nat(70), fc.integer({ min: 1, max: 9 }), (times, from, length) => {
        const merged = mergeBusy(times)
        const asked = time(from, from + length)
        const [first] = busyWithin(merged, asked)
        expect(firstWithin(merged, asked)).toEqual(first)
      }),
    )
  })

  it('are the same or not by their edges', () => {
    expect(sameBusy([time(1, 2)], [time(1, 2)])).toBe(true)
    expect(sameBusy([time(1, 2)], [time(1, 3)])).toBe(false)
    expect(sameBusy([time(1, 2)], [])).toBe(false)
  })
})

it('blocks what calendars say that block and are not paused, with what is kept free around it', () => {
  const at = (from: number, to: number) => time(from * minute, to * minute)
  const sourceOf = (busy: BusyTime, more = {}) =>
    aSource({ state: aState({ busy: [busy] }), ...more })
  const sources = [
    sourceOf(at(100, 160)),
    sourceOf(at(170, 200), { marginMinutes: 10 }),
    sourceOf(at(300, 330), { blocks: false }),
    sourceOf(at(400, 430), { paused: true }),
  ]
  expect(blockedTimes(sources)).toEqual([at(100, 210)])
})
