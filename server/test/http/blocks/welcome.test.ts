import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newKey } from '../../harness.ts'
import {
  bad,
  book,
  calm,
  customer,
  from,
  refuseBooking,
  startNumber,
  strictContent,
} from '../bookings/proof-scene.ts'
import { bookingInput, slotAt } from '../requests.ts'
import { signedIn, staffedContent } from '../staff.ts'
import {
  block,
  bookAll,
  holdFrom,
  kinds,
  mallory,
  openStaffed,
  refuseHold,
  type Staffed,
  withBina,
} from './staffed-world.ts'

let scene: Staffed
beforeEach(async () => {
  scene = await openStaffed()
})
afterEach(() => scene.world.stop())

const starts = [0, 2, 4].map(startNumber)
const notWelcome = {
  status: 403,
  title: 'This expert cannot be booked from here',
  code: 'not_welcome',
}

/** The parts of a refusal that could tell by what somebody is blocked. */
const told = ({ requestId: _id, ...rest }: { requestId?: string | undefined }) => rest

describe('whoever is blocked', () => {
  it('by their address books no more with that expert, wherever they are, and with others they do', async () => {
    const { world } = scene
    const [made] = await bookAll(world, bad, starts.slice(0, 1), { customer: mallory })
    await block(scene, 'ada', made?.booking.id, 'address')
    const more = { customer: { ...mallory, email: 'MALLORY@Evil.example' } }
    expect(told(await refuseBooking(world, startNumber(8), calm, more))).toEqual({
      ...notWelcome,
      type: '/problems/not_welcome',
    })
    const others = { customer: { name: 'Eve', email: 'eve@evil.example' } }
    await book(world, startNumber(8), bad, others)
    await book(world, withBina, bad, { ...more, expertId: 'expert-bina' })
    await holdFrom(world, startNumber(10), bad)
  })

  it('by a domain are all who have an address in it', async () => {
    const { world } = scene
    const [made] = await bookAll(world, bad, starts.slice(0, 1), { customer: mallory })
    await block(scene, 'ada', made?.booking.id, 'domain')
    for (const email of ['eve@evil.example', 'eve@mail.EVIL.example']) {
      const refused = await refuseBooking(world, startNumber(8), calm, {
        customer: { name: 'Eve', email },
      })
      expect(refused.code).toBe('not_welcome')
    }
    await book(world, startNumber(8), calm, { customer: { name: 'E', email: 'e@notevil.example' } })
  })

  it('by a network neither hold nor book from it, under whatever address', async () => {
    const { world } = scene
    const [made] = await bookAll(world, bad, starts.slice(0, 1), { customer: mallory })
    await block(scene, 'ada', made?.booking.id, 'network')
    const held = await refuseHold(world, startNumber(8), bad)
    const booked = await refuseBooking(world, startNumber(8), bad, { customer: customer('Joan') })
    expect(told(held)).toEqual(told(booked))
    expect(held).toMatchObject(notWelcome)
    await holdFrom(world, withBina, bad, { expertId: 'expert-bina' })
    await holdFrom(world, startNumber(8), calm)
    expect(JSON.stringify(await scene.ada.send('listDeskBlocks'))).not.toContain(bad)
  })

  it('is told the same by whatever it was, and before it was looked at what they ask for', async () => {
    const { world } = scene
    const refusals = []
    for (const [index, kind] of kinds.entries()) {
      const more = { customer: { name: 'M', email: `m@evil-${index}.example` } }
      const [made] = await bookAll(world, `192.0.${index}`, [startNumber(index * 2)], more)
      await block(scene, 'ada', made?.booking.id, kind)
      refusals.push(told(await refuseBooking(world, startNumber(0), `192.0.${index}`, more)))
    }
    expect(new Set(refusals.map((each) => JSON.stringify(each))).size).toBe(1)
  })

  it('keeps no hold: those from the network are free at once, and one that is refused as well', async () => {
    const { world } = scene
    const [made] = await bookAll(world, bad, starts.slice(0, 1), { customer: mallory })
    await holdFrom(world, startNumber(8), bad)
    await holdFrom(world, withBina, bad, { expertId: 'expert-bina' })
    const calmHold = await holdFrom(world, startNumber(10), calm)
    await block(scene, 'ada', made?.booking.id, 'network')
    expect(await slotAt(world, startNumber(8))).toMatchObject({ state: 'free' })
    expect(await slotAt(world, startNumber(10))).toMatchObject({ state: 'held' })

    await block(scene, 'ada', made?.booking.id, 'address')
    const hold = { id: calmHold.id, token: calmHold.token }
    const more = { customer: mallory, hold }
    expect((await refuseBooking(world, startNumber(10), calm, more)).code).toBe('not_welcome')
    expect(await slotAt(world, startNumber(10))).toMatchObject({ state: 'free' })
    await book(world, startNumber(10), calm, { customer: customer('Joan') })
  })

  it('neither renews nor moves a hold that was made elsewhere', async () => {
    const { world } = scene
    const [made] = await bookAll(world, bad, starts.slice(0, 1), { customer: mallory })
    await block(scene, 'ada', made?.booking.id, 'network')
    for (const body of [{ renew: true }, { startsAt: startNumber(12), minutes: 30 }]) {
      const { id, token } = await holdFrom(world, startNumber(8), calm)
      const sent = { params: { id }, bearer: token, body, headers: from(bad) }
      expect((await world.refuse('changeHold', sent)).body.code).toBe('not_welcome')
      expect(await slotAt(world, startNumber(8))).toMatchObject({ state: 'free' })
    }
  })

  it('keeps what they have where it is, and may give it back', async () => {
    const { world } = scene
    const made = await bookAll(world, bad, starts, { customer: mallory })
    await block(scene, 'ada', made[0]?.booking.id, 'address')
    const change = (index: number, body: Record<string, unknown>) => ({
      params: { id: made[index]?.booking.id ?? '' },
      bearer: made[index]?.manageToken ?? '',
      body: { version: 1, ...body },
      key: newKey(),
      headers: from(calm),
    })
    const moving = { startsAt: startNumber(20) }
    const readdressing = { customer: { email: 'joan@example.com' } }
    for (const body of [moving, readdressing]) {
      const refused = await world.refuse('changeBooking', change(0, body))
      expect(refused.body.code).toBe('not_welcome')
    }
    expect((await world.send('changeBooking', change(0, { topic: 'Else' }))).status).toBe(200)
    expect((await world.send('changeBooking', change(1, { status: 'cancelled' }))).status).toBe(200)
  })

  it('does not get in by a correction of the address of somebody else’s session', async () => {
    const { world } = scene
    const [made] = await bookAll(world, bad, starts.slice(0, 1), { customer: mallory })
    await block(scene, 'ada', made?.booking.id, 'address')
    const { body } = await book(world, startNumber(8), calm, { customer: customer('Joan') })
    const refused = await world.refuse('changeBooking', {
      params: { id: body.booking.id },
      bearer: body.manageToken,
      body: { version: 1, customer: { email: mallory.email } },
      key: newKey(),
      headers: from(calm),
    })
    expect(refused.body.code).toBe('not_welcome')
  })

  it('by an administrator is so with every expert', async () => {
    const { world } = scene
    const [made] = await bookAll(world, bad, starts.slice(0, 1), { customer: mallory })
    await block(scene, 'admin', made?.booking.id, 'network')
    for (const expertId of ['expert-ada', 'expert-bina']) {
      const refused = await refuseBooking(world, startNumber(8), bad, { expertId })
      expect(refused.code).toBe('not_welcome')
    }
    expect((await scene.ada.send('listDeskBlocks')).body.items).toEqual([])
  })

  it('is let in again once the block is removed, by whoever made it', async () => {
    const { world, ada, bina, admin } = scene
    const [made] = await bookAll(world, bad, starts.slice(0, 1), { customer: mallory })
    const own = await block(scene, 'ada', made?.booking.id, 'address')
    const everywhere = await block(scene, 'admin', made?.booking.id, 'address')
    const params = { id: own.block.id }
    expect((await bina.refuse('removeDeskBlock', { params })).status).toBe(404)
    expect((await admin.refuse('removeBlock', { params })).status).toBe(404)
    const all = { params: { id: everywhere.block.id } }
    expect((await ada.refuse('removeDeskBlock', all)).status).toBe(404)
    await ada.send('removeDeskBlock', { params })
    expect((await ada.refuse('removeDeskBlock', { params })).status).toBe(404)
    const more = { customer: mallory }
    expect((await refuseBooking(world, startNumber(8), calm, more)).code).toBe('not_welcome')
    await admin.send('removeBlock', all)
    await book(world, startNumber(8), calm, more)
  })
})

