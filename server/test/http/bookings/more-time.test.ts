import type { MoreTimeStep } from '@expertconnect/contract/calls/more-time'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { connect } from '../../realtime/listener.ts'
import { type CallScene, customerSeat, expertSeat, openCall } from '../../realtime/call-scene.ts'
import { changeOf, expectCode } from '../desk-world.ts'
import { actors, openScene } from '../interface/scene.ts'
import { later, makeBooking, makeHold, slotAt, tuesdayTen } from '../requests.ts'

/** Half an hour from ten. */
const end = later(tuesdayTen, 30)
const longerEnd = later(tuesdayTen, 45)

let scene: CallScene
beforeEach(async () => {
  scene = await openCall()
})
afterEach(() => scene.stop())

const read = async (bearer: string) =>
  (await scene.world.send('getBooking', { params: { id: scene.id }, bearer })).body.booking
const stepOf = (moreTime: MoreTimeStep, version: number, bearer: string) =>
  changeOf(scene.id, { version, moreTime }, bearer)
const step = async (moreTime: MoreTimeStep, version: number, bearer: string) =>
  (await scene.world.send('changeBooking', stepOf(moreTime, version, bearer))).body.booking
const refuse = (moreTime: MoreTimeStep, version: number, bearer: string) =>
  scene.world.refuse('changeBooking', stepOf(moreTime, version, bearer))

