import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bad, book, calm, customer, startNumber } from '../bookings/proof-scene.ts'
import { adaEmail } from '../staff.ts'
import {
  block,
  bookAll,
  expectMail,
  kinds,
  mallory,
  openStaffed,
  type Staffed,
  withBina,
} from './staffed-world.ts'

let scene: Staffed
beforeEach(async () => {
  scene = await openStaffed()
})
afterEach(() => scene.world.stop())

const starts = [0, 2, 4].map(startNumber)

describe('a block', () => {
  it('cancels what is yet to come in the same step, each as if it had been alone', async () => {
    const { world, ada } = scene
    const made = await bookAll(world, bad, starts, { customer: mallory })
    await book(world, withBina, bad, { customer: mallory, expertId: 'expert-bina' })
    const joan = await book(world, startNumber(10), calm, { customer: customer('Joan') })
    const reason = 'You are not meant to sell here'
    const { cancelled, more } = await block(scene, 'ada', made[1]?.booking.id, 'address', {
      cancelReason: reason,
      note: 'Sells insurance',
    })
    expect({ cancelled, more }).toEqual({ cancelled: 3, more: false })
    const query = { scope: 'cancelled' }
    const gone = (await ada.send('listDeskBookings', { query })).body.items
    expect(gone.map(({ id }) => id).toSorted()).toEqual(
      made.map(({ booking }) => booking.id).toSorted(),
    )
    expect(gone[0]).toMatchObject({ cancelReason: reason, cancelledBy: 'expert', version: 2 })
    const left = (await ada.send('listDeskBookings')).body.items
    expect(left.map(({ id }) => id)).toEqual([joan.body.booking.id])
    await expectMail(world, mallory.email, reason)
    const needed = await ada.refuse('makeDeskBlock', {
      body: { bookingId: joan.body.booking.id, kind: 'address', cancelReason: ' ' },
    })
    expect([needed.status, needed.body.code]).toEqual([422, 'reason_needed'])
  })

  it('of an administrator cancels with everybody, and is in the trail without a word of whom', async () => {
    const { world, admin } = scene
    const [made] = await bookAll(world, bad, starts.slice(0, 2), { customer: mallory })
    await book(world, withBina, bad, { customer: mallory, expertId: 'expert-bina' })
    const { cancelled, block: standing } = await block(
      scene,
      'admin',
      made?.booking.id,
      'network',
      {
        cancelReason: 'Enough',
      },
    )
    expect(cancelled).toBe(3)
    await admin.send('removeBlock', { params: { id: standing.id } })
    const { items } = (await admin.send('listAudit', { query: { kind: 'administration' } })).body
    expect(items.map(({ action }) => action)).toEqual([
      'block_removed',
      'booking_cancelled',
      'booking_cancelled',
      'booking_cancelled',
      'block_made',
    ])
    expect(items.at(-1)?.subject).toEqual({
      id: made?.booking.id,
      name: `Ada Lovelace, ${starts[0]}`,
    })
    expect(JSON.stringify(items)).not.toMatch(/mallory/i)
  })

  it('is listed with what it was made from, and made once', async () => {
    const { world, ada } = scene
    const [made] = await bookAll(world, bad, starts.slice(0, 1), { customer: mallory })
    const id = made?.booking.id ?? ''
    for (const kind of kinds) await block(scene, 'ada', id, kind, { note: 'Sells insurance' })
    const again = await block(scene, 'ada', id, 'address', { note: 'Another note' })
    expect(again.block.note).toBe('Sells insurance')
    const { items } = (await ada.send('listDeskBlocks')).body
    expect(new Map(items.map(({ kind, value }) => [kind, value]))).toEqual(
      new Map([
        ['address', mallory.email],
        ['domain', 'evil.example'],
        ['network', undefined],
      ]),
    )
    expect(items[0]).toMatchObject({
      booking: { id, startsAt: starts[0], name: 'Mallory' },
      note: 'Sells insurance',
      by: adaEmail,
      madeAt: '2027-01-11T08:00:00Z',
    })
    const { traits } = (await ada.send('getDeskOrigin', { params: { id } })).body
    expect(new Set(traits.map(({ blockId }) => blockId))).toEqual(
      new Set(items.map((each) => each.id)),
    )
  })

  it('of a domain is not for those under which strangers have their addresses', async () => {
    const { world, ada } = scene
    for (const [index, domain] of ['gmail.com', 'Proton.me', 'usa.com', 'co.uk'].entries()) {
      const more = { customer: { name: 'M', email: `m@${domain}` } }
      const { body } = await book(world, startNumber(index * 2), bad, more)
      const { id } = body.booking
      const refused = await ada.refuse('makeDeskBlock', { body: { bookingId: id, kind: 'domain' } })
      expect([refused.status, refused.body.code]).toEqual([422, 'shared_domain'])
      const { traits } = (await ada.send('getDeskOrigin', { params: { id } })).body
      expect(traits.map(({ kind }) => kind)).toEqual(['address', 'network'])
    }
  })

  it('is by what a booking has in common with others, which is all that is told of a network', async () => {
    const { world, ada, admin } = scene
    const made = await bookAll(world, bad, starts, { customer: mallory })
    const joan = await book(world, startNumber(8), bad, { customer: customer('Joan') })
    await book(world, withBina, bad, { customer: mallory, expertId: 'expert-bina' })
    await book(world, startNumber(12), calm, { customer: { name: 'E', email: 'e@evil.example' } })
    const params = { id: made[0]?.booking.id ?? '' }
    const read = await ada.send('getDeskOrigin', { params })
    const counts = ({ traits }: typeof read.body) =>
      traits.map(({ kind, upcoming, more }) => [kind, upcoming.length, more])
    expect(counts(read.body)).toEqual([
      ['address', 3, false],
      ['domain', 4, false],
      ['network', 4, false],
    ])
    const network = read.body.traits.find(({ kind }) => kind === 'network')
    expect(network?.value).toBeUndefined()
    expect(network?.upcoming.at(-1)).toEqual({
      id: joan.body.booking.id,
      startsAt: startNumber(8),
      customer: 'Joan',
      expert: 'Ada Lovelace',
    })
    expect(counts((await admin.send('getOrigin', { params })).body)).toEqual([
      ['address', 4, false],
      ['domain', 5, false],
      ['network', 5, false],
    ])
    expect(JSON.stringify(read.body)).not.toContain(bad)
  })
})