it('a time that was kept for proof is gone with a block of its address', async () => {
  await scene.world.stop()
  scene = await openStaffed({ content: { ...strictContent(), people: staffedContent().people } })
  const { world, ada } = scene
  const kept = await refuseBooking(world, startNumber(8), bad, { customer: mallory })
  const browser = await signedIn(world, mallory.email)
  const asked = { body: bookingInput(startNumber(0), { customer: mallory }), key: newKey() }
  const { booking } = (await browser.send('createBooking', asked)).body
  expect(kept.code).toBe('proof_needed')
  const confirm = (id: string) =>
    browser.refuse('confirmBooking', { params: { id }, key: newKey() })
  await ada.send('makeDeskBlock', { body: { bookingId: booking.id, kind: 'domain' } })
  expect(await slotAt(world, startNumber(8))).toMatchObject({ state: 'free' })
  expect((await confirm(kept.kept?.id ?? '')).body.code).toBe('not_found')

  // By an administrator's block of the network that they confirm from, too.
  const joan = await signedIn(world, 'joan@example.com')
  const more = { customer: customer('Joan') }
  const other = await refuseBooking(world, startNumber(8), calm, more)
  const body = { bookingId: booking.id, kind: 'network' }
  await scene.admin.send('makeBlock', { body })
  const sent = { params: { id: other.kept?.id ?? '' }, key: newKey() }
  // The booking came from here without a proxy in front, as does this.
  expect((await joan.refuse('confirmBooking', sent)).body.code).toBe('not_welcome')
  expect(await slotAt(world, startNumber(8))).toMatchObject({ state: 'free' })
})
