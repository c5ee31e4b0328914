// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest'
import type { FakeLink } from '../fakes/fake-link.ts'
import { type End, FakeWorld, phaseOf } from '../fakes/fake-world.ts'

describe('a relay', () => {
  const gathered = (link?: FakeLink, candidate: object | null = null) =>
    link?.dispatchEvent(Object.assign(new Event('icecandidate'), { candidate }))

  let world: FakeWorld
  let expert: End
  let customer: End
  const areConnected = () => [expert, customer].every((end) => phaseOf(end) === 'connected')
  const linkOf = ({ links }: End) => links.at(-1)
  const viewOf = ({ meeting }: End) => meeting.read()

  beforeEach(async () => {
    world = new FakeWorld()
    const room = world.hub.room.bind(world.hub)
    const relay = { urls: ['turn:relay.example'], username: 'name', credential: 'word' }
    world.hub.room = (role) => ({ ...room(role), iceServers: () => Promise.resolve([relay]) })
    expert = world.join('expert')
    customer = world.join('customer')
    await world.runUntil(areConnected)
  })

  it('is not called unreachable because a search was cut short by the next one', async () => {
    customer.networkChanged()
    gathered(linkOf(customer))
    await world.run(3000)
    expect(viewOf(customer).relayFault).toBeNull()
    gathered(linkOf(customer), { candidate: 'candidate:1 1 udp 1 192.0.2.9 9 typ relay' })
    await world.run(6000)
    expect([viewOf(customer).relayFault, world.hub.reports]).toEqual([null, []])
  })

  it('is, where the search is over and found none', async () => {
    gathered(linkOf(customer))
    await world.run(6000)
    expect(viewOf(customer).relayFault).toBe('relay_unreachable')
    expect(world.hub.reports).toEqual(['relay_unreachable'])
  })
})
