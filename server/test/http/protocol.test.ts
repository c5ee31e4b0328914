import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { problems } from '@expertconnect/contract/problems'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { newestZoneRules } from '../../src/domain/time/zone-rules.ts'
import { openStorage } from '../../src/storage/open.ts'
import { type ClientFixture, makeClient } from '../client-fixture.ts'
import { newKey, startWorld, type World } from '../harness.ts'
import { rawRequest } from '../raw-request.ts'
import { expectProblem, readProblem } from './problem-check.ts'
import { bookingInput, later, makeBooking, makeHold, tuesdayTen } from './requests.ts'

const board = '/api/v1/experts/ada-lovelace/slots?from=2027-01-11&to=2027-01-29&timeZone=UTC'

let client: ClientFixture
let world: World
let secure: World
beforeAll(async () => {
  client = await makeClient()
  world = await startWorld({ clientDir: client.dir })
  secure = await startWorld({ clientDir: client.dir, publicUrl: 'https://experts.example' })
})
afterAll(async () => {
  await world.stop()
  await secure.stop()
  await client.remove()
})

function get(path: string, headers: Record<string, string> = {}) {
  return rawRequest(world.url, path, { headers })
}

async function etagOf(path: string): Promise<string> {
  const { status, headers } = await get(path)
  expect(status).toBe(200)
  return headers.etag ?? ''
}

async function expectUnchanged(path: string, etag: string): Promise<void> {
  const answer = await get(path, { 'If-None-Match': etag })
  expect([answer.status, answer.text, answer.headers.etag]).toEqual([304, '', etag])
  expect(answer.headers['cache-control']).toBe('no-cache')
}

describe('a conditional request', () => {
  it('for the slots is answered 304 until a hold, a booking or time changes them', async () => {
    const free = await etagOf(board)
    expect(free).toMatch(/^W\/".+"$/)
    await expectUnchanged(board, free)
    const hold = await makeHold(world, tuesdayTen)
    const held = await etagOf(board)
    expect(held).not.toBe(free)
    await makeBooking(world, tuesdayTen, { hold })
    const booked = await etagOf(board)
    expect([free, held]).not.toContain(booked)
    await expectUnchanged(board, booked)
    expect((await get(board, { 'If-None-Match': free })).status).toBe(200)
    expect((await get(board, { 'If-None-Match': `"x", ${booked}` })).status).toBe(304)
    await makeHold(world, later(tuesdayTen, 60))
    expect((await get(board, { 'If-None-Match': booked })).status).toBe(200)
    world.clock.advance(5 * 60_000)
    await vi.waitFor(async () => expect(await etagOf(board)).toBe(booked))
  })

  it('for another expert, length or zone is another one', async () => {
    const variants = [board, `${board}&minutes=60`, board.replace('UTC', 'Asia/Kathmandu')]
    const etags = await Promise.all(variants.map(etagOf))
    expect(new Set(etags).size).toBe(3)
    for (const [index, etag] of etags.entries()) {
      const other = variants[(index + 1) % 3] ?? ''
      expect((await get(other, { 'If-None-Match': etag })).status).toBe(200)
    }
  })

  it('for the directory is answered 304 until somebody has another next free time', async () => {
    const directory = '/api/v1/experts'
    const nextFree = async () =>
      (await world.send('searchExperts')).body.items.find(({ slug }) => slug === 'ada-lovelace')
        ?.nextFreeAt
    await vi.waitFor(async () => expect(await nextFree()).toBe('2027-01-11T09:00:00Z'))
    const before = await etagOf(directory)
    await expectUnchanged(directory, before)
    await makeBooking(world, '2027-01-11T09:00:00Z')
    await vi.waitFor(async () => expect(await etagOf(directory)).not.toBe(before))
    expect(await nextFree()).toBe('2027-01-11T09:30:00Z')
  })
})

