import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isNewReading, type Said, saidSince } from '../../../src/domain/calendars/feed.ts'
import {
  type Instant,
  instantOf,
  minute,
  parseInstant,
  plus,
} from '../../../src/domain/time/instant.ts'

const now = parseInstant('2027-01-11T08:00:00.250Z')

describe('since when a feed says what it says', () => {
  it('is the second in which it was first found', () => {
    const said = saidSince(null, 'one', now)
    expect(said).toEqual({ digest: 'one', since: parseInstant('2027-01-11T08:00:00Z') })
    expect(saidSince(said, 'one', plus(now, 5 * minute))).toBe(said)
  })

  it('rises by a whole second with each change, whatever the clock does, and is never far ahead of it', () => {
    const steps = fc.array(
      fc.record({
        digest: fc.constantFrom('a', 'b', 'c'),
        after: fc.integer({ min: 0, max: 2500 }),
      }),
      { minLength: 1, maxLength: 60 },
    )
    fc.assert(
      fc.property(steps, (all) => {
        let at: Instant = now
        let said: Said | null = null
        let changes = 0
        for (const { digest, after } of all) {
          at = plus(at, after)
          const next: Said = saidSince(said, digest, at)
          if (said && next.digest !== said.digest) {
            expect(next.since).toBeGreaterThanOrEqual(said.since + 1000)
          }
          if (next !== said) changes++
          expect(next.since % 1000).toBe(0)
          expect(next.since).toBeLessThanOrEqual(at + 1000 * changes)
          said = next
        }
      }),
    )
  })

  it('does not go back where the clock does', () => {
    const said = saidSince(null, 'one', now)
    const back = saidSince(said, 'two', instantOf(now - 60 * minute))
    expect(back.since).toBe(said.since + 1000)
  })
})

it('a reading is written down once in a quarter of an hour', () => {
  expect(isNewReading({ readAt: null }, now)).toBe(true)
  expect(isNewReading({ readAt: now }, plus(now, 15 * minute - 1))).toBe(false)
  expect(isNewReading({ readAt: now }, plus(now, 15 * minute))).toBe(true)
})
