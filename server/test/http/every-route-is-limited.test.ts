import { Agent, request } from 'node:http'
import { type EndpointName, endpoints } from '@expertconnect/contract/endpoints'
import { problems } from '@expertconnect/contract/problems'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ClientFixture, makeClient } from '../client-fixture.ts'
import { startWorld, type World } from '../harness.ts'
import { rawRequest } from '../raw-request.ts'
import { readProblem } from './problem-check.ts'

const flooder = '203.0.113.1'
const stranger = '198.51.100.1'

let client: ClientFixture
let world: World
beforeAll(async () => {
  client = await makeClient()
  world = await startWorld({
    rateLimits: true,
    trustProxy: 1,
    clientDir: client.dir,
    securityContact: 'mailto:ada@example.com',
  })
})
afterAll(async () => {
  await world.stop()
  await client.remove()
})

const names = Object.keys(endpoints) as EndpointName[]
const filled = (name: EndpointName) =>
  `/api/v1${endpoints[name].path.replaceAll(/\{\w+\}/g, 'nobody-1')}`

async function ask(method: string, path: string, from: string): Promise<number> {
  const headers = { 'X-Forwarded-For': from, 'Sec-Fetch-Site': 'same-origin' }
  return (await rawRequest(world.url, path, { method, headers })).status
}

/** Asks for the same thing until it is refused; answers how often it was not. */
async function askUntilRefused(method: string, path: string, from: string): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  const { hostname, port } = new URL(world.url)
  let answered = 0
  let refused = false
  const status = () =>
    new Promise<number>((resolve, reject) => {
      const headers = { 'X-Forwarded-For': from }
      request({ hostname, port, path, method, headers, agent }, (answer) => {
        answer.resume().once('end', () => resolve(answer.statusCode ?? 0))
      })
        .once('error', reject)
        .end()
    })
  const keepAsking = async () => {
    while (!refused && answered < 20_000) {
      if ((await status()) === 429) refused = true
      else answered++
    }
  }
  await Promise.all(Array.from({ length: 16 }, keepAsking))
  agent.destroy()
  return answered
}

describe('whoever has used up what a network address may read in a minute', () => {
  it('is refused every endpoint that reads, and a neighbour is not', async () => {
    const answered = await askUntilRefused('GET', '/api/v1/categories', '192.0.2.1')
    expect(answered).toBe(1200)
    for (const name of names.filter((each) => endpoints[each].method === 'GET')) {
      expect([name, await ask('GET', filled(name), '192.0.2.1')]).toEqual([name, 429])
      expect([name, await ask('GET', filled(name), '192.0.2.2')]).not.toEqual([name, 429])
    }
  })

  it.each(['/api/v1/bookings/nobody-1/calendar.ics', '/photos/x.webp', '/experts/ada-lovelace'])(
    'is refused %s as well',
    async (path) => {
      expect(await ask('GET', path, '192.0.2.1')).toBe(429)
      expect(await ask('GET', path, '192.0.2.2')).not.toBe(429)
    },
  )
})

it('whoever has used up what an address may change is refused every endpoint that changes something', async () => {
  const answered = await askUntilRefused('DELETE', '/api/v1/holds/nobody-1', '192.0.2.3')
  expect(answered).toBe(300)
  for (const name of names.filter((each) => endpoints[each].method !== 'GET')) {
    const { method } = endpoints[name]
    expect([name, await ask(method, filled(name), '192.0.2.3')]).toEqual([name, 429])
    expect([name, await ask(method, filled(name), '192.0.2.4')]).not.toEqual([name, 429])
  }
})

it('whoever reads calendars again and again is refused them', async () => {
  const path = '/api/v1/calendars/nobody-1.ics'
  expect(await askUntilRefused('GET', path, '192.0.2.7')).toBe(120)
  expect(await ask('HEAD', path, '192.0.2.7')).toBe(429)
  expect(await ask('GET', path, '192.0.2.8')).toBe(404)
})

it('whoever asks again and again whether the server can serve is refused that', async () => {
  expect(await askUntilRefused('GET', '/readyz', '192.0.2.5')).toBe(300)
  expect(await ask('GET', '/healthz', '192.0.2.5')).toBe(200)
  expect(await ask('GET', '/readyz', '192.0.2.6')).toBe(200)
})

describe('a network that floods', () => {
  const paths = [
    '/',
    '/experts',
    '/experts/ada-lovelace',
    '/nothing/here',
    '/index.html',
    '/assets/x-abc123.js',
    '/assets/nothing.js',
    '/portraits/nobody.webp',
    '/photos/nobody.webp',
    '/healthz',
    '/readyz',
    '/openapi.json',
    '/docs',
    '/docs.css',
    '/.well-known/security.txt',
    '/problems/slot_taken',
    '/api/v1/nothing',
    '/api/v1/categories',
  ]

  it('is refused every route there is, from all its addresses, in one line of the log; others are served meanwhile', async () => {
    const before = world.log.length
    expect(await askUntilRefused('GET', '/healthz', flooder)).toBe(4000)
    const lines = world.log.slice(before).filter((line) => line.includes('"status":429'))
    expect(lines).toHaveLength(1)

    const walk = Promise.all(paths.map((path) => ask('GET', path, '203.0.113.77')))
    const answers = [walk, ask('GET', '/healthz', stranger)]
    // What is refused is kept back, and what others ask for is not.
    expect(await Promise.race(answers)).toBe(200)
    expect(await walk).toEqual(paths.map(() => 429))
    world.clock.advance(1000)
    expect(await ask('GET', '/healthz', flooder)).toBe(200)
  })
})

it('a refusal says when to come back', async () => {
  await askUntilRefused('DELETE', '/api/v1/holds/nobody-1', '192.0.2.9')
  const answer = await rawRequest(world.url, '/api/v1/auth/verify', {
    method: 'POST',
    headers: { 'X-Forwarded-For': '192.0.2.9' },
  })
  const problem = readProblem(answer)
  expect([problem.code, problem.status]).toEqual(['too_many', problems.too_many.status])
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(60)
})