describe('an answer', () => {
  it.each([board, '/assets/x-abc123.js'])(
    'of %s is compressed if that is asked for',
    async (path) => {
      const plain = await get(path)
      expect(plain.headers['content-encoding']).toBeUndefined()
      expect(plain.headers.vary).toContain('Accept-Encoding')
      const zipped = await get(path, { 'Accept-Encoding': 'gzip' })
      expect(zipped.headers['content-encoding']).toBe('gzip')
      expect(zipped.headers.etag).toBe(plain.headers.etag)
      expect(gunzipSync(zipped.body).toString()).toBe(plain.text)
      const brotli = await get(path, { 'Accept-Encoding': 'gzip, deflate, br' })
      expect(brotli.headers['content-encoding']).toBe('br')
      expect(brotliDecompressSync(brotli.body).toString()).toBe(plain.text)
      expect(brotli.body.length).toBeLessThan(plain.body.length / 4)
    },
  )

  it.each([
    ['/api/v1/categories', 200],
    [board, 200],
    ['/api/v1/experts/nobody', 404],
    ['/api/v1/bookings/%', 400],
    ['/', 200],
    ['/experts/nobody', 404],
    ['/assets/x-abc123.js', 200],
    ['/portraits/nobody.webp', 404],
    ['/healthz', 200],
    ['/problems/slot_taken', 200],
  ])('of %s carries the security headers and a strict policy', async (path, status) => {
    for (const { url } of [world, secure]) {
      const { headers, status: found } = await rawRequest(url, path)
      expect(found).toBe(status)
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'x-request-id': expect.stringMatching(/^[\w-]{36}$/) as unknown,
      })
      expect(headers['x-powered-by']).toBeUndefined()
      expect(headers['access-control-allow-origin']).toBeUndefined()
      const policy = policyOf(headers['content-security-policy'])
      const sources = new Set([...policy.values()].flat())
      expect(sources).toEqual(new Set(["'none'", "'self'", 'data:']))
      expect(policy.get('img-src')).toEqual(["'self'", 'data:'])
      for (const name of ['default-src', 'base-uri', 'frame-ancestors']) {
        expect(policy.get(name)).toEqual(["'none'"])
      }
      for (const name of ['script-src', 'style-src', 'connect-src', 'form-action']) {
        expect(policy.get(name)).toEqual(["'self'"])
      }
      expect(policy.has('upgrade-insecure-requests')).toBe(url === secure.url)
      const transport = headers['strict-transport-security']
      expect(transport).toBe(url === secure.url ? 'max-age=31536000' : undefined)
    }
  })

  it('of what is personal is kept by no cache', async () => {
    const startsAt = '2027-01-14T10:00:00Z'
    const { body: hold, headers } = await world.send('createHold', {
      body: { expertId: 'expert-ada', startsAt, minutes: 30 },
      key: newKey(),
    })
    const booked = await world.send('createBooking', {
      body: bookingInput(startsAt, { hold }),
      key: newKey(),
    })
    const { booking, manageToken: bearer } = booked.body
    const own = { params: { id: booking.id }, bearer }
    const read = await world.send('getBooking', own)
    const ticket = await world.send('createCalendarTicket', own)
    const changed = await world.send('changeBooking', {
      ...own,
      key: newKey(),
      body: { version: booking.version, topic: 'Another' },
    })
    const path = `/api/v1/bookings/${booking.id}/calendar.ics?ticket=${ticket.body.ticket}`
    const file = await get(path)
    expect(file.status).toBe(200)
    const released = await world.send('releaseHold', {
      params: { id: hold.id },
      bearer: hold.token,
    })
    const all = [headers, booked.headers, read.headers, ticket.headers, changed.headers]
    for (const each of [...all, released.headers])
      expect(each.get('cache-control')).toBe('no-store')
    expect(file.headers['cache-control']).toBe('no-store')
  })
})

function policyOf(header: string | readonly string[] | undefined): Map<string, string[]> {
  const directives = String(header).split(';')
  return new Map(
    directives.map((directive) => {
      const [name = '', ...sources] = directive.trim().split(' ')
      return [name, sources]
    }),
  )
}

