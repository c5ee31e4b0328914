import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseInstant } from '../../../src/domain/time/instant.ts'
import { createBrowser } from '../../browser.ts'
import { newKey, startWorld, type World } from '../../harness.ts'
import { makeBooking } from '../requests.ts'
import { hasReaders, subscribe } from './debian-readers.ts'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.stop())

// `node scripts/find-calendar-tools.mjs` finds or fetches them; `npm test` says at its end that they are missing.
describe.skipIf(!hasReaders)('vdirsyncer and khal', () => {
  it('follow a session through a change of clocks, in a zone of half hours, until the address is dead', async () => {
    world.clock.now = parseInstant('2027-03-22T08:00:00Z')
    // The clocks of London go forward on the 28th of March.
    const { booking, manageToken } = await makeBooking(world, '2027-03-26T10:00:00Z')
    await makeBooking(world, '2027-03-29T10:30:00Z')
    const browser = createBrowser(world)
    await browser.signIn('grace@example.com')
    const params = { side: 'customer' } as const
    const { body } = await browser.send('openFeed', { params, body: { replacing: null } })
    const reader = await subscribe(body.feed?.url ?? '', 'Asia/Kathmandu')
    const shown = () => reader.shown('2027-03-25', '2027-04-02')
    const change = async (changed: Record<string, unknown>) => {
      const sent = { params: { id: booking.id }, key: newKey(), bearer: manageToken }
      await world.send('changeBooking', { ...sent, body: changed })
    }
    try {
      await reader.look()
      const second = '2027-03-29 16:15 2027-03-29 16:45 Video session with Ada Lovelace'
      expect(await shown()).toEqual([
        '2027-03-26 15:45 2027-03-26 16:15 Video session with Ada Lovelace',
        second,
      ])
      world.clock.advance(60_000)
      await change({ version: 1, startsAt: '2027-03-30T09:00:00Z' })
      await reader.look()
      const moved = '2027-03-30 14:45 2027-03-30 15:15'
      expect(await shown()).toEqual([second, `${moved} Video session with Ada Lovelace`])
      await change({ version: 2, status: 'cancelled' })
      await reader.look()
      const title = 'Cancelled: Video session with Ada Lovelace'
      expect(await shown()).toEqual([second, `${moved} ${title}`])
      await browser.send('closeFeed', { params })
      await expect(reader.look()).rejects.toThrow('Not Found')
    } finally {
      await reader.leave()
    }
  })
})
