import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mintActor } from '../../../src/base/sessions.ts'
import { day, plus } from '../../../src/domain/time/instant.ts'
import { openStorage } from '../../../src/storage/open.ts'
import type { Storage } from '../../../src/storage/port/storage.ts'
import { plainContent } from '../../content.ts'
import { mondayMorning, newKey } from '../../harness.ts'
import { bookingInput, later, tuesdayTen } from '../../http/requests.ts'
import { createBookingServices } from './booking-services.ts'

/** A store that writes down what it is asked, while somebody listens. */
function askedStorage(storage: Storage) {
  let asked: string[] | null = null
  const nouns = Object.entries(storage).map(([noun, operations]) => {
    if (typeof operations !== 'object') return [noun, operations]
    const listened = Object.entries(operations as object).map(([name, operation]) => [
      name,
      (...given: unknown[]) => {
        asked?.push(`${noun}.${name}`)
        return (operation as (...all: unknown[]) => unknown)(...given)
      },
    ])
    return [noun, Object.fromEntries(listened)]
  })
  async function during(work: () => Promise<unknown>): Promise<string[]> {
    const heard: string[] = []
    asked = heard
    try {
      await work()
    } finally {
      asked = null
    }
    return heard
  }

  return { storage: Object.fromEntries(nouns) as Storage, during }
}

async function openServices() {
  const store = await openStorage('file::memory:')
  await store.fill(plainContent())
  const { storage, during } = askedStorage(store)
  const services = createBookingServices(storage, { limits: false })
  return { ...services, during, close: () => store.close() }
}

// Each question is a way to the database and back, one after the other, while somebody waits.
describe('what the store is asked', () => {
  const actor = mintActor({ ip: '192.0.2.1' })
  let services: Awaited<ReturnType<typeof openServices>>
  let during: typeof services.during
  beforeAll(async () => {
    services = await openServices()
    ;({ during } = services)
  })
  afterAll(() => services.close())

  it('for a booking, a hold and its confirmation, no more than is needed', async () => {
    const { bookings, holds } = services
    const plain = bookingInput(tuesdayTen)
    expect(await during(() => bookings.create(actor, plain, newKey()))).toEqual([
      'experts.recall',
      'blocks.among',
      'bookings.claim',
    ])
    const startsAt = later(tuesdayTen, 60)
    const wanted = { expertId: 'expert-ada', startsAt, minutes: 30 }
    let hold: Awaited<ReturnType<typeof holds.create>> | undefined
    const forHold = await during(async () => {
      hold = await holds.create(actor, wanted, newKey())
    })
    expect(forHold).toEqual(['experts.recall', 'blocks.among', 'bookings.hold'])
    const confirmed = bookingInput(startsAt, { hold })
    expect(await during(() => bookings.create(actor, confirmed, newKey()))).toEqual([
      'experts.recall',
      'bookings.find',
      'blocks.among',
      'bookings.confirm',
    ])
  })

  it('for a move and a cancellation, no more than is needed', async () => {
    const { bookings, changes } = services
    const startsAt = later(tuesdayTen, 150)
    const { booking, manageToken } = await bookings.create(actor, bookingInput(startsAt), newKey())
    const customer = mintActor({ ip: '192.0.2.1', authorization: `Bearer ${manageToken}` })
    const move = { version: 1, startsAt: later(startsAt, 60) }
    expect(await during(() => changes.change(customer, booking.id, move, newKey()))).toEqual([
      'bookings.findWithAnswer',
      'experts.recall',
      'blocks.among',
      'bookings.change',
    ])
    const cancel = { version: 2, status: 'cancelled' as const }
    expect(await during(() => changes.change(customer, booking.id, cancel, newKey()))).toEqual([
      'bookings.findWithAnswer',
      'experts.recall',
      'bookings.change',
    ])
  })

  it('for a request that was answered before, what it was answered', async () => {
    const { bookings } = services
    const input = bookingInput(later(tuesdayTen, 300))
    const key = newKey()
    const first = await bookings.create(actor, input, key)
    expect(await bookings.create(actor, input, key)).toEqual(first)
    services.clock.now = plus(mondayMorning, 2 * day)
    // What speaks against it now does not count: that start has passed.
    const again = await during(async () => {
      expect(await bookings.create(actor, input, key)).toEqual(first)
    })
    expect(again).toEqual(['experts.recall', 'blocks.among', 'bookings.findAnswer'])
    await expect(bookings.create(actor, input, newKey())).rejects.toThrow()
  })
})
