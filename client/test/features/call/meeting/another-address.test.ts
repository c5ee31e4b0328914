// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest'
import { type End, FakeWorld, phaseOf } from '../fakes/fake-world.ts'

let world: FakeWorld
let expert: End
let customer: End

const ends = () => [expert, customer]
const linkOf = (end: End) => end.links.at(-1)
const refreshed = () =>
  ends().map((end) => linkOf(end)?.transceivers.map(({ sender }) => sender.refreshed))
/** Something comes in at both. */
const areHeard = () => {
  const before = ends().map((end) => linkOf(end)?.bytes ?? 0)
  return () => ends().every((end, at) => (linkOf(end)?.bytes ?? 0) > (before[at] ?? 0))
}

beforeEach(async () => {
  world = new FakeWorld()
  expert = world.join('expert')
  customer = world.join('customer')
  await world.runUntil(() => ends().every((end) => phaseOf(end) === 'connected'))
  await world.run(20_000)
})

describe('an address that changed, of which the browser tells nothing', () => {
  it('is noticed by the silence, and so is the line to the server that went with it', async () => {
    world.net.path += 1
    world.hub.lineDies('customer')
    expect(await world.runUntil(areHeard(), 5000)).toBe(true)
    expect(ends().map(({ links }) => links.length)).toEqual([1, 1])
    expect(ends().map(phaseOf)).toEqual(['connected', 'connected'])
  })
})

describe('a line that is whole again', () => {
  it('carries a whole picture first, from both sides', async () => {
    world.net.isUp = false
    await world.run(2500)
    expect(refreshed()).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ])
    world.net.isUp = true
    await world.run(500)
    // Of sound, camera and screen, which is not shown.
    expect(refreshed()).toEqual([
      [0, 1, 0],
      [0, 1, 0],
    ])
  })
})

describe('a silent call', () => {
  it('asks for the line to the server while it lasts, and no longer', async () => {
    expect(world.hub.checks).toBe(0)
    world.net.isUp = false
    await world.run(2500)
    expect(world.hub.checks).toBeGreaterThan(1)
    world.net.isUp = true
    await world.run(500)
    const { checks } = world.hub
    await world.run(10_000)
    expect(world.hub.checks).toBe(checks)
  })
})
