import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readdressableFrom, readdressedLately } from '../../../src/domain/bookings/readdressing.ts'
import { day, type Instant, minute, parseInstant, plus } from '../../../src/domain/time/instant.ts'

const now = parseInstant('2027-01-11T08:00:00Z')

describe('the address of a booking', () => {
  it('is corrected five times within any day, and again as soon as one of them is a day old', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 * day }), { maxLength: 60 }), (pauses) => {
        let at = now
        let readdressedAt: readonly Instant[] = []
        const all: Instant[] = []
        for (const pause of pauses) {
          at = plus(at, pause)
          const lately = all.filter((each) => each > at - day)
          const from = readdressableFrom({ readdressedAt }, at)
          expect(from <= at).toBe(lately.length < 5)
          if (from > at) at = from
          expect(readdressableFrom({ readdressedAt }, at)).toBeLessThanOrEqual(at)
          readdressedAt = [...readdressedLately({ readdressedAt }, at), at]
          all.push(at)
          expect(readdressedAt.length).toBeLessThanOrEqual(5)
        }
      }),
    )
  })

  it('of a booking of before this was counted can be corrected at once', () => {
    expect(readdressableFrom({}, now)).toBe(now)
    expect(readdressableFrom({ readdressedAt: [plus(now, -minute)] }, now)).toBe(now)
  })
})
