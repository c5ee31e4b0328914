import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { minute } from '../../../src/domain/time/instant.ts'
import { mailTo, newKey, type World } from '../../harness.ts'
import { connect } from '../../realtime/listener.ts'
import { type Browser, expectCode, signedIn, startDesk } from '../desk-world.ts'
import { bookingInput, later, makeBooking, slotAt, tuesdayTen } from '../requests.ts'
import { createFakeCalendars, secretAddress, timeOf } from './a-calendar.ts'

const tenToEleven = timeOf(tuesdayTen, later(tuesdayTen, 60))

let elsewhere: ReturnType<typeof createFakeCalendars>
let world: World
let ada: Browser
beforeEach(async () => {
  elsewhere = createFakeCalendars()
  world = await startDesk({ calendars: elsewhere.calendars })
  ada = await signedIn(world, 'ada-lovelace@example.com')
})
afterEach(() => world.stop())

const list = async () => (await ada.send('listCalendarSources', {})).body
const add = async (body: Record<string, unknown> = { address: secretAddress }) =>
  (await ada.send('addCalendarSource', { body })).body
const change = async (id: string, body: Record<string, unknown>) =>
  (await ada.send('changeCalendarSource', { params: { id }, body })).body
const faultsOf = async (body: Record<string, unknown>) =>
  (await ada.refuse('addCalendarSource', { body })).body.errors

/** No server is asked for two at once. */
const check = async (id: string) => {
  world.clock.advance(minute)
  await ada.send('checkCalendarSource', { params: { id } })
}

/** Until no calendar is to be fetched. */
async function fetched() {
  await vi.waitFor(async () => {
    expect((await list()).items.every(({ checking }) => !checking)).toBe(true)
  })
  return list()
}

describe('a calendar elsewhere', () => {
  it('keeps visitors from booking while it is busy, and says how fresh it is', async () => {
    elsewhere.busy(tenToEleven)
    expect(await slotAt(world, tuesdayTen)).toMatchObject({ state: 'free' })
    const added = await add()
    expect(added).toMatchObject({
      name: 'calendar.example',
      address: 'calendar.example …6789',
      checking: true,
      events: 0,
    })
    const [source] = (await fetched()).items
    expect(source).toMatchObject({
      freshAt: '2027-01-11T08:00:00Z',
      checking: false,
      events: 1,
      busyTimes: 1,
    })
    expect(source).not.toHaveProperty('fault')
    expect(await slotAt(world, tuesdayTen)).toBeUndefined()
    expect(await slotAt(world, later(tuesdayTen, 60))).toMatchObject({ state: 'free' })
    const { body } = await world.refuse('createBooking', {
      body: bookingInput(tuesdayTen),
      key: newKey(),
    })
    expect(body.code).toBe('busy_elsewhere')
    const query = { startsAt: tuesdayTen, minutes: 30 }
    expect((await ada.send('explainStart', { query })).body).toMatchObject({
      verdict: 'busy',
      detail: 'Your calendar “calendar.example” is busy 10:00–11:00.',
    })
  })

  it('is told to open boards as it changes, and to none where nothing changed', async () => {
    const stranger = await connect(world.url)
    await stranger.ask('board:watch', { expertId: 'expert-ada' })
    const stale = () => stranger.told.filter(({ name }) => name === 'boardStale')
    elsewhere.busy(tenToEleven)
    const { id } = await add()
    await vi.waitFor(() => expect(stale()).toHaveLength(1))
    await fetched()
    elsewhere.answer({ kind: 'unchanged' })
    await check(id)
    await vi.waitFor(() => expect(elsewhere.asked.length).toBeGreaterThan(1))
    await fetched()
    expect(stale()).toHaveLength(1)
    expect(elsewhere.asked.at(-1)).toMatchObject({ known: { etag: '"a"' } })
    stranger.close()
  })

  it('keeps its last good times when a fetch fails, and says what is wrong', async () => {
    elsewhere.busy(tenToEleven)
    const { id } = await add()
    await fetched()
    elsewhere.answer({ kind: 'failed', fault: 'not_a_calendar' })
    await check(id)
    await vi.waitFor(async () => {
      expect((await list()).items[0]).toMatchObject({ fault: 'not_a_calendar', busyTimes: 1 })
    })
    expect(await slotAt(world, tuesdayTen)).toBeUndefined()
  })

  it('is renamed, kept free around, shown without blocking, paused and removed', async () => {
    elsewhere.busy(tenToEleven)
    const { id } = await add({ address: secretAddress, name: 'Home' })
    await fetched()
    const free = async (start: string) => (await slotAt(world, start))?.state === 'free'
    expect(await change(id, { name: 'Family', marginMinutes: 15 })).toMatchObject({
      name: 'Family',
    })
    expect(await free(later(tuesdayTen, 60))).toBe(false)
    const query = { startsAt: later(tuesdayTen, 60), minutes: 30 }
    expect((await ada.send('explainStart', { query })).body.detail).toBe(
      'Your calendar “Family” is busy 10:00–11:00. You keep 15 minutes free around it.',
    )
    await change(id, { marginMinutes: 0 })
    expect(await free(later(tuesdayTen, 60))).toBe(true)
    const week = { from: '2027-01-11T00:00:00Z', to: '2027-01-18T00:00:00Z' }
    const busyTimes = async () => (await ada.send('listBusyTimes', { query: week })).body.items
    await change(id, { blocks: false })
    expect(await free(tuesdayTen)).toBe(true)
    expect(await busyTimes()).toEqual([
      {
        from: tuesdayTen,
        to: later(tuesdayTen, 60),
        sourceId: id,
        calendar: 'Family',
        blocks: false,
      },
    ])
    await change(id, { blocks: true })
    expect(await free(tuesdayTen)).toBe(false)
    expect(await change(id, { paused: true })).toMatchObject({ paused: true, checking: false })
    expect(await free(tuesdayTen)).toBe(true)
    expect(await busyTimes()).toEqual([])
    await change(id, { paused: false })
    expect(await free(tuesdayTen)).toBe(false)
    await ada.send('removeCalendarSource', { params: { id } })
    expect(await free(tuesdayTen)).toBe(true)
    expect(await list()).toEqual({ items: [], clashes: [] })
    expectCode(await ada.refuse('removeCalendarSource', { params: { id } }), 'not_found')
  })

  it('takes no session away: a clash is shown, and told by mail once', async () => {
    const { booking } = await makeBooking(world, tuesdayTen)
    elsewhere.busy(tenToEleven)
    const { id } = await add({ address: secretAddress, name: 'Home' })
    const { clashes } = await fetched()
    expect(clashes.map(({ booking: { id: of }, calendar }) => [of, calendar])).toEqual([
      [booking.id, 'Home'],
    ])
    const mail = await vi.waitFor(async () => {
      const found = await mailTo(world, 'ada-lovelace@example.com')
      expect(found.subject).toMatch(/^Two things at once/)
      return found
    })
    expect(mail.text).toContain('Your calendar “Home” is busy from')
    const { body: conflicts } = await ada.send('listConflicts', {})
    expect(conflicts.items[0]?.reason).toBe('Your calendar “Home” is busy 10:00–11:00.')
    await check(id)
    await vi.waitFor(() => expect(elsewhere.asked.length).toBeGreaterThan(1))
    await fetched()
    const told = world.mails.filter(({ subject }) => subject.startsWith('Two things'))
    expect(told).toHaveLength(1)
    const { body } = await ada.send('getDeskBooking', { params: { id: booking.id } })
    expect(body.booking.status).toBe('booked')
  })

  it('does not disturb whoever edits their hours meanwhile', async () => {
    const { version } = (await ada.send('getSchedule')).body
    elsewhere.busy(tenToEleven)
    await add()
    await fetched()
    expect((await ada.send('getSchedule')).body.version).toBe(version)
    const { body } = await ada.send('changeSchedule', {
      body: { version, policy: { gapMinutes: 15 } },
    })
    expect(body.version).toBe(version + 1)
    expect(await slotAt(world, tuesdayTen)).toBeUndefined()
    expectCode(
      await ada.refuse('changeSchedule', { body: { version, paused: true } }),
      'stale_version',
    )
  })
})

