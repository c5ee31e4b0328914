import { afterEach, beforeEach, expect, it } from 'vitest'
import { createBrowser } from '../browser.ts'
import { startWorld, type World } from '../harness.ts'
import { rawRequest } from '../raw-request.ts'
import { connect } from '../realtime/listener.ts'
import { makeBooking, tuesdayTen } from './requests.ts'

let world: World
beforeEach(async () => {
  world = await startWorld({ trustProxy: 1 })
})
afterEach(() => world.stop())

interface Line {
  readonly route?: string
  readonly command?: string
  readonly network?: string
  readonly actor?: string
}

const lines = () => world.log.map((line) => JSON.parse(line) as Line)
const lastOf = (route: string) => lines().findLast((line) => line.route === route)

async function getFrom(address: string, path: string, headers: Record<string, string> = {}) {
  await rawRequest(world.url, path, { headers: { 'X-Forwarded-For': address, ...headers } })
}

it('a network has a mark of its own in the log, the same for all its addresses, and is not named', async () => {
  const markOf = async (address: string) => {
    await getFrom(address, '/api/v1/categories')
    return lastOf('/categories')?.network
  }
  const mark = await markOf('203.0.113.1')
  expect(mark).toMatch(/^[0-9a-f]{8}$/)
  expect(await markOf('203.0.113.77')).toBe(mark)
  expect(await markOf('203.0.114.1')).not.toBe(mark)
  const six = await markOf('2001:db8:1:2::1')
  expect(await markOf('2001:db8:1:2:ffff::9')).toBe(six)
  expect(await markOf('2001:db8:1:3::1')).not.toBe(six)
  expect(lastOf('/categories')?.actor).toBeUndefined()
  expect(world.log.join('\n')).not.toMatch(/203\.0|2001:|:db8/)
})

it('a person has one in whichever browser, and a link one of its own', async () => {
  const markOf = async () => {
    const browser = createBrowser(world)
    await browser.signIn('grace@example.com')
    await browser.send('getMe')
    return lastOf('/auth/me')?.actor
  }
  const mark = await markOf()
  expect(mark).toMatch(/^[0-9a-f]{8}$/)
  expect(await markOf()).toBe(mark)
  const { booking, manageToken } = await makeBooking(world, tuesdayTen)
  const readBy = async (token: string) => {
    const headers = { Authorization: `Bearer ${token}` }
    await getFrom('203.0.113.1', `/api/v1/bookings/${booking.id}`, headers)
    return lastOf('/bookings/:id')?.actor
  }
  const byLink = await readBy(manageToken)
  expect(byLink).toMatch(/^[0-9a-f]{8}$/)
  expect(byLink).not.toBe(mark)
  expect(await readBy('x'.repeat(43))).not.toBe(byLink)
  expect(world.log.join('\n')).not.toContain(manageToken)
})

it('commands of the live channel carry the same marks', async () => {
  await getFrom('203.0.113.1', '/api/v1/categories')
  const listener = await connect(world.url, { headers: { 'X-Forwarded-For': '203.0.113.9' } })
  await listener.ask('board:watch', { expertId: 'expert-ada' })
  listener.close()
  const watched = lines().findLast(({ command }) => command === 'board:watch')
  expect(watched?.network).toBe(lastOf('/categories')?.network)
})
