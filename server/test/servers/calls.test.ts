import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { killAll, type RealServer } from '../crash/real-server.ts'
import { mongoUrl } from '../storage/mongo/mongo-store.ts'
import { type OpenCall, openCallIn } from './open-call.ts'
import { ReturningCaller } from './returning-caller.ts'
import { openSharedStore, type SharedStore } from './shared-store.ts'
import { ask } from './visits.ts'

const customer = 'seat-of-grace'
const expert = 'seat-of-ada'
const both = { customer, expert }
/** A beat is missed for six seconds, and looked for every second. */
const missedMs = 12_000

describe.skipIf(mongoUrl === null)('a call across two servers', () => {
  let store: SharedStore
  let here: RealServer
  let there: RealServer
  let call: OpenCall
  let callers: ReturningCaller[] = []
  beforeAll(async () => {
    store = await openSharedStore()
    ;[here, there] = await Promise.all([store.start(), store.start()])
  })
  beforeEach(async () => {
    call = await openCallIn(store)
  })
  afterEach(async () => {
    for (const caller of callers) caller.close()
    callers = []
    const { id } = call.customer
    const record = await store.storage.bookings.find(id)
    if (record?.state !== 'booked') return
    const next = { ...record, state: 'cancelled', version: record.version + 1 } as const
    const now = record.startsAt
    await store.storage.bookings.change({
      next: { ...next, cancelledAt: now, cancelledBy: 'admin' },
      now,
    })
  })
  afterAll(async () => {
    await killAll()
    await store.dispose()
  })

  async function caller({ url }: RealServer, side: keyof OpenCall, seat: string) {
    const made = await ReturningCaller.of(url, call[side], seat)
    callers.push(made)
    return made
  }

  async function meet() {
    const grace = await caller(here, 'customer', customer)
    const ada = await caller(there, 'expert', expert)
    expect(ada.seats).toEqual(both)
    await vi.waitFor(() => expect(grace.seats).toEqual(both))
    return { grace, ada }
  }

  async function readIsThere({ url }: RealServer, side: keyof OpenCall): Promise<boolean> {
    const { id, token } = call[side]
    const response = await fetch(`${url}/api/v1/bookings/${id}/call`, {
      headers: { Authorization: `Bearer ${token}` },
    })
    return ((await response.json()) as { other: { isThere: boolean } }).other.isThere
  }

  it('carries what each says to the other, in order, once', async () => {
    const { grace, ada } = await meet()
    const began = performance.now()
    const words = Array.from({ length: 30 }, (_, index) => `${index} ${'x'.repeat(index * 100)}`)
    for (const word of words) {
      expect(await grace.signal(expert, word)).toBe(true)
      expect(await ada.signal(customer, word)).toBe(true)
    }
    await vi.waitFor(() => {
      expect(ada.bodies()).toEqual(words)
      expect(grace.bodies()).toEqual(words)
    })
    expect(performance.now() - began).toBeLessThan(10_000)
    expect(await grace.signal('seat-of-nobody', 'x')).toBe(false)
    expect(await readIsThere(here, 'expert')).toBe(true)
  })

  it('tells who comes and goes, and takes over from server to server', async () => {
    const { grace, ada } = await meet()
    const phone = await caller(there, 'customer', 'seat-of-phone')
    await vi.waitFor(() => expect(grace.ends()).toEqual(['taken_over']))
    grace.close()
    await vi.waitFor(() => expect(ada.seats).toEqual({ customer: 'seat-of-phone', expert }))
    expect(await ada.signal('seat-of-phone', 'hello phone')).toBe(true)
    await vi.waitFor(() => expect(phone.bodies()).toEqual(['hello phone']))
    await phone.leave()
    await vi.waitFor(() => expect(ada.seats).toEqual({ expert }))
    expect(ada.heard().at(-1)?.absence).toEqual({ role: 'customer', why: 'left' })
    expect(await readIsThere(here, 'expert')).toBe(false)
    expect(ada.heard().filter(({ absence }) => absence)).toHaveLength(1)
  })

  it('goes on where a side comes back at the other server, and nobody was gone', async () => {
    const { grace, ada } = await meet()
    const heard = ada.heard().length
    grace.url = there.url
    grace.drop()
    await vi.waitFor(() => expect(grace.isThere()).toBe(true))
    await delay(6000)
    expect(ada.heard()).toHaveLength(heard)
    expect(await ada.signal(customer, 'welcome back')).toBe(true)
    await vi.waitFor(() => expect(grace.bodies()).toEqual(['welcome back']))
    expect(await grace.signal(expert, 'thanks')).toBe(true)
    await vi.waitFor(() => expect(ada.bodies()).toEqual(['thanks']))
  })

  it('ends on both when it is cancelled, and says no more of anybody', async () => {
    const { grace, ada } = await meet()
    const { id, token } = call.expert
    const heard = [grace.heard().length, ada.heard().length]
    const body = { version: 1, status: 'cancelled', reason: 'I am ill' }
    await ask(here.url, { method: 'PATCH', path: `/bookings/${id}`, body, token })
    await vi.waitFor(() => {
      expect([grace.ends(), ada.ends()]).toEqual([['cancelled'], ['cancelled']])
    })
    await delay(500)
    expect([grace.heard().length, ada.heard().length]).toEqual(heard)
  })

  it('misses a side whose server is killed, within seconds, and has it again', async () => {
    const victim = await store.start()
    const grace = await caller(victim, 'customer', customer)
    const ada = await caller(here, 'expert', expert)
    await vi.waitFor(() => expect(grace.seats).toEqual(both))
    // Nobody to come back to yet.
    await victim.kill('SIGKILL')
    const killedAt = performance.now()
    await vi.waitFor(() => expect(ada.seats).toEqual({ expert }))
    expect(performance.now() - killedAt).toBeLessThan(missedMs)
    expect(ada.heard().at(-1)?.absence).toEqual({ role: 'customer', why: 'lost' })
    expect(await readIsThere(there, 'expert')).toBe(false)
    grace.url = there.url
    await vi.waitFor(() => expect(ada.seats).toEqual(both))
    expect(await ada.signal(customer, 'there you are')).toBe(true)
    await vi.waitFor(() => expect(grace.bodies()).toEqual(['there you are']))
  })

  it('misses a side at once whose server stops in good order', async () => {
    const victim = await store.start()
    const grace = await caller(victim, 'customer', customer)
    const ada = await caller(here, 'expert', expert)
    await vi.waitFor(() => expect(grace.seats).toEqual(both))
    // Before others could miss it: when it is gone, its seats are free.
    expect((await victim.kill('SIGTERM')).code).toBe(0)
    expect(await readIsThere(there, 'expert')).toBe(false)
    await vi.waitFor(() => expect(ada.seats).toEqual({ expert }))
    expect(ada.heard().at(-1)?.absence).toEqual({ role: 'customer', why: 'lost' })
    grace.url = there.url
    await vi.waitFor(() => expect(ada.seats).toEqual(both))
  })

  it('does not notice that a server is killed if its side is back at another one in time', async () => {
    const victim = await store.start()
    const grace = await caller(victim, 'customer', customer)
    const ada = await caller(here, 'expert', expert)
    const heard = ada.heard().length
    grace.url = there.url
    await victim.kill('SIGKILL')
    await vi.waitFor(() => expect(grace.isThere()).toBe(true))
    await delay(missedMs)
    expect(ada.heard()).toHaveLength(heard)
    expect(await grace.signal(expert, 'still here')).toBe(true)
    await vi.waitFor(() => expect(ada.bodies()).toEqual(['still here']))
  })

  it('is not taken from a server that only stopped for longer than that', async () => {
    const victim = await store.start()
    const grace = await caller(victim, 'customer', customer)
    const ada = await caller(here, 'expert', expert)
    await vi.waitFor(() => expect(grace.seats).toEqual(both))
    victim.pause()
    await vi.waitFor(() => expect(ada.seats).toEqual({ expert }))
    victim.resume()
    // It hears that it was taken for dead, and its side sits there again.
    await vi.waitFor(() => expect(ada.seats).toEqual(both))
    await vi.waitFor(async () => expect(await ada.signal(customer, 'good morning')).toBe(true))
    await vi.waitFor(() => expect(grace.bodies()).toContain('good morning'))
  })
})