describe('adding a calendar', () => {
  it('twice is adding it once, however it is written', async () => {
    const first = await add()
    const again = await add({ address: secretAddress.replace('https:', 'webcal:'), name: 'Else' })
    expect(again).toMatchObject({ id: first.id, name: first.name })
    expect((await list()).items).toHaveLength(1)
  })

  it('says beside the field what is wrong with an address', async () => {
    const at = (detail: string) => [{ pointer: '#/address', detail }]
    const form = at('An address begins with https:// or webcal://')
    expect(await faultsOf({ address: 'my calendar' })).toEqual(form)
    expect(await faultsOf({ address: 'ftp://calendar.example/a' })).toEqual(form)
    expect(await faultsOf({ address: 'https://exa mple/a' })).toEqual(form)
    expect(await faultsOf({ address: 'http://calendar.example/a' })).toEqual(
      at('Only addresses that begin with https:// are read'),
    )
    expect(await faultsOf({ address: 'https://ada:secret@calendar.example/a' })).toEqual(
      at('An address with a name or a password in it cannot be used'),
    )
    expect(await faultsOf({ address: ' ', name: '' })).toHaveLength(3)
    for (let index = 0; index < 10; index++) await add({ address: `${secretAddress}?${index}` })
    expect(await faultsOf({ address: secretAddress })).toEqual(
      at('At most 10 calendars. Remove one first.'),
    )
  })

  it('says nothing of what is inside: every address of it is unreachable, and named by whoever hosts it', async () => {
    await add({ address: 'https://169.254.169.254/latest' })
    await add({ address: 'http://127.0.0.1:5232/a.ics' })
    const { items } = await fetched()
    expect(items.map(({ fault }) => fault)).toEqual(['unreachable', 'unreachable'])
  })

  it('leaves its address in no answer, no log and no row that can be read', async () => {
    elsewhere.answer(() => Promise.reject(new Error('no line')))
    await add()
    await vi.waitFor(() => expect(world.log.join('\n')).toContain('refresh-calendars'))
    elsewhere.answer({ kind: 'failed', fault: 'refused' })
    const [stored] = await world.storage.calendars.sourcesOf('expert-ada')
    const said = JSON.stringify([await list(), stored, world.log])
    expect(said).not.toContain('0123456789')
    expect(stored?.sealedAddress.length).toBeGreaterThan(40)
  })
})
