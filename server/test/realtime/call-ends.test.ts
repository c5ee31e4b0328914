import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { instantOf } from '../../src/domain/time/instant.ts'
import { changeOf, signedIn } from '../http/desk-world.ts'
import { later, tuesdayTen } from '../http/requests.ts'
import {
  callEnds,
  type CallScene,
  customerSeat,
  expertSeat,
  lastSeats,
  openCall,
  type Page,
} from './call-scene.ts'

let scene: CallScene
beforeEach(async () => {
  scene = await openCall()
})
afterEach(() => scene.stop())

describe('who sits in a call, and who waits in its lobby', () => {
  async function expectAllEnded(pages: readonly Page[], reason: string): Promise<void> {
    for (const page of pages) await vi.waitFor(() => expect(callEnds(page)).toEqual([reason]))
    for (const page of pages) {
      expect(page.listener.isConnected()).toBe(true)
      expect(page.heard('callUpdated').filter(({ absence }) => absence)).toEqual([])
      const speaking = { to: customerSeat, body: 'psst' }
      expect(await page.refusalOf('call:signal', speaking)).toBe('not_found')
      expect(page.heard('callSignal')).toEqual([])
    }
    expect((await scene.read(scene.token)).other.isThere).toBe(false)
  }

  it('is sent away when it is cancelled', async () => {
    const { grace, ada, lobby } = await scene.bothThere()
    const expert = await signedIn(scene.world, 'ada-lovelace@example.com')
    const cancelled = { version: 1, status: 'cancelled', reason: 'I am ill' }
    await expert.send('changeBooking', changeOf(scene.id, cancelled))
    await expectAllEnded([grace, ada, lobby], 'cancelled')
    expect(await scene.read(scene.token)).toMatchObject({ state: 'cancelled', iceServers: [] })
  })

  it('is sent away when it is moved to a later day, and comes back then', async () => {
    const { grace, ada, lobby } = await scene.bothThere()
    const expert = await signedIn(scene.world, 'ada-lovelace@example.com')
    const day = later(tuesdayTen, 24 * 60)
    await expert.send(
      'changeBooking',
      changeOf(scene.id, { version: 1, proposal: { startsAt: day } }),
    )
    expect(callEnds(grace)).toEqual([])
    await scene.world.send(
      'changeBooking',
      changeOf(scene.id, { version: 2, startsAt: day }, scene.token),
    )
    await expectAllEnded([grace, ada, lobby], 'moved')
    scene.at(day)
    await grace.join(await scene.ticket(scene.token), customerSeat)
  })

  it('stays when it is moved by so little that the room is open still', async () => {
    const { grace, ada } = await scene.bothThere()
    const expert = await signedIn(scene.world, 'ada-lovelace@example.com')
    const inTheMiddle = later(tuesdayTen, 25)
    const proposal = { startsAt: later(tuesdayTen, 30) }
    scene.at(inTheMiddle)
    await expert.send('changeBooking', changeOf(scene.id, { version: 1, proposal }))
    await scene.world.send(
      'changeBooking',
      changeOf(scene.id, { version: 2, ...proposal }, scene.token),
    )
    await grace.signal(expertSeat, 'still here')
    await vi.waitFor(() => expect(ada.heard('callSignal')).toHaveLength(1))
    expect([...callEnds(grace), ...callEnds(ada)]).toEqual([])
  })

  it('is sent away when the time of the room is over', async () => {
    const { grace, ada, lobby } = await scene.bothThere()
    scene.at(later(tuesdayTen, 60))
    await expectAllEnded([grace, ada, lobby], 'over')
  })

  it('is sent away by signing out, and the other side hears that at once', async () => {
    const { page, browser } = await scene.bySession('ada-lovelace@example.com', expertSeat)
    const grace = await scene.joined(scene.token, customerSeat)
    await browser.send('signOut')
    await lastSeats(grace, {
      seats: { customer: customerSeat },
      absence: { role: 'expert', why: 'removed' },
    })
    await vi.waitFor(() => expect(callEnds(page)).toEqual(['removed']))
    await vi.waitFor(() => expect(page.listener.isConnected()).toBe(false))
    expect(callEnds(grace)).toEqual([])
  })

  it('is sent away by signing out also in a browser whose socket knows no session, and while the line is lost', async () => {
    const browser = await signedIn(scene.world, 'ada-lovelace@example.com')
    const { ticket = '' } = (await browser.send('getCall', { params: { id: scene.id } })).body
    const page = await scene.page()
    await page.join(ticket, expertSeat)
    const grace = await scene.joined(scene.token, customerSeat)
    await browser.send('signOut')
    await vi.waitFor(() => expect(callEnds(page)).toEqual(['removed']))

    const other = await scene.bySession('ada-lovelace@example.com', 'seat-of-ada-again')
    other.page.listener.close()
    await delay(200)
    await other.browser.send('signOut')
    await lastSeats(grace, { seats: { customer: customerSeat }, absence: { why: 'removed' } })
  })

  it('is sent away when they are that side no more', async () => {
    const { page } = await scene.bySession('grace@example.com', customerSeat)
    const ada = await scene.joined(scene.expertToken, expertSeat)
    const byLink = await scene.page()
    await byLink.watch(await scene.ticket(scene.token))
    const corrected = { version: 1, customer: { email: 'hopper@example.org' } }
    await scene.world.send('changeBooking', changeOf(scene.id, corrected, scene.token))
    await lastSeats(ada, { seats: { expert: expertSeat }, absence: { why: 'removed' } })
    for (const each of [page, byLink]) {
      await vi.waitFor(() => expect(callEnds(each)).toEqual(['removed']))
    }
  })

  it('is looked at anew when what they may do has changed, and stays if they still may', async () => {
    const { page, browser } = await scene.bySession('grace@example.com', customerSeat)
    const ada = await scene.joined(scene.expertToken, expertSeat)
    const person = await scene.world.storage.people.findByEmail('grace@example.com')
    if (!person) throw new Error('There is no Grace')
    // Whoever becomes an administrator is let go, comes back, and is no less the customer.
    await scene.world.storage.people.setAdmin('grace@example.com', true, person)
    await vi.waitFor(() => expect(page.listener.isConnected()).toBe(false))
    expect(callEnds(page)).toEqual([])
    const again = await scene.page(browser)
    const { ticket } = (await browser.send('getCall', { params: { id: scene.id } })).body
    const seats = { customer: customerSeat, expert: expertSeat }
    expect(await again.join(ticket ?? '', customerSeat)).toEqual(seats)
    expect(ada.heard('callUpdated').filter(({ absence }) => absence)).toEqual([])
  })

  it('is sent away when whoever it was is erased', async () => {
    const { page } = await scene.bySession('grace@example.com', customerSeat)
    const ada = await scene.joined(scene.expertToken, expertSeat)
    const person = await scene.world.storage.people.findByEmail('grace@example.com')
    const after = instantOf(scene.world.clock.now + 3_600_000)
    await scene.world.storage.people.erase(person?.id ?? '', () => 'nobody@invalid', after)
    await lastSeats(ada, { seats: { expert: expertSeat }, absence: { why: 'removed' } })
    await vi.waitFor(() => expect(callEnds(page)).toEqual(['removed']))
  })
})
