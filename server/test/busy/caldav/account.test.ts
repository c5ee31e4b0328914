import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type Calendars, createCalendars } from '../../../src/busy/calendars.ts'
import { minute } from '../../../src/domain/time/instant.ts'
import type { World } from '../../harness.ts'
import { type Browser, signedIn, startDesk } from '../../http/desk-world.ts'
import { later, slotAt, tuesdayTen } from '../../http/requests.ts'
import { hasRadicale, type Radicale, startRadicale } from '../radicale.ts'

const account = { userName: 'ada', password: 'app-password-0123456789' }
const why = hasRadicale ? '' : ' (skipped: radicale is not installed)'

let radicale: Radicale
let calendars: Calendars
let world: World
let ada: Browser

beforeAll(async () => {
  if (!hasRadicale) return
  radicale = await startRadicale(account)
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
const find = (input: Record<string, unknown> = {}) =>
  ada.send('findCalendars', { body: { address: radicale.origin, ...account, ...input } })
const faultsOf = async (input: Record<string, unknown>) =>
  (await ada.refuse('findCalendars', { body: { address: radicale.origin, ...account, ...input } }))
    .body.errors

async function check(id: string): Promise<void> {
  world.clock.advance(minute)
  await ada.send('checkCalendarSource', { params: { id } })
  await vi.waitFor(async () => expect(await only()).toMatchObject({ checking: false }))
}

it.skipIf(!hasRadicale)(
  `a calendar of a real account is found from its server alone, and takes the time that it is busy${why}`,
  async () => {
    const { items } = (await find()).body
    expect(items).toEqual([{ address: radicale.address, name: expect.any(String), added: false }])
    const added = await ada.send('addCalendarSource', {
      body: { address: radicale.address, name: 'Work', account },
    })
    const { id } = added.body
    expect(added.body).toMatchObject({ kind: 'account', name: 'Work', checking: true })
    await vi.waitFor(async () => expect(await only()).toMatchObject({ checking: false, events: 0 }))
    expect((await find()).body.items[0]).toMatchObject({ added: true })

    await radicale.put('dentist', tuesdayTen, later(tuesdayTen, 45))
    await check(id)
    expect(await only()).toMatchObject({ events: 1, busyTimes: 1 })
    expect(await slotAt(world, tuesdayTen)).toBeUndefined()
    const [stored] = await world.storage.calendars.sourcesOf('expert-ada')
    expect(stored?.state.etag).toEqual(expect.any(String))

    // Nothing has changed there, so that nothing is read anew; with the time, all is.
    await check(id)
    const [again] = await world.storage.calendars.sourcesOf('expert-ada')
    expect(again?.state.readAt).toBe(stored?.state.readAt)
    expect(again?.state.checkedAt).toBeGreaterThan(stored?.state.checkedAt ?? 0)

    await radicale.remove('dentist')
    await check(id)
    expect(await only()).toMatchObject({ events: 0 })
    expect(await slotAt(world, tuesdayTen)).toMatchObject({ state: 'free' })
  },
)

it.skipIf(!hasRadicale)(`says beside the field what a real server refuses${why}`, async () => {
  expect(await faultsOf({ password: 'another' })).toEqual([
    {
      pointer: '#/password',
      detail:
        'The server does not take this user name with this password. Many servers want an app password here.',
    },
  ])
  expect(await faultsOf({ userName: 'ada:x' })).toEqual([
    { pointer: '#/userName', detail: 'A user name has no colon in it' },
  ])
})

it.skipIf(!hasRadicale)(`takes a new password for a calendar that stands${why}`, async () => {
  const before = await only()
  const add = (password: string) =>
    ada.send('addCalendarSource', {
      body: { address: radicale.address, account: { ...account, password } },
    })
  world.clock.advance(minute)
  expect((await add('revoked')).body).toMatchObject({ id: before?.id, checking: true })
  await vi.waitFor(async () => expect(await only()).toMatchObject({ fault: 'refused' }))
  world.clock.advance(minute)
  await add(account.password)
  await vi.waitFor(async () => {
    const source = await only()
    expect(source).toMatchObject({ checking: false, name: 'Work' })
    expect(source).not.toHaveProperty('fault')
  })
})

it.skipIf(!hasRadicale)(`leaves the password in no answer, no log and no row${why}`, async () => {
  const [stored] = await world.storage.calendars.sourcesOf('expert-ada')
  const said = JSON.stringify([await only(), stored, world.log])
  expect(said).not.toContain(account.password)
  expect(said).not.toContain(Buffer.from(`ada:${account.password}`).toString('base64'))
  await ada.send('removeCalendarSource', { params: { id: stored?.id ?? '' } })
  expect(await world.storage.calendars.sourcesOf('expert-ada')).toEqual([])
})
