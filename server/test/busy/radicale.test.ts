import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { hour } from '../../src/domain/time/instant.ts'
import { later, slotAt, tuesdayTen } from '../http/requests.ts'
import { connect } from '../realtime/listener.ts'
import { type CalendarDesk, startCalendarDesk } from './calendar-desk.ts'
import { hasRadicale, startRadicale } from './radicale.ts'

let desk: CalendarDesk

beforeAll(async () => {
  if (hasRadicale) desk = await startCalendarDesk(await startRadicale())
})
afterAll(() => desk?.stop())

it.skipIf(!hasRadicale)(
  `an event in a real calendar takes the time from open boards, and gives it back${hasRadicale ? '' : ' (skipped: radicale is not installed)'}`,
  async () => {
    const { body } = await desk.ada.send('addCalendarSource', {
      body: { address: desk.server.address, name: 'Radicale' },
    })
    await vi.waitFor(async () =>
      expect(await desk.only()).toMatchObject({ checking: false, events: 0 }),
    )
    const visitor = await connect(desk.world.url)
    await visitor.ask('board:watch', { expertId: 'expert-ada' })
    const stale = () => visitor.told.filter(({ name }) => name === 'boardStale').length

    await desk.server.put('dentist', tuesdayTen, later(tuesdayTen, 45))
    await desk.check(body.id)
    await vi.waitFor(() => expect(stale()).toBe(1))
    expect(await desk.only()).toMatchObject({ events: 1, busyTimes: 1 })
    expect(await slotAt(desk.world, tuesdayTen)).toBeUndefined()
    expect(await slotAt(desk.world, later(tuesdayTen, 30))).toBeUndefined()
    expect(await slotAt(desk.world, later(tuesdayTen, 60))).toMatchObject({ state: 'free' })

    // Nothing has changed there, and it says so.
    await desk.check(body.id)
    expect(stale()).toBe(1)
    expect(await desk.only()).toMatchObject({ events: 1 })

    await desk.server.remove('dentist')
    await desk.check(body.id)
    await vi.waitFor(() => expect(stale()).toBe(2))
    expect(await slotAt(desk.world, tuesdayTen)).toMatchObject({ state: 'free' })

    // A server that is away takes nothing away.
    await desk.server.put('again', tuesdayTen, later(tuesdayTen, 45))
    await desk.check(body.id)
    await desk.server.stop()
    desk.world.clock.advance(hour)
    await desk.check(body.id)
    expect(await desk.only()).toMatchObject({ fault: 'unreachable', busyTimes: 1 })
    expect(await slotAt(desk.world, tuesdayTen)).toBeUndefined()
    visitor.close()
  },
)
