import type { Expert } from '@expertconnect/contract/experts/shapes'
import { type FirstData, firstDataId } from '@expertconnect/contract/first-data'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openStorage } from '../../src/storage/open.ts'
import { type ClientFixture, makeClient } from '../client-fixture.ts'
import { plainContent } from '../content.ts'
import { startWorld, type World } from '../harness.ts'
import { rawRequest } from '../raw-request.ts'

const hostile = '</script><script>alert(1)</script><!--<script>'

let client: ClientFixture
let world: World
beforeAll(async () => {
  client = await makeClient()
  const plain = plainContent()
  const [ada, ...others] = plain.experts
  if (!ada) throw new Error('no experts')
  const mallory = { ...ada, id: 'expert-mallory', slug: 'mallory', name: hostile, bio: hostile }
  const content = { ...plain, experts: [ada, mallory, ...others] }
  world = await startWorld({ clientDir: client.dir, content })
  // A job finds it, and pages are remembered: later on the page would tell another one than the interface.
  await vi.waitFor(async () => {
    for (const { id } of content.experts) {
      expect((await world.storage.experts.find(id))?.nextFreeAt).toEqual(expect.any(Number))
    }
  }, 30_000)
})
afterAll(async () => {
  await world.stop()
  await client.remove()
})

async function pageAt(path: string, from = world) {
  const { text } = await rawRequest(from.url, path)
  const found = new RegExp(
    `<script type="application/json" id="${firstDataId}">(.*?)</script>`,
    's',
  )
  const json = found.exec(text)?.[1]
  return { text, data: json === undefined ? null : (JSON.parse(json) as FirstData) }
}

async function api(path: string): Promise<unknown> {
  return JSON.parse((await rawRequest(world.url, `/api/v1${path}`)).text) as unknown
}

/** Every answer is what the interface answers at its address. */
async function expectTrue({ data }: Awaited<ReturnType<typeof pageAt>>, count: number) {
  const answers = Object.entries(data?.answers ?? {})
  expect(answers).toHaveLength(count)
  for (const [address, answer] of answers) expect(await api(address)).toEqual(answer)
}

