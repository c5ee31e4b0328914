import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { administrator, type Browser, changeOf, signedIn, startDesk } from '../http/desk-world.ts'
import { later, makeBooking, makeHold, tuesdayTen } from '../http/requests.ts'
import { startWorld, type World } from '../harness.ts'
import { connect, type Listener } from './listener.ts'

const adaEmail = 'ada-lovelace@example.com'

let world: World
/** Another server of the same store, which hears of changes through the store alone. */
let beside: World
let open: Listener[]
beforeEach(async () => {
  world = await startDesk()
  beside = await startWorld({ storage: world.storage })
  open = []
})
afterEach(async () => {
  for (const each of open) each.close()
  await beside.app.close()
  beside.app.server.close()
  await world.stop()
})

async function lineTo(server: World, browser?: Browser): Promise<Listener> {
  const cookies = [...(browser?.cookies ?? [])].map(([name, value]) => `${name}=${value}`)
  const cookie = cookies.length > 0 ? { cookie: cookies.join('; ') } : {}
  const listener = await connect(server.url, { origin: server.url, ...cookie })
  open.push(listener)
  return listener
}

const linesToBoth = (browser?: Browser) =>
  Promise.all([world, beside].map((server) => lineTo(server, browser)))

const watchAda = (listener: Listener) => listener.ask('board:watch', { expertId: 'expert-ada' })

/** What was sent before an answer has arrived before it. */
async function settled(listeners: readonly Listener[]): Promise<void> {
  for (const each of listeners) await each.ask('board:unwatch', { expertId: 'expert-nobody' })
}

async function setListed(listed: boolean): Promise<void> {
  const admin = await administrator(world)
  const { body } = await admin.send('listAdminExperts', { query: { query: 'ada' } })
  const { id = '', version } = body.items.find(({ slug }) => slug === 'ada-lovelace') ?? {}
  await admin.send('changeExpert', { params: { id }, body: { version, listed } })
}

describe('whoever looks at an expert who is taken off the list', () => {
  it('is told to look again, and hears of nothing that happens then, on whichever server', async () => {
    const { booking, manageToken } = await makeBooking(world, tuesdayTen)
    const watchers = await linesToBoth()
    for (const each of watchers) expect(await watchAda(each)).toMatchObject({ ok: true })
    await setListed(false)
    for (const each of watchers) {
      await vi.waitFor(() =>
        expect(each.told).toEqual([{ name: 'boardStale', event: { expertId: 'expert-ada' } }]),
      )
    }
    const cancelled = { version: 1, status: 'cancelled' }
    await world.send('changeBooking', changeOf(booking.id, cancelled, manageToken))
    await settled(watchers)
    for (const each of watchers) {
      expect(each.told).toHaveLength(1)
      expect(each.isConnected()).toBe(true)
    }
  })

  it('is refused as of somebody whom there is not, until they are back', async () => {
    await setListed(false)
    const [listener] = await linesToBoth()
    if (!listener) throw new Error('No line')
    const refused = { ok: false, problem: { code: 'not_found' } }
    expect(await watchAda(listener)).toMatchObject(refused)
    expect(await listener.ask('board:watch', { expertId: 'nobody-at-all' })).toMatchObject(refused)
    await setListed(true)
    expect(await watchAda(listener)).toMatchObject({ ok: true })
    await makeHold(world, tuesdayTen)
    await vi.waitFor(() => expect(listener.updates()).toHaveLength(1))
  })
})

describe('whoever has the link of a booking that is corrected to another address', () => {
  it('hears of nothing more, not of the correction either, and the expert’s link goes on', async () => {
    const { booking, manageToken } = await makeBooking(world, tuesdayTen)
    const record = await world.storage.bookings.find(booking.id)
    if (record?.state !== 'booked') throw new Error('Nothing was booked')
    const byLink = await linesToBoth()
    const byExpertLink = await linesToBoth()
    const watch = (listener: Listener, token: string) =>
      listener.ask('bookings:watch', { id: booking.id, token })
    for (const each of byLink) expect(await watch(each, manageToken)).toMatchObject({ ok: true })
    for (const each of byExpertLink) {
      expect(await watch(each, world.tokens.forExpert(record))).toMatchObject({ ok: true })
    }

    const corrected = { name: 'Grace Hopper', email: 'hopper@example.org' }
    const own = changeOf(booking.id, { version: 1, customer: corrected }, manageToken)
    const next = (await world.send('changeBooking', own)).body.manageToken ?? ''
    expect(next).not.toBe(manageToken)
    const moved = { version: 2, startsAt: later(tuesdayTen, 60) }
    await world.send('changeBooking', changeOf(booking.id, moved, next))

    const versionsIn = ({ told }: Listener) =>
      told.map(({ event }) => (event as { version: number }).version)
    for (const each of byExpertLink) {
      await vi.waitFor(() => expect(versionsIn(each)).toEqual([2, 3]))
    }
    await settled(byLink)
    for (const each of byLink) expect(versionsIn(each)).toEqual([])
    const [again] = byLink
    if (!again) throw new Error('No line')
    expect(await watch(again, manageToken)).toMatchObject({ problem: { code: 'not_found' } })
    expect(await watch(again, next)).toMatchObject({ ok: true, data: { version: 3 } })
  })
})

describe('whoever was signed in', () => {
  it('and erases themselves is let go on whichever server', async () => {
    const grace = await signedIn(world, 'grace@example.com')
    const lines = await linesToBoth(grace)
    for (const each of lines) {
      expect(await each.ask('bookings:watch', {})).toMatchObject({ ok: true })
    }
    await grace.send('eraseMe')
    for (const each of lines) await vi.waitFor(() => expect(each.isConnected()).toBe(false))
  })

  it('and signs out is let go on whichever server', async () => {
    const ada = await signedIn(world, adaEmail)
    const lines = await linesToBoth(ada)
    for (const each of lines) expect(await each.ask('desk:watch', {})).toMatchObject({ ok: true })
    await ada.send('signOut')
    for (const each of lines) await vi.waitFor(() => expect(each.isConnected()).toBe(false))
  })

  it('and signs out while their line is opened is nobody on it', async () => {
    const { people } = world.storage
    let afterFinding = async (): Promise<void> => undefined
    const slow: typeof people.findSession = async (hash, now) => {
      const found = await people.findSession(hash, now)
      await afterFinding()
      return found
    }
    const storage = { ...world.storage, people: { ...people, findSession: slow } }
    const third = await startWorld({ storage })
    const grace = await signedIn(world, 'grace@example.com')
    afterFinding = async () => {
      afterFinding = async () => undefined
      await grace.send('signOut')
    }
    const listener = await lineTo(third, grace)
    expect(await listener.ask('bookings:watch', {})).toMatchObject({
      ok: false,
      problem: { code: 'signed_out' },
    })
    listener.close()
    await third.app.close()
    third.app.server.close()
  })
})
