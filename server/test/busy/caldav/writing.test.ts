import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { newKey } from '../../harness.ts'
import { later, makeBooking, slotAt, tuesdayTen } from '../../http/requests.ts'
import { type CalendarDesk, startCalendarDesk } from '../calendar-desk.ts'
import { realServers } from '../real-servers.ts'

const account = { userName: 'ada', password: 'app-password-0123456789' }

describe.each(realServers)('at $name', ({ isHere, why, start }) => {
  let desk: CalendarDesk
  let id: string

  beforeEach(async () => {
    if (!isHere) return
    desk = await startCalendarDesk(await start(account))
    const { body } = await desk.ada.send('addCalendarSource', {
      body: { address: desk.server.address, name: 'Work', account },
    })
    id = body.id
    await desk.checked()
  })
  afterEach(() => desk?.stop())

  const receive = (receives: boolean) =>
    desk.ada.send('changeCalendarSource', { params: { id }, body: { receives } })
  const names = () => [...desk.server.files().keys()]
  const change = (booking: { id: string }, bearer: string, body: Record<string, unknown>) =>
    desk.world.send('changeBooking', { params: { id: booking.id }, body, key: newKey(), bearer })

  it.skipIf(!isHere)(
    `bookings stand in the calendar, move with their time and go when they are cancelled${why}`,
    async () => {
      const first = await makeBooking(desk.world, tuesdayTen)
      await desk.check(id)
      expect(names()).toEqual([])
      desk.pass()
      await receive(true)
      await vi.waitFor(() => expect(names()).toEqual([first.booking.id]))
      const file = () => desk.server.files().get(first.booking.id) ?? ''
      expect(file()).toContain('DTSTART:20270112T100000Z')
      expect(file()).toContain('SUMMARY:Video session with Grace Hopper')
      expect(file()).not.toContain('METHOD')
      expect(file()).not.toContain('A compiler')
      await desk.checked()
      expect(await desk.only()).toMatchObject({ receives: true, written: 1, deletedThere: 0 })

      // One that is booked from now on follows by itself, and none of them takes its own time.
      desk.pass()
      const second = await makeBooking(desk.world, later(tuesdayTen, 60))
      await vi.waitFor(() => expect(names()).toHaveLength(2))
      await desk.check(id)
      expect(await desk.only()).toMatchObject({ written: 2, busyTimes: 0 })

      desk.pass()
      const moved = { startsAt: later(tuesdayTen, 120), version: 1 }
      await change(first.booking, first.manageToken, moved)
      await vi.waitFor(() => expect(file()).toContain('DTSTART:20270112T120000Z'))
      await desk.checked()
      desk.pass()
      await change(second.booking, second.manageToken, { status: 'cancelled', version: 1 })
      await vi.waitFor(() => expect(names()).toEqual([first.booking.id]))
      await desk.checked()
      expect(await slotAt(desk.world, later(tuesdayTen, 60))).toMatchObject({ state: 'free' })

      desk.pass()
      await receive(false)
      await vi.waitFor(() => expect(names()).toEqual([]))
      await desk.checked()
      expect(await desk.only()).toMatchObject({ receives: false, written: 0 })
    },
  )

  it.skipIf(!isHere)(
    `what is deleted there stands here, is said, and is not written again${why}`,
    async () => {
      await receive(true)
      const [one, two] = [
        await makeBooking(desk.world, tuesdayTen),
        await makeBooking(desk.world, later(tuesdayTen, 60)),
      ]
      desk.pass()
      await vi.waitFor(() => expect(names()).toHaveLength(2))
      await desk.check(id)
      // One is found out when the calendar is read, the other when it is to be moved.
      await desk.server.remove(one.booking.id)
      await desk.check(id)
      expect(await desk.only()).toMatchObject({ written: 1, deletedThere: 1 })
      await desk.server.remove(two.booking.id)
      desk.pass()
      const moved = { startsAt: later(tuesdayTen, 120), version: 1 }
      await change(two.booking, two.manageToken, moved)
      await vi.waitFor(async () => expect(await desk.only()).toMatchObject({ deletedThere: 2 }))
      expect(names()).toEqual([])
      const { body } = await desk.ada.send('getDeskBooking', { params: { id: one.booking.id } })
      expect(body.booking.status).toBe('booked')
    },
  )

  it.skipIf(!isHere)(
    `what was written when nobody heard of it is found, and written over${why}`,
    async () => {
      await receive(true)
      await desk.checked()
      const { entries } = desk.calendars
      const put = entries.put.bind(entries)
      const spied = vi.spyOn(entries, 'put').mockImplementation(async (...asked) => {
        await put(...asked)
        return { kind: 'failed', fault: 'too_slow' }
      })
      const { booking, manageToken } = await makeBooking(desk.world, tuesdayTen)
      desk.pass()
      await vi.waitFor(async () =>
        expect(await desk.only()).toMatchObject({ writeFault: 'too_slow' }),
      )
      expect(names()).toEqual([booking.id])
      expect(await desk.only()).toMatchObject({ written: 0 })
      spied.mockRestore()
      desk.pass()
      await change(booking, manageToken, { startsAt: later(tuesdayTen, 120), version: 1 })
      await vi.waitFor(() =>
        expect(desk.server.files().get(booking.id)).toContain('DTSTART:20270112T120000Z'),
      )
      await desk.checked()
      expect(await desk.only()).toMatchObject({ written: 1 })
      expect(await desk.only()).not.toHaveProperty('writeFault')
    },
  )

  it.skipIf(!isHere)(`a server that is away costs nothing: all of it follows${why}`, async () => {
    await receive(true)
    await desk.checked()
    const { entries } = desk.calendars
    const put = vi.spyOn(entries, 'put').mockResolvedValue({ kind: 'failed', fault: 'failing' })
    const { booking } = await makeBooking(desk.world, tuesdayTen)
    desk.pass()
    await vi.waitFor(async () => expect(await desk.only()).toMatchObject({ writeFault: 'failing' }))
    expect(await desk.only()).toMatchObject({ written: 0 })
    put.mockRestore()
    await desk.check(id)
    expect(names()).toEqual([booking.id])
    expect(await desk.only()).not.toHaveProperty('writeFault')
  })
})
