import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseInstant } from '../../../src/domain/time/instant.ts'
import type { World } from '../../harness.ts'
import {
  administrator,
  type Browser,
  changeOf,
  expectCode,
  signedIn,
  startDesk,
} from '../desk-world.ts'
import { later, makeBooking, makeHold, readBoard, slotAt, tuesdayTen } from '../requests.ts'

const wednesdayTen = '2027-01-13T10:00:00Z'

let world: World
let ada: Browser
beforeEach(async () => {
  world = await startDesk()
  ada = await signedIn(world, 'ada-lovelace@example.com')
})
afterEach(() => world.stop())

function propose(id: string, version: number, proposal: Record<string, unknown> | null) {
  return changeOf(id, { version, proposal })
}

describe('another time that the expert proposes', () => {
  it('stands in the booking and keeps no time free', async () => {
    const { booking, manageToken } = await makeBooking(world, tuesdayTen)
    const asked = { startsAt: wednesdayTen, note: 'A day later?' }
    const { body } = await ada.send('changeBooking', propose(booking.id, 1, asked))
    expect(body).not.toHaveProperty('manageToken')
    expect(body.booking).toMatchObject({
      version: 2,
      startsAt: tuesdayTen,
      seenAs: 'expert',
      allowedActions: ['cancel', 'propose', 'decline'],
    })
    const params = { id: booking.id }
    const seen = (await world.send('getBooking', { params, bearer: manageToken })).body.booking
    expect(seen).toMatchObject({
      proposal: {
        startsAt: wednesdayTen,
        endsAt: later(wednesdayTen, 30),
        minutes: 30,
        note: 'A day later?',
        proposedAt: '2027-01-11T08:00:00Z',
      },
      allowedActions: ['cancel', 'reschedule', 'correct', 'accept', 'decline'],
    })
    expect(await slotAt(world, wednesdayTen)).toMatchObject({ state: 'free' })
    expect((await readBoard(world)).occupied).toMatchObject([{ startsAt: tuesdayTen }])
  })

  it('is accepted by moving there, also inside the cancellation window and the notice', async () => {
    const { booking, manageToken } = await makeBooking(world, tuesdayTen)
    const expert = await world.expert('ada-lovelace')
    const policy = { ...expert.schedule.policy, noticeMinutes: 24 * 60 }
    await world.storage.schedules.replace(expert.id, { ...expert.schedule, version: 2, policy })
    world.clock.now = parseInstant('2027-01-12T09:00:00Z')
    const startsAt = later(tuesdayTen, 120)
    await ada.send('changeBooking', propose(booking.id, 1, { startsAt, minutes: 60 }))
    const elsewhere = { version: 2, startsAt, minutes: 30 }
    expectCode(
      await world.refuse('changeBooking', changeOf(booking.id, elsewhere, manageToken)),
      'too_late',
    )
    const accepting = { version: 2, startsAt, minutes: 60 }
    const sent = changeOf(booking.id, accepting, manageToken)
    const { body } = await world.send('changeBooking', sent)
    expect(body.booking).toMatchObject({ version: 3, startsAt, minutes: 60 })
    expect(body.booking).not.toHaveProperty('proposal')
    expect((await world.send('changeBooking', sent)).body).toEqual(body)
  })

  it('is lost to whoever was faster', async () => {
    const { booking, manageToken } = await makeBooking(world, tuesdayTen)
    await ada.send('changeBooking', propose(booking.id, 1, { startsAt: wednesdayTen }))
    await makeBooking(world, wednesdayTen)
    const accepting = { version: 2, startsAt: wednesdayTen }
    const sent = changeOf(booking.id, accepting, manageToken)
    const refused = await world.refuse('changeBooking', sent)
    expectCode(refused, 'slot_taken')
    expect(refused.body.alternatives).toHaveLength(3)
  })

  it('is declined by the customer, or taken back by the expert', async () => {
    const { booking, manageToken } = await makeBooking(world, tuesdayTen)
    await ada.send('changeBooking', propose(booking.id, 1, { startsAt: wednesdayTen }))
    const declining = changeOf(booking.id, { version: 2, proposal: null }, manageToken)
    const declined = (await world.send('changeBooking', declining)).body.booking
    expect(declined).toMatchObject({ version: 3, startsAt: tuesdayTen })
    expect(declined).not.toHaveProperty('proposal')
    await ada.send('changeBooking', propose(booking.id, 3, { startsAt: wednesdayTen }))
    const taken = (await ada.send('changeBooking', propose(booking.id, 4, null))).body.booking
    expect(taken).not.toHaveProperty('proposal')
    const nothing = await ada.refuse('changeBooking', propose(booking.id, 5, null))
    expectCode(nothing, 'not_changeable')
  })

  it('is void after a move to another time, and after a cancellation', async () => {
    const { booking, manageToken } = await makeBooking(world, tuesdayTen)
    await ada.send('changeBooking', propose(booking.id, 1, { startsAt: wednesdayTen }))
    const moving = { version: 2, startsAt: later(tuesdayTen, 60) }
    const moved = await world.send('changeBooking', changeOf(booking.id, moving, manageToken))
    expect(moved.body.booking).not.toHaveProperty('proposal')
    await ada.send('changeBooking', propose(booking.id, 3, { startsAt: wednesdayTen }))
    const ending = { version: 4, status: 'cancelled' }
    const ended = await world.send('changeBooking', changeOf(booking.id, ending, manageToken))
    expect(ended.body.booking).not.toHaveProperty('proposal')
    expect(ended.body.booking.cancelledBy).toBe('customer')
  })

  it('must be inside the hours and free, the time of the booking itself apart', async () => {
    const { booking } = await makeBooking(world, tuesdayTen, { minutes: 60 })
    const { startsAt } = (await makeBooking(world, wednesdayTen)).booking
    const held = await makeHold(world, later(wednesdayTen, 60))
    const refused = (proposal: Record<string, unknown>) =>
      ada.refuse('changeBooking', propose(booking.id, 1, proposal))
    expectCode(await refused({ startsAt: '2027-01-13T20:00:00Z' }), 'outside_hours')
    expectCode(await refused({ startsAt: '2027-01-13T12:10:00Z' }), 'off_grid')
    expectCode(await refused({ startsAt: wednesdayTen, minutes: 45 }), 'length_not_offered')
    const taken = await refused({ startsAt })
    expectCode(taken, 'slot_taken')
    expect(taken.body.alternatives).toHaveLength(3)
    expectCode(await refused({ startsAt: held.startsAt }), 'slot_taken')
    expect((await refused({ startsAt: tuesdayTen })).body.errors?.[0]?.pointer).toBe(
      '#/proposal/startsAt',
    )
    const half = { startsAt: later(tuesdayTen, 30) }
    await ada.send('changeBooking', propose(booking.id, 1, half))
  })

  it('is made by nobody but the expert', async () => {
    const { booking, manageToken } = await makeBooking(world, tuesdayTen)
    const admin = await administrator(world)
    const asked = { version: 1, proposal: { startsAt: wednesdayTen } }
    expectCode(
      await world.refuse('changeBooking', changeOf(booking.id, asked, manageToken)),
      'forbidden',
    )
    expectCode(await admin.refuse('changeBooking', changeOf(booking.id, asked)), 'forbidden')
  })
})
