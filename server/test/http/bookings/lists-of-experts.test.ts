import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createBrowser } from '../../browser.ts'
import type { World } from '../../harness.ts'
import { type Browser, changeOf, expectCode, signedIn, startDesk } from '../desk-world.ts'
import { later, makeBooking, makeHold, tuesdayTen } from '../requests.ts'

let world: World
let ada: Browser
beforeEach(async () => {
  world = await startDesk()
  ada = await signedIn(world, 'ada-lovelace@example.com')
})
afterEach(() => world.stop())

async function list(query: Record<string, string | number> = {}, browser = ada) {
  return (await browser.send('listDeskBookings', { query })).body
}

describe('the sessions on the desk', () => {
  it('are those of the expert, as the expert sees them', async () => {
    const late = await makeBooking(world, later(tuesdayTen, 120))
    const early = await makeBooking(world, tuesdayTen)
    await makeHold(world, later(tuesdayTen, 240))
    const { items, nextCursor } = await list()
    expect(items.map(({ id }) => id)).toEqual([early.booking.id, late.booking.id])
    expect(items[0]).toMatchObject({
      seenAs: 'expert',
      allowedActions: ['cancel', 'propose'],
      customer: { name: 'Grace Hopper', phone: '+1 202 555 0101' },
      topic: 'A compiler that nobody believes in',
    })
    expect(nextCursor).toBeUndefined()
    const bina = await signedIn(world, 'bina-gurung@example.com')
    expect(await list({}, bina)).toEqual({ items: [] })
    const params = { id: early.booking.id }
    expectCode(await bina.refuse('getDeskBooking', { params }), 'not_found')
    const { body } = await ada.send('getDeskBooking', { params })
    // Whether it can be longer is looked up for one alone.
    const { moreTime, ...listed } = body.booking
    expect(listed).toEqual(items[0])
    expect(moreTime).toMatchObject({ allowed: ['offer'] })
  })

  it('come by scope in pages, and by range with the cancelled ones', async () => {
    const made = []
    for (const minutes of [0, 60, 120])
      made.push(await makeBooking(world, later(tuesdayTen, minutes)))
    const ids = made.map(({ booking }) => booking.id)
    const first = await list({ limit: 2 })
    expect(first.items.map(({ id }) => id)).toEqual(ids.slice(0, 2))
    const rest = await list({ limit: 2, cursor: first.nextCursor ?? '' })
    expect(rest.items.map(({ id }) => id)).toEqual(ids.slice(2))
    const cancelling = { version: 1, status: 'cancelled', reason: 'Ill' }
    await ada.send('changeBooking', changeOf(ids[1] ?? '', cancelling))
    const range = { from: later(tuesdayTen, 29), to: later(tuesdayTen, 120) }
    expect((await list(range)).items.map(({ id, status }) => [id, status])).toEqual([
      [ids[0], 'booked'],
      [ids[1], 'cancelled'],
    ])
    expect((await list({ scope: 'cancelled' })).items.map(({ id }) => id)).toEqual([ids[1]])
    expect((await list({ scope: 'past' })).items).toEqual([])
  })

  it('are asked for by scope or by a whole range', async () => {
    const at = tuesdayTen
    const faults = [
      [{ scope: 'past', from: at, to: later(at, 60) }, '#/scope'],
      [{ from: at }, '#/to'],
      [{ to: at }, '#/from'],
      [{ from: at, to: at }, '#/to'],
      [{ from: 'soon', to: at }, '#/from'],
      [{ cursor: 'nonsense' }, '#/cursor'],
      [{ limit: 101 }, '#/limit'],
    ] as const
    for (const [query, pointer] of faults) {
      const { body } = await ada.refuse('listDeskBookings', { query })
      expect(body).toMatchObject({ code: 'invalid_input', errors: [{ pointer }] })
    }
  })

  it('are nobody’s who is not signed in as an expert', async () => {
    const { booking } = await makeBooking(world, tuesdayTen)
    const options = { params: { id: booking.id } }
    const customer = await signedIn(world, 'grace@example.com')
    for (const name of ['listDeskBookings', 'getDeskBooking'] as const) {
      expectCode(await createBrowser(world).refuse(name, options), 'signed_out')
      expectCode(await customer.refuse(name, options), 'forbidden')
    }
  })
})
