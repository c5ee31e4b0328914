import { expect, it } from 'vitest'
import { ascending } from '../../../src/lib/time/clock.ts'

it('goes on where it was when the device’s clock is set back, and counts what it jumps ahead', () => {
  const shown = [1000, 1500, 200, 700, 90_000]
  const now = ascending(() => shown.shift() ?? 0)
  expect([now(), now(), now(), now(), now()]).toEqual([1000, 1500, 1500, 2000, 91_300])
})
