import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { changeOf, signedIn } from '../http/desk-world.ts'
import { later, makeBooking, tuesdayTen } from '../http/requests.ts'
import { type CallScene, customerSeat, expertSeat, lastSeats, openCall } from './call-scene.ts'

let scene: CallScene
beforeEach(async () => {
  scene = await openCall()
})
afterEach(() => scene.stop())

async function expectRefused(ticket: string, code = 'not_found'): Promise<void> {
  const page = await scene.page()
  expect(await page.refusalOf('call:watch', { ticket })).toBe(code)
  expect(await page.refusalOf('call:join', { ticket, seat: 'seat-of-nobody' })).toBe(code)
  const speaking = { to: customerSeat, body: 'psst' }
  expect(await page.refusalOf('call:signal', speaking)).toBe('not_found')
  expect(page.listener.told).toEqual([])
}

describe('a ticket', () => {
  it('is given while the room is open, and at no other time', async () => {
    const states: unknown[] = []
    for (const minutes of [-11, -10, 0, 30, 59, 60]) {
      scene.at(later(tuesdayTen, minutes))
      const { state, ticket, iceServers, opensAt, closesAt } = await scene.read(scene.token)
      states.push([minutes, state, ticket !== undefined])
      expect([opensAt, closesAt]).toEqual([later(tuesdayTen, -10), later(tuesdayTen, 60)])
      expect(iceServers).toEqual([])
    }
    expect(states).toEqual([
      [-11, 'early', false],
      [-10, 'open', true],
      [0, 'open', true],
      [30, 'open', true],
      [59, 'open', true],
      [60, 'over', false],
    ])
  })

  it('runs out after a minute', async () => {
    const { ada } = await scene.bothThere()
    const ticket = await scene.ticket(scene.token)
    scene.world.clock.advance(59_999)
    const page = await scene.page()
    await page.join(ticket, 'seat-in-time')
    await lastSeats(ada, { seats: { customer: 'seat-in-time' } })
    scene.world.clock.advance(1)
    await expectRefused(ticket)
  })

  it('that was forged, of another booking or of the other side opens nothing', async () => {
    await scene.bothThere()
    const ticket = await scene.ticket(scene.token)
    const [said = '', signature = ''] = ticket.split('.')
    const claim = (change: object) => {
      const { pass, ...rest } = JSON.parse(Buffer.from(said, 'base64url').toString()) as {
        pass: object
      }
      const text = JSON.stringify({ pass: { ...pass, ...change }, ...rest })
      return `${Buffer.from(text).toString('base64url')}.${signature}`
    }
    const { booking, manageToken } = await makeBooking(scene.world, later(tuesdayTen, 60))
    const forged = [
      claim({ role: 'expert' }),
      claim({ bookingId: booking.id }),
      `${said}.${signature.slice(1)}`,
      `${said}.`,
      said,
      '',
      '.',
      scene.token,
      manageToken,
      `${said}.${scene.token}`,
      'x'.repeat(400),
    ]
    for (const each of forged) await expectRefused(each)
    const page = await scene.page()
    for (const each of ['x'.repeat(401), 5, null, undefined]) {
      expect(await page.refusalOf('call:watch', { ticket: each })).toBe('invalid_input')
    }
    expect(await page.refusalOf('call:join', { ticket, seat: '../..' })).toBe('invalid_input')
    const stranger = await scene.page()
    expect(await stranger.join(claim({}), 'seat-as-said')).toMatchObject({})
  })

  it('does not outlive what it rests on', async () => {
    const { browser } = await scene.bySession('ada-lovelace@example.com', expertSeat)
    const { ticket = '' } = (await browser.send('getCall', { params: { id: scene.id } })).body
    const byLink = await scene.ticket(scene.token)
    await browser.send('signOut')
    await expectRefused(ticket)
    // Another address is another customer: links made before are dead.
    await scene.world.send(
      'changeBooking',
      changeOf(scene.id, { version: 1, customer: { email: 'hopper@example.org' } }, scene.token),
    )
    await expectRefused(byLink)
    const again = await signedIn(scene.world, 'ada-lovelace@example.com')
    const fresh = (await again.send('getCall', { params: { id: scene.id } })).body.ticket ?? ''
    await again.send(
      'changeBooking',
      changeOf(scene.id, { version: 2, status: 'cancelled', reason: 'Ill' }),
    )
    await expectRefused(fresh, 'room_closed')
  })
})

describe('whoever is no side of it', () => {
  it('learns nothing, not even that there is a call', async () => {
    await scene.bothThere()
    const { manageToken } = await makeBooking(scene.world, later(tuesdayTen, 60))
    const bina = await signedIn(scene.world, 'bina-gurung@example.com')
    const body = { fault: 'no_path' }
    for (const bearer of [manageToken, 'x'.repeat(43), '']) {
      for (const name of ['getCall', 'reportCall'] as const) {
        const sent = { params: { id: scene.id }, bearer, ...(name === 'getCall' ? {} : { body }) }
        const there = await scene.world.refuse(name, sent)
        const nowhere = await scene.world.refuse(name, {
          ...sent,
          params: { id: 'no-such-booking' },
        })
        const plain = ({ requestId: _requestId, ...problem }: typeof there.body) => problem
        expect(there.status).toBe(404)
        expect(plain(there.body)).toEqual(plain(nowhere.body))
      }
    }
    expect((await bina.refuse('getCall', { params: { id: scene.id } })).status).toBe(404)
    expect(faultsIn(scene.world.log)).toEqual([])
  })

  it('is not told who sat there when the room is closed', async () => {
    await scene.bothThere()
    scene.at(later(tuesdayTen, 61))
    const { self, other } = await scene.read(scene.token)
    expect([self.isThere, other.isThere]).toEqual([false, false])
  })
})

describe('what went wrong in a call', () => {
  it('is told by its sides to whoever hosts', async () => {
    const params = { id: scene.id }
    await scene.world.send('reportCall', {
      params,
      bearer: scene.token,
      body: { fault: 'no_path' },
    })
    await scene.world.send('reportCall', {
      params,
      bearer: scene.expertToken,
      body: { fault: 'relay_refused' },
    })
    await scene.world.refuse('reportCall', { params, bearer: scene.token, body: { fault: 'x' } })
    expect(faultsIn(scene.world.log)).toEqual([
      { fault: 'no_path', role: 'customer' },
      { fault: 'relay_refused', role: 'expert' },
    ])
  })
})

function faultsIn(log: readonly string[]) {
  const lines = log.map((line) => JSON.parse(line) as { fault?: string; role?: string })
  return lines.flatMap(({ fault, role }) => (fault === undefined ? [] : { fault, role }))
}
