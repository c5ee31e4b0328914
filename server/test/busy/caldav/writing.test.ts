import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Calendars, createCalendars } from '../../../src/busy/calendars.ts'
import { minute } from '../../../src/domain/time/instant.ts'
import { newKey, type World } from '../../harness.ts'
import { type Browser, signedIn, startDesk } from '../../http/desk-world.ts'
import { later, makeBooking, slotAt, tuesdayTen } from '../../http/requests.ts'
import { hasRadicale, type Radicale, startRadicale } from '../radicale.ts'

const account = { userName: 'ada', password: 'app-password-0123456789' }
const why = hasRadicale ? '' : ' (skipped: radicale is not installed)'

let radicale: Radicale
let calendars: Calendars
let world: World
let ada: Browser
let id: string

beforeEach(async () => {
  if (!hasRadicale) return
  radicale = await startRadicale(account)
  calendars = createCalendars([radicale.origin])
  world = await startDesk({ calendars })
  ada = await signedIn(world, 'ada-lovelace@example.com')
  const { body } = await ada.send('addCalendarSource', {
    body: { address: radicale.address, name: 'Work', account },
  })
  id = body.id
  await ready()
})
afterEach(async () => {
  await world?.stop()
  await calendars?.close()
  await radicale?.stop()
})

const only = async () => (await ada.send('listCalendarSources', {})).body.items[0]
const ready = () => vi.waitFor(async () => expect(await only()).toMatchObject({ checking: false }))
const receive = (receives: boolean) =>
  ada.send('changeCalendarSource', { params: { id }, body: { receives } })
const names = () => [...radicale.files().keys()]
/** A while later: no server is asked twice in the same moment. */
const pass = () => world.clock.advance(minute)
const change = (booking: { id: string }, bearer: string, body: Record<string, unknown>) =>
  world.send('changeBooking', { params: { id: booking.id }, body, key: newKey(), bearer })

async function check(): Promise<void> {
  pass()
  await ada.send('checkCalendarSource', { params: { id } })
  await ready()
}

it.skipIf(!hasRadicale)(
  `bookings stand in the calendar, move with their time and go when they are cancelled${why}`,
  async () => {
    const first = await makeBooking(world, tuesdayTen)
    await check()
    expect(names()).toEqual([])
    pass()
    await receive(true)
    await vi.waitFor(() => expect(names()).toEqual([first.booking.id]))
    const file = () => radicale.files().get(first.booking.id) ?? ''
    expect(file()).toContain('DTSTART:20270112T100000Z')
    expect(file()).toContain('SUMMARY:Video session with Grace Hopper')
    expect(file()).not.toContain('METHOD')
    expect(file()).not.toContain('A compiler')
    await ready()
    expect(await only()).toMatchObject({ receives: true, written: 1, deletedThere: 0 })

    // One that is booked from now on follows by itself, and none of them takes its own time.
    pass()
    const second = await makeBooking(world, later(tuesdayTen, 60))
    await vi.waitFor(() => expect(names()).toHaveLength(2))
    await check()
    expect(await only()).toMatchObject({ written: 2, busyTimes: 0 })

    pass()
    const moved = { startsAt: later(tuesdayTen, 120), version: 1 }
    await change(first.booking, first.manageToken, moved)
    await vi.waitFor(() => expect(file()).toContain('DTSTART:20270112T120000Z'))
    await ready()
    pass()
    await change(second.booking, second.manageToken, { status: 'cancelled', version: 1 })
    await vi.waitFor(() => expect(names()).toEqual([first.booking.id]))
    await ready()
    expect(await slotAt(world, later(tuesdayTen, 60))).toMatchObject({ state: 'free' })

    pass()
    await receive(false)
    await vi.waitFor(() => expect(names()).toEqual([]))
    await ready()
    expect(await only()).toMatchObject({ receives: false, written: 0 })
  },
)

it.skipIf(!hasRadicale)(
  `what is deleted there stands here, is said, and is not written again${why}`,
  async () => {
    await receive(true)
    const [one, two] = [
      await makeBooking(world, tuesdayTen),
      await makeBooking(world, later(tuesdayTen, 60)),
    ]
    pass()
    await vi.waitFor(() => expect(names()).toHaveLength(2))
    await check()
    // One is found out when the calendar is read, the other when it is to be moved.
    await radicale.remove(one.booking.id)
    await check()
    expect(await only()).toMatchObject({ written: 1, deletedThere: 1 })
    await radicale.remove(two.booking.id)
    pass()
    const moved = { startsAt: later(tuesdayTen, 120), version: 1 }
    await change(two.booking, two.manageToken, moved)
    await vi.waitFor(async () => expect(await only()).toMatchObject({ deletedThere: 2 }))
    expect(names()).toEqual([])
    const { body } = await ada.send('getDeskBooking', { params: { id: one.booking.id } })
    expect(body.booking.status).toBe('booked')
  },
)

it.skipIf(!hasRadicale)(
  `what was written when nobody heard of it is found, and written over${why}`,
  async () => {
    await receive(true)
    await ready()
    const { entries } = calendars
    const put = entries.put.bind(entries)
    const spied = vi.spyOn(entries, 'put').mockImplementation(async (...asked) => {
      await put(...asked)
      return { kind: 'failed', fault: 'too_slow' }
    })
    const { booking, manageToken } = await makeBooking(world, tuesdayTen)
    pass()
    await vi.waitFor(async () => expect(await only()).toMatchObject({ writeFault: 'too_slow' }))
    expect(names()).toEqual([booking.id])
    expect(await only()).toMatchObject({ written: 0 })
    spied.mockRestore()
    pass()
    await change(booking, manageToken, { startsAt: later(tuesdayTen, 120), version: 1 })
    await vi.waitFor(() =>
      expect(radicale.files().get(booking.id)).toContain('DTSTART:20270112T120000Z'),
    )
    await ready()
    expect(await only()).toMatchObject({ written: 1 })
    expect(await only()).not.toHaveProperty('writeFault')
  },
)

it.skipIf(!hasRadicale)(
  `a server that is away costs nothing: all of it follows${why}`,
  async () => {
    await receive(true)
    await ready()
    const { entries } = calendars
    const put = vi.spyOn(entries, 'put').mockResolvedValue({ kind: 'failed', fault: 'failing' })
    const { booking } = await makeBooking(world, tuesdayTen)
    pass()
    await vi.waitFor(async () => expect(await only()).toMatchObject({ writeFault: 'failing' }))
    expect(await only()).toMatchObject({ written: 0 })
    put.mockRestore()
    await check()
    expect(names()).toEqual([booking.id])
    expect(await only()).not.toHaveProperty('writeFault')
  },
)
