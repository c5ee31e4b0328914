import { afterAll, beforeAll, expect, it } from 'vitest'
import { startWorld, type World } from '../harness.ts'
import { makeBooking } from '../http/requests.ts'
import { connect, type Listener } from './listener.ts'

const expertId = 'expert-bina'
const slug = 'bina-gurung'
const query = { from: '2027-01-11', to: '2027-01-15', minutes: 30, timeZone: 'UTC' }

let world: World
let listener: Listener
beforeAll(async () => {
  world = await startWorld()
  listener = await connect(world.url)
})
afterAll(async () => {
  listener.close()
  await world.stop()
})

async function read() {
  const { body } = await world.send('getBoard', { params: { slug }, query })
  return { slug, ...query, version: body.version }
}

const watch = (seen: object) => listener.ask('board:watch', { expertId, seen })
const current = { ok: true, data: { current: true } }
const unsaid = { ok: true, data: { now: expect.any(String) as string } }

it('names a board current that was read before it was watched, until something happens to it', async () => {
  const seen = await read()
  expect(await watch(seen)).toMatchObject(current)

  expect(await makeBooking(world, '2027-01-12T09:15:00Z', { expertId })).toBeTruthy()
  expect(await watch(seen)).toEqual(unsaid)
  expect(await watch(await read())).toMatchObject(current)
})

it('says nothing of what is remembered no more, of another expert’s, and of what was never read', async () => {
  const seen = await read()
  for (const other of [
    { ...seen, version: 'made up' },
    { ...seen, to: '2027-01-16' },
    { ...seen, slug: 'ada-lovelace' },
  ]) {
    expect(await watch(other)).toEqual(unsaid)
  }
  const ofAda = await listener.ask('board:watch', { expertId: 'expert-ada', seen })
  expect(ofAda).toEqual(unsaid)
  // The next start falls inside the notice.
  world.clock.advance(7 * 86_400_000)
  expect(await watch(seen)).toEqual(unsaid)
})
