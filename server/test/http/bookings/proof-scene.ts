import type { Content } from '../../../src/storage/port/content.ts'
import { plainContent } from '../../content.ts'
import { newKey, type World } from '../../harness.ts'
import { bookingInput, later } from '../requests.ts'

/** A network whose people book more than is usual. */
export const bad = '203.0.113'
/** Another one. */
export const calm = '198.51.100'

/** Nobody meets people whose address is not proved. */
export function strictContent(): Content {
  const content = plainContent()
  const experts = content.experts.map((expert) => ({
    ...expert,
    schedule: { ...expert.schedule, policy: { ...expert.schedule.policy, proofRequired: true } },
  }))
  return { ...content, experts }
}

let visitors = 0
/** Ever another household of the network. */
export const from = (network: string) => ({
  'X-Forwarded-For': `${network}.${(visitors++ % 250) + 1}`,
})

/** Weekdays from the twelfth on, each half hour from nine to five. */
export function startNumber(index: number): string {
  const [day, slot] = [Math.floor(index / 16), index % 16]
  return later('2027-01-12T09:00:00Z', (day + 2 * Math.floor((day + 1) / 5)) * 1440 + slot * 30)
}

export function customer(name: string) {
  return { name, email: `${name.toLowerCase()}@example.com` }
}

export async function book(world: World, startsAt: string, network: string, more = {}) {
  const sent = { body: bookingInput(startsAt, more), key: newKey(), headers: from(network) }
  return world.send('createBooking', sent)
}

export async function refuseBooking(world: World, startsAt: string, network: string, more = {}) {
  const sent = { body: bookingInput(startsAt, more), key: newKey(), headers: from(network) }
  return (await world.refuse('createBooking', sent)).body
}

/** Books from one network until it is asked for proof; answers how many it had, and what it was told. */
export async function bookUntilAsked(world: World, network: string) {
  for (let index = 0; ; index++) {
    const body = bookingInput(startNumber(index), { customer: customer(`Made${index}`) })
    const sent = { body, key: newKey(), headers: from(network) }
    try {
      await world.send('createBooking', sent)
    } catch {
      return { booked: index, told: (await world.refuse('createBooking', sent)).body }
    }
  }
}
