import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ClientFixture, makeClient } from '../client-fixture.ts'
import { startWorld, type World } from '../harness.ts'
import { connect as openLine } from '../realtime/listener.ts'
import { rawRequest } from '../raw-request.ts'

let client: ClientFixture
let world: World
beforeAll(async () => {
  client = await makeClient()
  world = await startWorld({ clientDir: client.dir, trustProxy: 1 })
})
afterAll(async () => {
  await world.stop()
  await client.remove()
})

async function open(): Promise<Socket> {
  const { hostname, port } = new URL(world.url)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  return socket
}

/** All that comes back until the server ends the connection. */
async function exchange(text: string): Promise<string> {
  const socket = await open()
  socket.write(text)
  let answer = ''
  for await (const chunk of socket) answer += String(chunk)
  return answer
}

const upgrades = ['h2c', 'websocket', 'TLS/1.0', 'foo/2, bar']

describe('a request that asks for another protocol', () => {
  it.each(upgrades)('is answered as if it had not: %s', async (upgrade) => {
    const answer = await exchange(
      `GET /api/v1/categories HTTP/1.1\r\nHost: x\r\nUpgrade: ${upgrade}\r\n` +
        'HTTP2-Settings: AAMAAABkAAQAAP__\r\nConnection: Upgrade, HTTP2-Settings, close\r\n\r\n',
    )
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
    expect(answer).toContain('\r\npermissions-policy: ')
    expect(answer).toContain('"items":[')
  })

  it('brings its body along, and the next request on the same connection', async () => {
    const body = JSON.stringify({ email: 'grace@example.com' })
    const [whole, rest] = [body.slice(0, 9), body.slice(9)]
    const socket = await open()
    let answer = ''
    socket.on('data', (chunk) => (answer += String(chunk)))
    socket.write(
      `POST /api/v1/auth/start HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n` +
        `Content-Length: ${body.length}\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n${whole}`,
    )
    await new Promise((resolve) => setTimeout(resolve, 100))
    socket.write(rest)
    socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
    await once(socket, 'close')
    expect(answer).toMatch(/^HTTP\/1\.1 202 Accepted\r\n/)
    expect(answer).toMatch(/HTTP\/1\.1 200 OK\r\n(.*\r\n)+\r\n\{"status":"alive"/)
  })

  it('is known by the address that a proxy saw, as every other one', async () => {
    const limited = await startWorld({ rateLimits: true, trustProxy: 1 })
    const answer = await rawRequest(limited.url, '/api/v1/categories', {
      headers: { Upgrade: 'h2c', Connection: 'Upgrade', 'X-Forwarded-For': '203.0.113.1' },
    })
    const plain = await rawRequest(limited.url, '/api/v1/categories', {
      headers: { 'X-Forwarded-For': '203.0.113.1' },
    })
    expect(answer.headers['ratelimit']).toMatch(/r=1199/)
    expect(plain.headers['ratelimit']).toMatch(/r=1198/)
    await limited.stop()
  })

  it('but for a live line, which is opened as ever', async () => {
    const line = await openLine(world.url)
    expect(line.isConnected()).toBe(true)
    line.close()
  })
})

it.each(['/socket.io/?EIO=4&transport=polling', '/socket.io/x', '/socket.io/'])(
  'what asks for a live line without an upgrade is answered by the application: %s',
  async (path) => {
    const { status, headers } = await rawRequest(world.url, path)
    expect(status).toBe(404)
    expect(headers['permissions-policy']).toContain('camera=()')
    expect(headers['content-security-policy']).toBeDefined()
  },
)

it.each([
  ['GET', '/'],
  ['GET', '/nothing/here'],
  ['GET', '/assets/x-abc123.js'],
  ['GET', '/index.html'],
  ['GET', '/api/v1/categories'],
  ['GET', '/api/v1/nothing'],
  ['PUT', '/api/v1/categories'],
  ['POST', '/api/v1/holds'],
  ['GET', '/api/v1/bookings/%'],
  ['GET', '/portraits/nobody.webp'],
  ['GET', '/photos/nobody'],
  ['GET', '/openapi.json'],
  ['GET', '/docs'],
  ['GET', '/healthz'],
  ['OPTIONS', '/api/v1/holds'],
  ['TRACE', '/'],
])('%s %s denies cameras, microphones and places', async (method, path) => {
  const { headers } = await rawRequest(world.url, path, { method })
  expect(headers['permissions-policy']).toMatch(/geolocation=\(\).*camera=\(\).*microphone=\(\)/)
})

describe('whoever sends a byte at a time', () => {
  const head =
    'POST /api/v1/auth/start HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n'

  async function trickle(socket: Socket, byte: string): Promise<string> {
    let answer = ''
    socket.on('data', (chunk) => (answer += String(chunk)))
    socket.on('error', () => undefined)
    const sending = setInterval(() => socket.write(byte), 500)
    await once(socket, 'close')
    clearInterval(sending)
    return answer
  }

  it('of a head or of a body is let go, and others are served meanwhile', async () => {
    const [slowHead, slowBody] = await Promise.all([open(), open()])
    slowHead.write('GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ')
    slowBody.write(`${head}\r\n{`)
    const both = Promise.all([trickle(slowHead, 'x'), trickle(slowBody, ' ')])
    expect((await rawRequest(world.url, '/healthz')).status).toBe(200)
    for (const answer of await both) expect(answer).toMatch(/^HTTP\/1\.1 408 /)
  }, 60_000)
})
