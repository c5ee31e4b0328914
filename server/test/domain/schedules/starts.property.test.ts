import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { day, instantOf, minute, plus } from '../../../src/domain/time/instant.ts'
import { bookableRange, bookableStarts, refuseStart } from '../../../src/domain/schedules/starts.ts'
import { wallWindowsOn } from '../../../src/domain/schedules/windows.ts'
import { addDays, dateAt, instantAt, startOfDay } from '../../../src/domain/time/wall-time.ts'
import { instantArbitrary, scheduleArbitrary, zones } from './schedules.ts'

const quarter = 15 * minute

describe('every listed start is bookable and every bookable start is listed', () => {
  it('holds for any schedule, in any zone, at any time', () => {
    fc.assert(
      fc.property(scheduleArbitrary, instantArbitrary, fc.nat(20), (schedule, now, ahead) => {
        const from = plus(now, ahead * day)
        const before = plus(from, 2 * day)
        const minutes = schedule.sessionLengths[0] ?? 30
        const listed = new Set(
          [...bookableStarts(schedule, minutes, { from, before }, now)].map(
            (span) => span.startsAt,
          ),
        )
        for (let at = Math.ceil(from / quarter) * quarter; at < before; at += quarter) {
          const startsAt = instantOf(at)
          const bookable = refuseStart(schedule, startsAt, minutes, now) === null
          expect(listed.has(startsAt)).toBe(bookable)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('lists the same starts whatever range they are asked by', () => {
    fc.assert(
      fc.property(scheduleArbitrary, instantArbitrary, (schedule, now) => {
        const minutes = schedule.sessionLengths[0] ?? 30
        const range = bookableRange(schedule, now)
        const whole = [...bookableStarts(schedule, minutes, range, now)].map((s) => s.startsAt)
        const pieces: number[] = []
        for (let from = range.from; from < range.before; from = plus(from, day)) {
          const before = instantOf(Math.min(plus(from, day), range.before))
          for (const span of bookableStarts(schedule, minutes, { from, before }, now)) {
            pieces.push(span.startsAt)
          }
        }
        expect(pieces).toEqual(whole)
        expect(whole).toEqual(whole.toSorted((a, b) => a - b))
        expect(new Set(whole).size).toBe(whole.length)
      }),
      { numRuns: 100 },
    )
  })

  it('keeps every listed session inside the hours on the wall, minute by minute', () => {
    fc.assert(
      fc.property(scheduleArbitrary, instantArbitrary, (schedule, now) => {
        const minutes = schedule.sessionLengths[0] ?? 30
        const range = { from: now, before: plus(now, 4 * day) }
        for (const span of bookableStarts(schedule, minutes, range, now)) {
          for (let at = span.startsAt; at < span.endsAt; at = plus(at, quarter)) {
            const date = dateAt(schedule.timeZone, at)
            const inside = [addDays(date, -1), date].some((each) =>
              wallWindowsOn(schedule, each).some(
                ({ from, to }) =>
                  instantAt(schedule.timeZone, each, from) <= at &&
                  at < instantAt(schedule.timeZone, each, to),
              ),
            )
            expect(inside).toBe(true)
          }
          expect(
            schedule.busy.some((busy) => busy.from < span.until && busy.to > span.startsAt),
          ).toBe(false)
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('wall time', () => {
  it('agrees with Temporal for every quarter of an hour, on all days of three years', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.nat(1100),
        fc.nat(95),
        (timeZone, offset, quarters) => {
          const date = Temporal.PlainDate.from('2026-01-01').add({ days: offset })
          const expected = date
            .toPlainDateTime({ hour: Math.floor(quarters / 4), minute: (quarters % 4) * 15 })
            .toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds
          expect(instantAt(timeZone, date.toString(), quarters * 15)).toBe(expected)
        },
      ),
      { numRuns: 3000 },
    )
  })

  it('names the date that Temporal names, at any minute, in any zone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), instantArbitrary, (timeZone, at) => {
        const expected = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)
        expect(dateAt(timeZone, at)).toBe(expected.toPlainDate().toString())
      }),
      { numRuns: 5000 },
    )
  })

  it('ends a day where the next one begins', () => {
    for (const timeZone of zones) {
      expect(instantAt(timeZone, '2027-03-28', 1440)).toBe(startOfDay(timeZone, '2027-03-29'))
    }
  })
})
