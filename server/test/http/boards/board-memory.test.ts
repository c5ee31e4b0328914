import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../harness.ts'
import { rawRequest } from '../../raw-request.ts'
import { readProblem } from '../problem-check.ts'
import { makeHold, readBoard, tuesdayTen } from '../requests.ts'

const path = '/api/v1/experts/ada-lovelace/slots'
const day = 'from=2027-01-12&to=2027-01-12&timeZone=UTC'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.stop())

const bytes = () => world.app.services.boards.rememberedBytes()

describe('what is remembered of boards', () => {
  it('is one board, in however many ways its address is written', async () => {
    const { text, headers } = await rawRequest(world.url, `${path}?${day}`)
    const once = bytes()
    expect(once).toBeGreaterThan(0)
    const padded = Array.from({ length: 200 }, (_, index) => `${day}&utm_source=${index}`)
    const turned = day.split('&').toReversed().join('&')
    const ways = [...padded, `pad=${'x'.repeat(4000)}&${day}`, turned, day.replace('UTC', 'U%54C')]
    for (const query of ways) {
      const answer = await rawRequest(world.url, `${path}?${query}`)
      expect([answer.status, answer.text, answer.headers.etag]).toEqual([200, text, headers.etag])
    }
    expect(bytes()).toBe(once)
  })

  it('is nothing of what was refused', async () => {
    const refused = [
      day.replaceAll('2027', '1'),
      day.replace('UTC', 'Mars/Olympus'),
      `${day}&minutes=17`,
    ]
    for (const query of refused) {
      readProblem(await rawRequest(world.url, `${path}?${query}`))
      readProblem(await rawRequest(world.url, `/api/v1/experts/nobody/slots?${query}`))
    }
    expect(bytes()).toBe(0)
  })

  it('stays below its bound, whatever dates and zones a stranger asks for', async () => {
    const zones = Intl.supportedValuesOf('timeZone')
    for (let index = 0; index < 500; index++) {
      const date = new Date(Date.UTC(2027, 0, 1 + (index % 60))).toISOString().slice(0, 10)
      const zone = encodeURIComponent(zones[index % zones.length] ?? '')
      const query = `from=${date}&to=${date}&timeZone=${zone}&minutes=${index % 2 ? 30 : 60}`
      expect((await rawRequest(world.url, `${path}?${query}`)).status).toBe(200)
    }
    expect(bytes()).toBeLessThanOrEqual(8 * 1024 * 1024)
  })

  it('goes with a change of the expert', async () => {
    await readBoard(world)
    expect(bytes()).toBeGreaterThan(0)
    await makeHold(world, tuesdayTen)
    expect(bytes()).toBe(0)
  })
})

it('a board more than a year away says so of each day, and asks no zone for it', async () => {
  for (const [from, to, reason] of [
    ['1999-12-01', '2000-01-31', 'past'],
    ['2199-12-01', '2200-01-31', 'beyond_horizon'],
  ] as const) {
    const { days, occupied, timeZone } = await readBoard(world, {
      from,
      to,
      timeZone: 'Asia/Tokyo',
    })
    expect([days.length, days[0]?.date, days.at(-1)?.date]).toEqual([62, from, to])
    expect(new Set(days.map((each) => each.reason))).toEqual(new Set([reason]))
    expect([occupied, timeZone]).toEqual([[], 'Asia/Tokyo'])
  }
})