describe('more time', () => {
  it('is offered with its price, seen by both at once, and kept through a reload', async () => {
    const { ada, grace } = await scene.bothThere()
    const watching = await connect(scene.world.url)
    await watching.ask('bookings:watch', { id: scene.id, token: scene.token })
    const question = {
      minutes: 15,
      endsAt: longerEnd,
      price: { amount: 4500, currency: 'USD' },
      total: { amount: 13_500, currency: 'USD' },
      allowed: ['offer'],
    }
    expect((await scene.read(scene.expertToken)).moreTime).toEqual(question)
    expect((await read(scene.token)).moreTime).toEqual(question)

    const offered = await step('offer', 1, scene.expertToken)
    expect(offered).toMatchObject({ version: 2, endsAt: end, minutes: 30 })
    await vi.waitFor(() =>
      expect(watching.told).toContainEqual({
        name: 'bookingChanged',
        event: { id: scene.id, version: 2 },
      }),
    )
    const asked = { ...question, offeredBy: 'expert' }
    expect(await scene.read(scene.token)).toMatchObject({
      version: 2,
      moreTime: { ...asked, allowed: ['accept', 'drop'] },
    })
    expect((await read(scene.expertToken)).moreTime).toEqual({ ...asked, allowed: ['drop'] })
    // It takes nothing from anybody, and nobody leaves the room for it.
    expect(await slotAt(scene.world, end)).toMatchObject({ state: 'free' })
    for (const page of [ada, grace]) expect(page.heard('callEnded')).toEqual([])
    watching.close()
  })

  it('that the other side accepts makes the session longer for both, and strangers see it at once', async () => {
    const { ada, grace } = await scene.bothThere()
    const stranger = await connect(scene.world.url)
    await stranger.ask('board:watch', { expertId: 'expert-ada' })
    await step('offer', 1, scene.token)
    expect(stranger.told).toEqual([])
    const accepting = stepOf('accept', 2, scene.expertToken)
    const { body } = await scene.world.send('changeBooking', accepting)
    expect(body.booking).toMatchObject({
      version: 3,
      startsAt: tuesdayTen,
      endsAt: longerEnd,
      minutes: 45,
      price: { amount: 13_500 },
      roomClosesAt: later(longerEnd, 30),
    })
    const { startsAt, endsAt, until } = {
      startsAt: tuesdayTen,
      endsAt: longerEnd,
      until: longerEnd,
    }
    await vi.waitFor(() =>
      expect(stranger.told).toMatchObject([
        {
          name: 'bookingUpdated',
          event: {
            id: scene.id,
            version: 3,
            status: 'moved',
            startsAt,
            endsAt,
            until,
            from: { startsAt, endsAt: end, until: end },
          },
        },
      ]),
    )
    expect(JSON.stringify(stranger.told)).not.toMatch(/grace/i)
    expect(await slotAt(scene.world, end)).toMatchObject({ state: 'taken' })
    const call = await scene.read(scene.token)
    expect(call).toMatchObject({ endsAt: longerEnd, closesAt: later(longerEnd, 30), state: 'open' })
    expect(call.moreTime).toMatchObject({ endsAt: later(tuesdayTen, 60), allowed: ['offer'] })
    // A retry is answered as the first time, and adds nothing.
    expect((await scene.world.send('changeBooking', accepting)).body).toEqual(body)
    expect(await read(scene.token)).toMatchObject({ version: 3, minutes: 45 })
    // The room goes on for as long.
    scene.at(later(end, 31))
    for (const page of [ada, grace]) expect(page.heard('callEnded')).toEqual([])
    expect((await scene.read(scene.token)).state).toBe('open')
    stranger.close()
  })

  it('offered twice under one key is offered once', async () => {
    const offering = stepOf('offer', 1, scene.token)
    const first = await scene.world.send('changeBooking', offering)
    expect((await scene.world.send('changeBooking', offering)).body).toEqual(first.body)
    const other = { ...offering, body: { version: 1, moreTime: 'drop' } }
    expectCode(await scene.world.refuse('changeBooking', other), 'key_reused')
    expect(await read(scene.token)).toMatchObject({ version: 2 })
  })

  it('is refused by the other side or taken back, and may be offered again', async () => {
    await step('offer', 1, scene.token)
    expect(await step('drop', 2, scene.expertToken)).toMatchObject({ version: 3, minutes: 30 })
    expect((await read(scene.token)).moreTime).not.toHaveProperty('offeredBy')
    await step('offer', 3, scene.expertToken)
    await step('drop', 4, scene.expertToken)
    expectCode(await refuse('accept', 5, scene.token), 'not_changeable')
    expectCode(await refuse('drop', 5, scene.token), 'not_changeable')
    await step('offer', 5, scene.token)
    // Whoever offers waits for the other one.
    expectCode(await refuse('accept', 6, scene.token), 'not_changeable')
    expectCode(await refuse('offer', 6, scene.expertToken), 'not_changeable')
  })

  it('of an offer that is another one by now is agreed to by nobody', async () => {
    await step('offer', 1, scene.expertToken)
    await step('drop', 2, scene.expertToken)
    expectCode(await refuse('accept', 2, scene.token), 'stale_version')
  })

  it('is lost to whoever has the time, kindly, and may be had again when they give it up', async () => {
    await step('offer', 1, scene.expertToken)
    const hold = await makeHold(scene.world, end)
    expect((await scene.read(scene.token)).moreTime).toMatchObject({
      offeredBy: 'expert',
      obstacle: 'taken',
      allowed: ['drop'],
    })
    const { body } = await refuse('accept', 2, scene.token)
    expect(body).toMatchObject({ code: 'slot_taken', status: 409 })
    expect(body.detail).toBe(
      'Somebody else has just booked the time after this session. It ends as it was booked.',
    )
    // There is no other time that would do.
    expect(body).not.toHaveProperty('alternatives')
    expect(await read(scene.token)).toMatchObject({ version: 2, endsAt: end, minutes: 30 })
    const params = { id: hold.id }
    await scene.world.send('releaseHold', { params, bearer: hold.token })
    expect(await step('accept', 2, scene.token)).toMatchObject({ endsAt: longerEnd })
  })

  it('is not offered where somebody has the time already', async () => {
    await makeBooking(scene.world, end)
    expect((await scene.read(scene.token)).moreTime).toMatchObject({
      obstacle: 'taken',
      allowed: [],
    })
    expectCode(await refuse('offer', 1, scene.token), 'slot_taken')
    expectCode(await refuse('offer', 1, scene.expertToken), 'slot_taken')
  })

  it('of one and the same time is had by one of twenty', async () => {
    await step('offer', 1, scene.expertToken)
    const rivals = Array.from({ length: 19 }, () =>
      makeBooking(scene.world, end).then(
        () => 'booked',
        () => 'lost',
      ),
    )
    const accepted = step('accept', 2, scene.token).then(
      () => 'booked',
      () => 'lost',
    )
    const outcomes = await Promise.all([...rivals, accepted])
    expect(outcomes.filter((outcome) => outcome === 'booked')).toHaveLength(1)
  })

  it('beyond the hours is the expert’s to offer', async () => {
    const expert = await scene.world.expert('ada-lovelace')
    const weekly = { ...expert.schedule.weekly, 2: [{ from: 9 * 60, to: 10.5 * 60 }] }
    await scene.world.storage.schedules.replace(expert.id, {
      ...expert.schedule,
      version: 2,
      weekly,
    })
    expectCode(await refuse('offer', 1, scene.token), 'outside_hours')
    const seen = (await scene.read(scene.expertToken)).moreTime
    expect(seen).toMatchObject({ obstacle: 'outside_hours', allowed: ['offer'] })
    await step('offer', 1, scene.expertToken)
    expect(await step('accept', 2, scene.token)).toMatchObject({ endsAt: longerEnd })
  })

  it('is no question any more five minutes after the end, whatever was offered', async () => {
    await step('offer', 1, scene.expertToken)
    scene.at(later(end, 4))
    expect(await read(scene.token)).toMatchObject({ status: 'completed' })
    expect((await read(scene.token)).moreTime).toMatchObject({ allowed: ['accept', 'drop'] })
    scene.at(later(end, 5))
    expect(await read(scene.token)).not.toHaveProperty('moreTime')
    expectCode(await refuse('accept', 2, scene.token), 'not_changeable')
    scene.at(later(end, 4))
    const longer = await step('accept', 2, scene.token)
    expect(longer).toMatchObject({ status: 'booked', endsAt: longerEnd })
  })

  it('for a session to come is offered from the desk, and its customer is told by mail', async () => {
    scene.at(later(tuesdayTen, -300))
    expectCode(await refuse('offer', 1, scene.token), 'not_changeable')
    await step('offer', 1, scene.expertToken)
    expect((await read(scene.token)).moreTime).toMatchObject({
      offeredBy: 'expert',
      allowed: ['accept', 'drop'],
    })
    const { messages } = scene.world.storage
    await messages.takeUp(scene.world.clock.now)
    const owed = (await messages.listOfBooking(scene.id)).map(({ kind, about }) =>
      about.of === 'booking' ? `${kind} to ${about.recipient}` : kind,
    )
    expect(owed).toContain('proposed to customer')
  })

  it('goes with whoever is in the room: they stay when the line is made anew', async () => {
    await scene.bothThere()
    await step('offer', 1, scene.token)
    await step('accept', 2, scene.expertToken)
    scene.at(later(end, 40))
    const back = await scene.page()
    const seats = { customer: customerSeat, expert: expertSeat }
    expect(await back.join(await scene.ticket(scene.token), customerSeat)).toEqual(seats)
  })
})

it('more time is a matter of the two sides, and of nobody else', async () => {
  const everybody = await openScene()
  try {
    const found: Record<string, string> = {}
    for (const actor of actors) {
      const made = await everybody.book()
      const sent = { params: { id: made.id }, booking: made }
      const offer = { version: 1, moreTime: 'offer' }
      await everybody.ask('expert', 'changeBooking', { ...sent, body: offer })
      // Either side may drop it, whenever it was offered.
      const body = { version: 2, moreTime: 'drop' }
      const answer = await everybody.ask(actor, 'changeBooking', { ...sent, body })
      const { code = 'ok' } = JSON.parse(answer.text) as { code?: string }
      found[actor] = code
    }
    expect(found).toEqual({
      stranger: 'not_found',
      'other customer': 'not_found',
      customer: 'ok',
      'customer by token': 'ok',
      'other expert': 'not_found',
      expert: 'ok',
      'expert by token': 'ok',
      administrator: 'forbidden',
      'expired session': 'not_found',
      'wrong token': 'not_found',
    })
  } finally {
    await everybody.close()
  }
})
