import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { instantOf, minute } from '../../src/domain/time/instant.ts'
import { relayAddressOf } from '../../src/relay/addresses.ts'
import { askRelay } from '../../src/relay/ask-relay.ts'
import { createIceServers, credentialFor } from '../../src/relay/ice-servers.ts'
import { type Coturn, hasCoturn, relayNow, startCoturn } from './coturn.ts'

const secret = 'a secret of the relay'

function ask(url: string, credential = fresh(), patienceMs?: number) {
  const address = relayAddressOf(url)
  if (!address) throw new Error(`${url} is faulty`)
  return askRelay(address, credential, patienceMs)
}
const later = (milliseconds: number) => instantOf(relayNow() + milliseconds)
const fresh = (of = secret) => credentialFor(of, 'test', later(minute))

if (!hasCoturn)
  process.stderr.write('SKIPPED: nothing was tried with a real relay (apt install coturn)\n')

describe.skipIf(!hasCoturn)('a real coturn', () => {
  let coturn: Coturn
  let small: Coturn
  beforeAll(async () => {
    coturn = await startCoturn({ secret })
    small = await startCoturn({ secret, totalQuota: 1 })
  }, 30_000)
  afterAll(async () => {
    await coturn.stop()
    await small.stop()
  })

  it.each(['udp', 'tcp'])('takes the credential of a call over %s', async (transport) => {
    const turnUrls = [`turn:127.0.0.1:${coturn.port}?transport=${transport}`]
    const make = createIceServers({ stunUrls: [], turnUrls, turnSecret: secret })
    const [server] = make({ bookingId: 'booking-1', role: 'expert', until: later(minute) })
    const { urls = [], username = '', credential = '' } = server ?? {}
    expect(await ask(urls[0] ?? '', { username, credential })).toEqual({ kind: 'working' })
  })

  it.each(['udp', 'tcp'])('refuses another secret and a time that is over over %s', async (by) => {
    const url = `turn:127.0.0.1:${coturn.port}?transport=${by}`
    expect(await ask(url, fresh('another secret'))).toEqual({ kind: 'refused', code: 401 })
    const late = credentialFor(secret, 'test', later(-minute))
    expect(await ask(url, late)).toEqual({ kind: 'refused', code: 401 })
    const longer = { ...late, username: late.username.replace(/^\d+/, '4000000000') }
    expect(await ask(url, longer)).toEqual({ kind: 'refused', code: 401 })
  })

  it('gets back what it gave: asking takes nothing away from calls', async () => {
    // It has one address to give, and keeps it for ten minutes where nobody gives it back.
    for (let round = 0; round < 3; round++) {
      await vi.waitFor(
        async () => expect(await ask(`turn:127.0.0.1:${small.port}`)).toEqual({ kind: 'working' }),
        { timeout: 5000, interval: 300 },
      )
    }
  })
})

describe('where nobody answers', () => {
  it('that is said after a while, and at once where the machine says so itself', async () => {
    const silent = createSocket('udp4')
    silent.bind(0, '127.0.0.1')
    await once(silent, 'listening')
    const { port } = silent.address()
    let heard = 0
    silent.on('message', () => heard++)
    const began = performance.now()
    expect(await ask(`turn:127.0.0.1:${port}`, fresh(), 900)).toEqual({
      kind: 'unreachable',
      reason: 'no answer',
    })
    expect(performance.now() - began).toBeLessThan(3000)
    // What UDP may have lost was sent again.
    expect(heard).toBe(2)
    silent.close()
    await once(silent, 'close')
    for (const transport of ['udp', 'tcp']) {
      const url = `turn:127.0.0.1:${port}?transport=${transport}`
      expect(await ask(url)).toEqual({ kind: 'unreachable', reason: 'ECONNREFUSED' })
    }
    expect(await ask('turn:nobody.invalid')).toMatchObject({ kind: 'unreachable' })
    // Where nobody may send to: the system's word for it, and no line is left open.
    const nowhere = await ask('turn:255.255.255.255')
    expect(nowhere).toEqual({ kind: 'unreachable', reason: 'EACCES' })
  })

  it.each([
    ['what is no STUN', 'HTTP/1.1 400 Bad Request\r\n\r\n'],
    ['an answer to somebody else', `\u0001\u0003\u0000\u0000!\u0012${'x'.repeat(14)}`],
    ['a length that never comes', '\u0001\u0003\u00ff\u00ff'],
  ])('%s is no answer', async (_what, said) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.write(said)
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    const url = `turn:127.0.0.1:${port}?transport=tcp`
    expect(await ask(url, fresh(), 500)).toEqual({ kind: 'unreachable', reason: 'no answer' })
    // Nor is a line without the certificate that it needs.
    const overTls = await ask(`turns:127.0.0.1:${port}`, fresh(), 500)
    expect(overTls.kind).toBe('unreachable')
    server.close()
  })
})
