import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createBrowser } from '../browser.ts'
import { makeBooking, tuesdayTen } from '../http/requests.ts'
import { startWorld, type World } from '../harness.ts'
import { connect, type Listener } from './listener.ts'

const grace = 'grace@example.com'

let world: World
let open: Listener[]
beforeEach(async () => {
  world = await startWorld()
  open = []
})
afterEach(async () => {
  for (const each of open) each.close()
  await world.stop()
})

async function connectAs(browser: ReturnType<typeof createBrowser>): Promise<Listener> {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const listener = await connect(world.url, { cookie, origin: world.url })
  open.push(listener)
  return listener
}

async function signedIn(email: string) {
  const browser = createBrowser(world)
  await browser.signIn(email)
  return { browser, listener: await connectAs(browser) }
}

describe('whoever is signed in', () => {
  it('hears of every booking of their address, and of nobody else’s', async () => {
    const { listener } = await signedIn('GRACE@example.com')
    const { listener: other } = await signedIn('else@example.com')
    expect(await listener.ask('bookings:watch', {})).toMatchObject({ ok: true })
    expect(await other.ask('bookings:watch', {})).toMatchObject({ ok: true })
    const { booking } = await makeBooking(world, tuesdayTen)
    await vi.waitFor(() => expect(listener.told).toHaveLength(1))
    expect(listener.told).toEqual([
      { name: 'bookingChanged', event: { id: booking.id, version: booking.version } },
    ])
    expect(other.told).toEqual([])
  })

  it('cannot be claimed without a session', async () => {
    const listener = await connectAs(createBrowser(world))
    expect(await listener.ask('bookings:watch', {})).toMatchObject({
      ok: false,
      problem: { code: 'signed_out', status: 401 },
    })
  })

  it('is let go at once by signing out, in that browser only', async () => {
    const one = await signedIn(grace)
    const other = await signedIn(grace)
    await one.browser.send('signOut')
    await vi.waitFor(() => expect(one.listener.isConnected()).toBe(false))
    expect(other.listener.isConnected()).toBe(true)
  })

  it('is let go at once when the session is ended from another browser', async () => {
    const one = await signedIn(grace)
    const other = await signedIn(grace)
    const { items } = (await other.browser.send('listSessions')).body
    const id = items.find(({ current }) => !current)?.id ?? ''
    await other.browser.send('endSession', { params: { id } })
    await vi.waitFor(() => expect(one.listener.isConnected()).toBe(false))
  })

  it('is let go when their address changes, and hears of the bookings of the new one', async () => {
    const { booking } = await makeBooking(world, tuesdayTen)
    const { browser, listener } = await signedIn(grace)
    const person = (await browser.send('getMe')).body.person
    const next = 'hopper@example.org'
    const [session] = (await browser.send('listSessions')).body.items
    const keep = { keep: session?.id ?? '' }
    await world.storage.people.changeAddress(person?.id ?? '', next, world.clock.now, keep)
    await vi.waitFor(() => expect(listener.isConnected()).toBe(false))
    const again = await connectAs(browser)
    await again.ask('bookings:watch', {})
    await browser.send('changeBooking', {
      params: { id: booking.id },
      body: { version: 2, status: 'cancelled' },
      key: 'cancel-it-once',
    })
    await vi.waitFor(() => expect(again.told).toHaveLength(1))
    expect(again.told).toEqual([{ name: 'bookingChanged', event: { id: booking.id, version: 3 } }])
  })

  it('is let go everywhere by erasing themselves', async () => {
    const one = await signedIn(grace)
    const other = await signedIn(grace)
    await one.browser.send('eraseMe')
    await vi.waitFor(() => expect(other.listener.isConnected()).toBe(false))
  })

  it('is let go when their role changes, and comes back with the new one', async () => {
    const { browser, listener } = await signedIn(grace)
    const person = await world.storage.people.findByEmail(grace)
    if (!person) throw new Error('There is no Grace')
    await world.storage.people.setAdmin(grace, true, person)
    await vi.waitFor(() => expect(listener.isConnected()).toBe(false))
    expect((await browser.send('getMe')).body.person?.roles).toEqual(['admin'])
    expect((await connectAs(browser)).isConnected()).toBe(true)
  })
})

it('a handshake of another site is refused although the cookie comes along', async () => {
  const { browser } = await signedIn(grace)
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  await expect(connect(world.url, { cookie, origin: 'https://evil.example' })).rejects.toThrow()
})