describe('a request that changes something', () => {
  const attempts = [
    ['POST', '/api/v1/holds'],
    ['POST', '/api/v1/bookings'],
    ['PATCH', '/api/v1/bookings/id-000001'],
    ['DELETE', '/api/v1/holds/id-000001'],
    ['POST', '/api/v1/nothing'],
  ] as const

  async function isRefused(url: string, headers: Record<string, string>): Promise<boolean> {
    const outcomes = await Promise.all(
      attempts.map(async ([method, path]) => {
        const answer = await rawRequest(url, path, { method, headers })
        expect(answer.status).toBeGreaterThanOrEqual(400)
        return readProblem(answer).code === 'forbidden_origin'
      }),
    )
    expect(new Set(outcomes).size).toBe(1)
    return outcomes[0] === true
  }

  it('is refused if it comes from elsewhere', async () => {
    const { port } = new URL(world.url)
    for (const Origin of [
      'https://evil.example',
      'null',
      '',
      'http://127.0.0.1:1',
      'http://localhost',
      `https://127.0.0.1:${port}`,
      `http://localhost.evil.example:${port}`,
      `http://127.0.0.1.evil.example:${port}`,
      `http://127.0.0.1:${port}.evil.example`,
      `file://localhost:${port}`,
    ]) {
      expect([Origin, await isRefused(world.url, { Origin })]).toEqual([Origin, true])
    }
  })

  it('may come from our own pages, by whatever name of this machine', async () => {
    const { port } = new URL(world.url)
    for (const host of ['127.0.0.1', 'localhost', '[::1]']) {
      expect(await isRefused(world.url, { Origin: `http://${host}:${port}` })).toBe(false)
    }
    expect(await isRefused(secure.url, { Origin: 'https://experts.example' })).toBe(false)
    for (const Origin of ['http://experts.example', 'https://experts.example.evil.example']) {
      expect(await isRefused(secure.url, { Origin })).toBe(true)
    }
  })

  it('may come from a program, which sends neither Origin nor cookies', async () => {
    expect(await isRefused(world.url, {})).toBe(false)
    expect(await isRefused(world.url, { Cookie: 'ec=1' })).toBe(true)
    expect(await isRefused(world.url, { 'Sec-Fetch-Site': 'cross-site' })).toBe(true)
    expect(await isRefused(world.url, { 'Sec-Fetch-Site': 'same-site' })).toBe(true)
    expect(await isRefused(world.url, { 'Sec-Fetch-Site': 'same-origin' })).toBe(false)
  })

  it('is told apart from reading, which anybody may', async () => {
    const { status, headers } = await get('/api/v1/categories', { Origin: 'https://evil.example' })
    expect(status).toBe(200)
    expect(headers['access-control-allow-origin']).toBeUndefined()
  })
})

describe('the probes', () => {
  it('say that the server is alive, and whether its store can serve', async () => {
    expect(JSON.parse((await get('/healthz')).text)).toEqual({
      status: 'alive',
      timeZoneData: process.versions.tz,
      newestTimeZoneData: newestZoneRules.version,
      timeZoneDataIsOld: (process.versions.tz ?? '') < newestZoneRules.version,
    })
    expect(JSON.parse((await get('/readyz')).text)).toEqual({
      status: 'ready',
      relay: 'none',
      since: '2027-01-11T08:00:00Z',
      mail: 'none',
      mailSince: '2027-01-11T08:00:00Z',
    })
    const storage = await openStorage('file::memory:')
    const ping = () => Promise.reject(new Error('the disk is gone'))
    const ill = await startWorld({ storage: { ...storage, ping } })
    expect((await rawRequest(ill.url, '/healthz')).status).toBe(200)
    const answer = await rawRequest(ill.url, '/readyz')
    expect(answer.status).toBeGreaterThanOrEqual(500)
    expect(readProblem(answer).detail).toBeUndefined()
    expect(ill.log.some((line) => line.includes('the disk is gone'))).toBe(true)
    await ill.stop()
  })

  it('explain every problem where its type points to', async () => {
    for (const [code, { title, status }] of Object.entries(problems)) {
      const { text, headers } = await get(`/problems/${code}`)
      expect(headers['content-type']).toBe('text/html; charset=utf-8')
      expect(text).toContain(`<h1>${title.replaceAll("'", '&#39;')}</h1>`)
      expect(text).toContain(String(status))
    }
    expectProblem(await get('/problems/nothing'), 'not_found')
    expectProblem(await get('/problems/__proto__'), 'not_found')
  })
})
