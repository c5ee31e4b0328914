import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { minute } from '../../../src/domain/time/instant.ts'
import type { World } from '../../harness.ts'
import { type Browser, expectCode, signedIn, startDesk } from '../desk-world.ts'
import { later, slotAt, tuesdayTen } from '../requests.ts'
import { createFakeCalendars, timeOf } from './a-calendar.ts'

const account = { userName: 'ada', password: 'a password of the tests' }
const work = 'https://cloud.example/ada/work/'

let elsewhere: ReturnType<typeof createFakeCalendars>
let world: World
let ada: Browser
beforeEach(async () => {
  elsewhere = createFakeCalendars()
  world = await startDesk({ calendars: elsewhere.calendars })
  ada = await signedIn(world, 'ada-lovelace@example.com')
})
afterEach(() => world.stop())

const find = async (input: Record<string, unknown> = {}) =>
  (await ada.send('findCalendars', { body: { address: 'cloud.example', ...account, ...input } }))
    .body.items
const faultsOf = async (input: Record<string, unknown> = {}) => {
  const body = { address: 'cloud.example', ...account, ...input }
  return (await ada.refuse('findCalendars', { body })).body.errors
}
const add = async (body: Record<string, unknown> = {}) =>
  (await ada.send('addCalendarSource', { body: { address: work, account, ...body } })).body
const list = async () => (await ada.send('listCalendarSources', {})).body.items

function haveFound(...calendars: (readonly [address: string, name: string])[]) {
  elsewhere.find({
    kind: 'found',
    calendars: calendars.map(([address, name]) => ({ address, name })),
  })
}

it('finds what an account has, by names that can be used here, and says what was added', async () => {
  const long = `${'a'.repeat(59)}😀b`
  haveFound([work, 'Work'], ['https://cloud.example/x/', ' \u202E\n'], ['https://a.example/', long])
  await add()
  expect(await find({ address: 'ada@cloud.example' })).toEqual([
    { address: work, name: 'Work', added: true },
    { address: 'https://cloud.example/x/', name: 'cloud.example', added: false },
    { address: 'https://a.example/', name: 'a'.repeat(59), added: false },
  ])
  expect(elsewhere.looked).toEqual([{ address: 'https://cloud.example/', ...account }])
  // Somebody else may have one at the same address there.
  const [another] = await find({ userName: 'bina' })
  expect(another).toMatchObject({ added: false })
})

it('leaves out what could not be added', async () => {
  haveFound(
    ['http://cloud.example/a/', 'In clear'],
    ['https://a:b@cloud.example/', 'With a password'],
    [`https://cloud.example/${'a'.repeat(2000)}`, 'Long'],
    [work, 'Work'],
  )
  expect((await find()).map(({ name }) => name)).toEqual(['Work'])
})

it('says beside the field why nothing was found, and the same of all that is out of reach', async () => {
  const at = (detail: string, field = 'address') => [{ pointer: `#/${field}`, detail }]
  const unreachable = at('Nothing can be read at this address. Is it complete?')
  expect(await faultsOf()).toEqual(unreachable)
  expect(await faultsOf({ address: 'https://169.254.169.254/' })).toEqual(unreachable)
  expect(await faultsOf({ address: 'my calendar' })).toEqual(
    at('No calendars can be found at this address by CalDAV'),
  )
  expect(await faultsOf({ address: 'http://cloud.example' })).toEqual(
    at('Only addresses that begin with https:// are read'),
  )
  expect(await faultsOf({ address: 'https://ada:b@cloud.example' })).toEqual(
    at('An address with a name or a password in it cannot be used'),
  )
  elsewhere.find({ kind: 'failed', fault: 'not_a_calendar' })
  expect(await faultsOf()).toEqual(at('No calendars can be found at this address by CalDAV'))
  elsewhere.find({ kind: 'failed', fault: 'refused', unauthorised: true })
  expect((await faultsOf())?.[0]).toMatchObject({ pointer: '#/password' })
  elsewhere.find({ kind: 'failed', fault: 'too_slow' })
  expect(await faultsOf()).toEqual(
    at('Its server took too long to answer. Please try again later.'),
  )
  haveFound()
  expect(await faultsOf()).toEqual(at('There is no calendar in this account'))
  expect(await faultsOf({ address: ' ', userName: '', password: '' })).toHaveLength(3)
})

it('reads a calendar with what signs in, and blocks what it says', async () => {
  const read = { kind: 'read', events: 1, skipped: [] } as const
  const busy = [timeOf(tuesdayTen, later(tuesdayTen, 60))]
  const fetched = { kind: 'read', timeZone: 'Europe/London', lastModified: null } as const
  elsewhere.answer({ ...fetched, etag: 'tag', read: { ...read, busy } }, work)
  expect(await add()).toMatchObject({ kind: 'account', address: 'cloud.example (ada)' })
  await vi.waitFor(async () => expect(await slotAt(world, tuesdayTen)).toBeUndefined())
  expect(elsewhere.asked[0]).toMatchObject({ address: work, account, known: null })
})

it('takes the password of now for one that stands, and leaves what was chosen for it', async () => {
  const { id } = await add({ name: 'Mine' })
  await vi.waitFor(async () => expect((await list())[0]).toMatchObject({ checking: false }))
  await ada.send('changeCalendarSource', { params: { id }, body: { blocks: false } })
  world.clock.advance(minute)
  const changed = await add({ name: 'Else', account: { ...account, password: 'new' } })
  expect(changed).toMatchObject({ id, name: 'Mine', blocks: false, checking: true })
  await vi.waitFor(() =>
    expect(elsewhere.asked.at(-1)?.account).toEqual({ userName: 'ada', password: 'new' }),
  )
  expect(await list()).toHaveLength(1)
})

it('leaves the password in no answer, no log and no row that can be read', async () => {
  elsewhere.answer(() => Promise.reject(new Error('no line')), work)
  haveFound([work, 'Work'])
  await find()
  await add()
  await vi.waitFor(() => expect(world.log.join('\n')).toContain('refresh-calendars'))
  const stored = await world.storage.calendars.sourcesOf('expert-ada')
  expect(JSON.stringify([await list(), stored, world.log])).not.toContain(account.password)
})

it('has bookings written into one calendar, of an account alone', async () => {
  const receive = (id: string) => ({ params: { id }, body: { receives: true } })
  const { body: file } = await ada.send('addCalendarSource', {
    body: { address: 'https://calendar.example/a.ics' },
  })
  const { body } = await ada.refuse('changeCalendarSource', receive(file.id))
  expect(body.errors).toEqual([
    { pointer: '#/receives', detail: 'Only a calendar of an account can be written into' },
  ])
  world.clock.advance(1)
  const one = await add()
  world.clock.advance(1)
  const other = await add({ address: 'https://cloud.example/ada/home/' })
  await ada.send('changeCalendarSource', receive(one.id))
  expect((await list()).map(({ receives }) => receives)).toEqual([false, true, false])
  await ada.send('changeCalendarSource', receive(other.id))
  expect((await list()).map(({ receives }) => receives)).toEqual([false, false, true])
  expectCode(await ada.refuse('changeCalendarSource', receive('calendar-unknown')), 'not_found')
})
