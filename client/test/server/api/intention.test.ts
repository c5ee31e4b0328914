import type { Problem } from '@expertconnect/contract/problem'
import { describe, expect, it } from 'vitest'
import { createIntention } from '../../../src/server/api/intention.ts'
import { ApiProblem, unreachable } from '../../../src/server/api/problem.ts'

const refused: Problem = { ...unreachable, status: 409, code: 'slot_taken' }
const broken: Problem = { ...unreachable, status: 500, code: 'internal_error' }

async function keysOf(attempts: readonly [input: unknown, failure: Problem | null][]) {
  const send = createIntention()
  const keys: { key: string; retried: boolean }[] = []
  for (const [input, failure] of attempts) {
    await send(input, (key, retried) => {
      keys.push({ key, retried })
      return failure ? Promise.reject(new ApiProblem(failure)) : Promise.resolve('done')
    }).catch(() => undefined)
  }
  return keys
}

describe('an intention', () => {
  it('keeps its key while its outcome is open', async () => {
    const [first, second, third] = await keysOf([
      [{ a: 1 }, unreachable],
      [{ a: 1 }, broken],
      [{ a: 1 }, null],
    ])
    expect(second).toEqual({ key: first?.key, retried: true })
    expect(third).toEqual({ key: first?.key, retried: true })
  })

  it('is another one when anything has changed', async () => {
    const [first, second] = await keysOf([
      [{ a: 1 }, unreachable],
      [{ a: 2 }, null],
    ])
    expect(second?.key).not.toBe(first?.key)
    expect(second?.retried).toBe(false)
  })

  it('is another one after a clear answer, a refusal too', async () => {
    const keys = await keysOf([
      [{ a: 1 }, refused],
      [{ a: 1 }, null],
      [{ a: 1 }, null],
    ])
    expect(new Set(keys.map(({ key }) => key)).size).toBe(3)
    expect(keys.some(({ retried }) => retried)).toBe(false)
  })
})
