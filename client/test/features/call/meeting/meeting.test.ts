// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest'
import { type End, FakeWorld, phaseOf } from '../fakes/fake-world.ts'

let world: FakeWorld
let expert: End
let customer: End

beforeEach(async () => {
  world = new FakeWorld()
  expert = world.join('expert')
  customer = world.join('customer')
  await world.runUntil(() => [expert, customer].every((end) => phaseOf(end) === 'connected'))
})

describe('a meeting', () => {
  it('connects two who come in', () => {
    expect([phaseOf(expert), phaseOf(customer)]).toEqual(['connected', 'connected'])
  })
})
