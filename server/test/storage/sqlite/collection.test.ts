import { describe, expect, it } from 'vitest'
import { startChild } from '../child.ts'

const script = new URL('collecting.child.ts', import.meta.url)

describe('collecting garbage', () => {
  it('never takes a connection from a statement', async () => {
    const child = startChild(script, ['ours'], ['--expose-gc'])
    expect(await child.ended()).toBe(0)
    expect(child.lines).toEqual(['survived'])
  })

  it('does so without our driver, or the test above would prove nothing', async () => {
    const child = startChild(script, ['bare'], ['--expose-gc'])
    expect(await child.ended()).not.toBe(0)
    expect(child.lines).toEqual([])
  })
})
