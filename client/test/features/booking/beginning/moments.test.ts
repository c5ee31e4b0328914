import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Beginning,
  minutesUntil,
  momentsDue,
  nextTurn,
  titleMark,
} from '../../../../src/features/booking/beginning/moments.ts'

const minute = 60_000
const start = Date.parse('2026-11-25T12:00:00Z')

function beginning(at = start, id = 'booking-0001'): Beginning {
  return { id, token: '', startsAt: new Date(at).toISOString(), who: 'Asha Rai', path: `/b/${id}` }
}

const told = (from: number, now: number) =>
  momentsDue([beginning()], start + from * minute, start + now * minute).map(({ kind }) => kind)

describe('the moments at which somebody is told', () => {
  it('are ten minutes before and the start itself', () => {
    expect(told(-60, -10.01)).toEqual([])
    expect(told(-60, -10)).toEqual(['soon'])
    expect(told(-60, -0.01)).toEqual(['soon'])
    expect(told(-60, 0)).toEqual(['now'])
  })

  it('are not told to a page that was opened after them: whoever opened it knows', () => {
    expect(told(-9, -8)).toEqual([])
    expect(told(-9, 0)).toEqual(['now'])
    expect(told(1, 2)).toEqual([])
  })

  it('are told late after a sleep, the last one alone, and not when it is over', () => {
    expect(told(-60, -3)).toEqual(['soon'])
    expect(told(-60, 4)).toEqual(['now'])
    expect(told(-60, 5)).toEqual([])
  })
})

describe('the mark of the title', () => {
  it.each([
    [-10.01, null],
    [-10, '● in 10 min'],
    [-9.5, '● in 10 min'],
    [-9, '● in 9 min'],
    [-0.1, '● in 1 min'],
    [0, '● now'],
    [4.9, '● now'],
    [5, null],
  ])('at %d minutes is %s', (minutes, mark) => {
    expect(titleMark([beginning()], start + minutes * minute)).toBe(mark)
  })

  it('tells of the one that comes first', () => {
    const later = beginning(start + 5 * minute, 'booking-0002')
    expect(titleMark([later, beginning()], start - 3 * minute)).toBe('● in 3 min')
    expect(titleMark([], start)).toBeNull()
  })
})

describe('looking out', () => {
  const minutes = fc.integer({ min: -90 * minute, max: 90 * minute })
  const some = fc.array(
    minutes.map((after) => beginning(start + after)),
    { maxLength: 5 },
  )

  it('misses no change of the mark, and tells nothing between two turns', () => {
    fc.assert(
      fc.property(
        some,
        minutes,
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (all, at, part) => {
          const now = start + at
          const next = nextTurn(all, now)
          expect(next).toBeGreaterThan(now)
          if (next === Infinity) return
          const between = Math.floor(now + (next - now) * part)
          expect(titleMark(all, between)).toBe(titleMark(all, now))
          const names = (when: number) => momentsDue(all, -Infinity, when).map(({ kind }) => kind)
          expect(names(between)).toEqual(names(now))
        },
      ),
    )
  })

  it('counts minutes as a clock that says how long it takes at the most', () => {
    expect(minutesUntil(start, start - 9 * minute - 1)).toBe(10)
    expect(minutesUntil(start, start + minute)).toBe(0)
  })
})