describe('what comes with a page', () => {
  it('is what its first view asks for, on the landing page and in the directory', async () => {
    const landing = await pageAt('/')
    await expectTrue(landing, 2)
    expect(Object.keys(landing.data?.answers ?? {})).toContain(
      '/experts?limit=12&sort=soonest&times=12',
    )
    await expectTrue(await pageAt('/experts'), 2)
    const found = await pageAt('/experts?query=engines+that&maxPrice=900000&utm=x')
    await expectTrue(found, 2)
    expect(Object.keys(found.data?.answers ?? {})).toContain(
      '/experts?limit=24&maxPrice=900000&query=engines%20that&sort=soonest&times=12',
    )
  })

  it('is an expert, what was written about them, and their board, in their own zone', async () => {
    const page = await pageAt('/experts/ada-lovelace')
    await expectTrue(page, 2)
    const { expertId, ...board } = page.data?.board ?? { days: [], timeZone: '', minutes: 0 }
    const [first, last] = [board.days[0]?.date, board.days.at(-1)?.date]
    const zone = encodeURIComponent(board.timeZone)
    const address = `/experts/ada-lovelace/slots?from=${first}&to=${last}&minutes=${board.minutes}&timeZone=${zone}`
    expect(await api(address)).toMatchObject(board)
    expect(expertId).toBe('expert-ada')
    expect(board.days.some(({ slots }) => slots.length > 0)).toBe(true)
  })

  it('follows the day in the address to its month, and a day that makes no sense nowhere', async () => {
    const datesFor = async (day: string) => {
      const { data } = await pageAt(`/experts/ada-lovelace?day=${day}`)
      return data?.board?.days.map(({ date }) => date) ?? []
    }
    const usual = await datesFor('')
    const expert = (await api('/experts/ada-lovelace')) as Expert
    const ahead = (expert.policy.horizonDays - 1) * 86_400_000
    const later = new Date(world.clock.now + ahead).toISOString().slice(0, 10)
    expect(await datesFor(later)).toContain(later)
    for (const day of ['1999-01-01', '9999-12-31', '2026-02-31', '%3Cscript%3E']) {
      expect(await datesFor(day)).toEqual(usual)
    }
  })

  it('shows words before any script runs, and no stranger’s words end its element', async () => {
    const { text } = await pageAt('/experts/ada-lovelace')
    expect(text).toMatch(
      /<div id="root">.*<h1>Ada Lovelace<\/h1><p>Engines that weave numbers<\/p>/s,
    )
    expect((await pageAt('/experts')).text).toContain(
      '<a href="/experts/ada-lovelace">Ada Lovelace',
    )
    for (const path of ['/', '/experts', '/experts/mallory']) {
      const page = await pageAt(path)
      expect(page.text).not.toContain('<script>')
      expect(page.text).not.toContain('<!--')
    }
    const { data } = await pageAt('/experts/mallory')
    expect(data?.answers['/experts/mallory']).toMatchObject({ name: hostile })
  })

  it('is the same for everybody, whoever is signed in', async () => {
    const plain = await rawRequest(world.url, '/experts/ada-lovelace')
    const cookie = 'session=anything; __Host-session=anything'
    const signedIn = await rawRequest(world.url, '/experts/ada-lovelace', { headers: { cookie } })
    expect(signedIn.text).toBe(plain.text)
    expect(signedIn.headers.etag).toBe(plain.headers.etag)
  })

  it('is on no page of one’s own, and on none that does not exist', async () => {
    for (const path of [
      '/bookings',
      '/b/id-000001',
      '/account',
      '/desk',
      '/experts/nobody',
      '/x',
    ]) {
      expect((await pageAt(path)).data).toBeNull()
    }
  })

  it('is left out where a filter makes no sense or the store fails: the page asks for itself', async () => {
    expect((await pageAt('/experts?maxPrice=-3')).data).toBeNull()
    // Whose evening it is only their browser knows.
    expect((await pageAt('/experts?free=evening')).data).toBeNull()
    const storage = await openStorage('file::memory:')
    const search = () => Promise.reject(new Error('the disk is gone'))
    const failing = { ...storage, experts: { ...storage.experts, search } }
    const ill = await startWorld({ clientDir: client.dir, storage: failing })
    const page = await pageAt('/', ill)
    expect([page.data, page.text.includes('<title>')]).toEqual([null, true])
    await ill.stop()
  })
})

describe('a page that is remembered', () => {
  it('is answered 304 while nothing has changed, packed or not', async () => {
    const plain = await rawRequest(world.url, '/experts')
    const headers = { 'accept-encoding': 'gzip', 'if-none-match': String(plain.headers.etag) }
    const again = await rawRequest(world.url, '/experts', { headers })
    expect([again.status, again.text]).toEqual([304, ''])
    const packed = await rawRequest(world.url, '/experts', {
      headers: { 'accept-encoding': 'gzip' },
    })
    expect(packed.headers['content-encoding']).toBe('gzip')
    expect(packed.headers.vary).toContain('Accept-Encoding')
  })

  it('follows what happens to the board at once', async () => {
    const boardNow = async () => (await pageAt('/experts/ada-lovelace')).data?.board
    const before = await boardNow()
    const free = before?.days.flatMap(({ slots }) => slots).find(({ state }) => state === 'free')
    const body = JSON.stringify({
      expertId: 'expert-ada',
      startsAt: free?.startsAt,
      minutes: before?.minutes,
    })
    const held = await rawRequest(world.url, '/api/v1/holds', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'first-data-hold' },
      body,
    })
    expect(held.status).toBe(201)
    const after = await boardNow()
    expect(after?.version).not.toBe(before?.version)
    expect(after?.occupied).toHaveLength((before?.occupied.length ?? 0) + 1)
  })
})
