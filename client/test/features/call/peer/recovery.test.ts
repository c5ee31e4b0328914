// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest'
import { type Recovery, createRecovery } from '../../../../src/features/call/peer/recovery.ts'
import { VirtualClock } from '../fakes/virtual-clock.ts'

let clock: VirtualClock
let recovery: Recovery
let began: number
let told: [number, string][]

beforeEach(() => {
  clock = new VirtualClock()
  began = clock.now()
  told = []
  const note = (what: string) => told.push([clock.now() - began, what])
  recovery = createRecovery({
    clock,
    restart: () => void note('restart'),
    rebuild: () => {
      note('rebuild')
      recovery.built()
    },
    reached: (reach) => void note(reach),
  })
})

const words = () => told.map(([, what]) => what)
const sinceThen = () => {
  told = []
  began = clock.now()
}

/** The last byte comes with the first of them. */
async function silence(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    await clock.advance(1000)
    recovery.sample(30_000, true)
  }
}

/** Media flow, a sample every second. */
async function flow(seconds: number, from = 0): Promise<void> {
  for (let second = 1; second <= seconds; second += 1) {
    await clock.advance(1000)
    recovery.sample(from + second * 1000, true)
  }
}

describe('a connection that never comes up', () => {
  it('is told of after 15 s, tried again before and ever after', async () => {
    await clock.advance(120_000)
    expect(told[0]).toEqual([10_000, 'restart'])
    expect(told).toContainEqual([15_000, 'no_path'])
    expect(words().filter((word) => word === 'rebuild').length).toBeGreaterThan(1)
    const tries = told.filter(([, what]) => what !== 'no_path').map(([at]) => at)
    const gaps = tries.slice(1).map((at, index) => at - (tries[index] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(3000)
    expect(Math.max(...gaps)).toBeLessThanOrEqual(19_000)
  })

  it('is no fault of the path while nobody can be told anything', async () => {
    recovery.setReachable(false)
    await clock.advance(40_000)
    expect(told).toEqual([])
    recovery.setReachable(true)
    expect(words()).toEqual(['restart'])
  })

  it('is well if it comes up late', async () => {
    await clock.advance(20_000)
    recovery.state('connected')
    sinceThen()
    await clock.advance(1000)
    await flow(60)
    expect(told).toEqual([])
  })
})

describe('a connection that was up', () => {
  beforeEach(async () => {
    recovery.state('connecting')
    recovery.state('connected')
    await flow(20)
    sinceThen()
  })

  it('is mended when nothing came for 3 s and the browser says so', async () => {
    recovery.state('disconnected')
    await silence(8)
    expect(told.slice(0, 2)).toEqual([
      [4000, 'reconnecting'],
      [4000, 'restart'],
    ])
  })

  it('is let alone if the browser only thinks so, and media flow', async () => {
    recovery.state('disconnected')
    await flow(20, 50_000)
    recovery.state('connected')
    await flow(20, 90_000)
    expect(told).toEqual([])
  })

  it('is mended when nothing came for 5 s, whatever the browser says', async () => {
    await silence(10)
    expect(words().slice(0, 2)).toEqual(['restart', 'reconnecting'])
    expect(told[0]?.[0]).toBeLessThanOrEqual(6000)
    await flow(3, 90_000)
    expect(words().at(-1)).toBe('connected')
  })

  it('may be silent where the other side has nothing to say', async () => {
    for (let second = 0; second < 60; second += 1) {
      await clock.advance(1000)
      recovery.sample(7, false)
      expect(recovery.isSilent()).toBe(false)
    }
    expect(told).toEqual([])
  })

  it('is silent from the second sample that brings nothing, until one does', async () => {
    await silence(1)
    expect(recovery.isSilent()).toBe(false)
    await silence(1)
    expect(recovery.isSilent()).toBe(true)
    expect(told).toEqual([])
    // Also while something is being done about it.
    recovery.disturbed()
    expect(recovery.isSilent()).toBe(true)
    await flow(1, 90_000)
    expect(recovery.isSilent()).toBe(false)
  })

  it('is silent where only a path is given up, with all that had come on it', async () => {
    await silence(1)
    await clock.advance(1000)
    recovery.sample(10_000, true)
    expect(recovery.isSilent()).toBe(true)
    await clock.advance(1000)
    recovery.sample(10_500, true)
    expect(recovery.isSilent()).toBe(false)
  })

  it('is mended as soon as the line to the server is new that broke with it', async () => {
    await silence(3)
    recovery.setReachable(false)
    await clock.advance(200)
    recovery.setReachable(true)
    expect(words()).toEqual(['restart'])
  })

  it('is let alone where only the line to the server broke', async () => {
    recovery.setReachable(false)
    await flow(1, 50_000)
    recovery.setReachable(true)
    await flow(10, 60_000)
    expect(told).toEqual([])
  })

  it('is restarted, restarted, made anew, and told of at once when it failed', async () => {
    recovery.state('failed')
    await clock.advance(0)
    await silence(40)
    expect(words().slice(0, 4)).toEqual(['reconnecting', 'restart', 'restart', 'rebuild'])
    recovery.state('connected')
    expect(words().at(-1)).toBe('connected')
  })

  it('looks for another path on another network, without a word while media flow', async () => {
    recovery.disturbed()
    recovery.disturbed()
    await flow(30, 90_000)
    expect(words()).toEqual(['restart'])
  })

  it('leaves the other side its turn', async () => {
    recovery.state('failed')
    await clock.advance(0)
    sinceThen()
    await clock.advance(2900)
    recovery.restarted()
    await clock.advance(2900)
    expect(told).toEqual([])
  })

  it('waits for the server, and is mended as soon as it is back', async () => {
    recovery.setReachable(false)
    recovery.state('failed')
    await clock.advance(60_000)
    expect(words()).toEqual(['reconnecting'])
    recovery.setReachable(true)
    expect(words()).toEqual(['reconnecting', 'restart'])
  })

  it('is made anew when the browser refused a step, also where media flow', async () => {
    recovery.refused()
    await flow(3, 90_000)
    expect(words()).toEqual(['reconnecting', 'rebuild'])
  })

  it('does not begin at once again if it breaks again and again', async () => {
    for (let time = 0; time < 6; time += 1) {
      recovery.state('failed')
      await clock.advance(10_000)
      recovery.state('connected')
      await clock.advance(1000)
    }
    expect(words().filter((word) => word === 'restart' || word === 'rebuild').length).toBeLessThan(
      20,
    )
  })

  it('leaves no timer behind', () => {
    recovery.state('failed')
    recovery.close()
    recovery.disturbed()
    recovery.state('connected')
    expect(clock.pending).toBe(0)
  })
})
