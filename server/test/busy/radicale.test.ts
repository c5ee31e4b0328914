import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type Calendars, createCalendars } from '../../src/busy/calendars.ts'
import { hour, minute } from '../../src/domain/time/instant.ts'
import type { World } from '../harness.ts'
import { type Browser, signedIn, startDesk } from '../http/desk-world.ts'
import { later, slotAt, tuesdayTen } from '../http/requests.ts'
import { connect } from '../realtime/listener.ts'
import { hasRadicale, type Radicale, startRadicale } from './radicale.ts'

let radicale: Radicale
let calendars: Calendars
let world: World
let ada: Browser

beforeAll(async () => {
  if (!hasRadicale) return
  radicale = await startRadicale()
  calendars = createCalendars([radicale.origin])
  world = await startDesk({ calendars })
  ada = await signedIn(world, 'ada-lovelace@example.com')
})
afterAll(async () => {
  await world?.stop()
  await calendars?.close()
  await radicale?.stop()
})

const only = async () => (await ada.send('listCalendarSources', {})).body.items[0]

async function check(id: string): Promise<void> {
  world.clock.advance(minute)
  await ada.send('checkCalendarSource', { params: { id } })
  await vi.waitFor(async () => expect(await only()).toMatchObject({ checking: false }))
}

it.skipIf(!hasRadicale)(
  `an event in a real calendar takes the time from open boards, and gives it back${hasRadicale ? '' : ' (skipped: radicale is not installed)'}`,
  async () => {
    const { body } = await ada.send('addCalendarSource', {
      body: { address: radicale.address, name: 'Radicale' },
    })
    await vi.waitFor(async () => expect(await only()).toMatchObject({ checking: false, events: 0 }))
    const visitor = await connect(world.url)
    await visitor.ask('board:watch', { expertId: 'expert-ada' })
    const stale = () => visitor.told.filter(({ name }) => name === 'boardStale').length

    await radicale.put('dentist', tuesdayTen, later(tuesdayTen, 45))
    await check(body.id)
    await vi.waitFor(() => expect(stale()).toBe(1))
    expect(await only()).toMatchObject({ events: 1, busyTimes: 1 })
    expect(await slotAt(world, tuesdayTen)).toBeUndefined()
    expect(await slotAt(world, later(tuesdayTen, 30))).toBeUndefined()
    expect(await slotAt(world, later(tuesdayTen, 60))).toMatchObject({ state: 'free' })

    // Nothing has changed there, and it says so.
    await check(body.id)
    expect(stale()).toBe(1)
    expect(await only()).toMatchObject({ events: 1 })

    await radicale.remove('dentist')
    await check(body.id)
    await vi.waitFor(() => expect(stale()).toBe(2))
    expect(await slotAt(world, tuesdayTen)).toMatchObject({ state: 'free' })

    // A server that is away takes nothing away.
    await radicale.put('again', tuesdayTen, later(tuesdayTen, 45))
    await check(body.id)
    await radicale.stop()
    world.clock.advance(hour)
    await check(body.id)
    expect(await only()).toMatchObject({ fault: 'unreachable', busyTimes: 1 })
    expect(await slotAt(world, tuesdayTen)).toBeUndefined()
    visitor.close()
  },
)
