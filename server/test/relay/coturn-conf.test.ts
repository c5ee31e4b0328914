import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { instantOf } from '../../src/domain/time/instant.ts'
import { relayAddressOf } from '../../src/relay/addresses.ts'
import { askRelay } from '../../src/relay/ask-relay.ts'
import { credentialFor } from '../../src/relay/ice-servers.ts'
import { type Coturn, hasCoturn, relayNow, startCoturn } from './coturn.ts'
import { askPermissions } from './permissions.ts'

const secret = 'a secret of the relay'
const configFile = fileURLToPath(new URL('../../../deploy/coturn.conf', import.meta.url))

const listed = (text: string) => text.split(' ')
const inside = [
  '0.0.0.1 10.0.0.1 10.255.255.255 100.64.0.1 127.0.0.1 169.254.169.254 172.16.0.1',
  '172.31.255.255 192.168.0.1 192.168.255.255 198.18.0.1 203.0.113.1 224.0.0.1',
  '239.255.255.255 240.0.0.1 255.255.255.255',
].flatMap(listed)
const outside = listed('1.1.1.1 9.255.255.255 11.0.0.1 172.15.255.255 172.32.0.1 223.0.0.1')
const inside6 = [
  ':: ::1 ::ffff:7f00:1 ::ffff:a00:1 ::7f00:1 64:ff9b::a00:1 fc00::1 fd12:3456::1',
  'fe80::1 febf::1 ff02::1 2001:db8::1 2002:a00:1:: 2001::1',
].flatMap(listed)
const outside6 = listed('2606:4700::1111 2a00::1 2003::1')

describe.skipIf(!hasCoturn)('deploy/coturn.conf', () => {
  let coturn: Coturn
  beforeAll(async () => {
    coturn = await startCoturn({ secret, configFile })
  }, 30_000)
  afterAll(() => coturn.stop())

  it('gives addresses to whom our servers name', async () => {
    const address = relayAddressOf(`turn:127.0.0.1:${coturn.port}`)
    if (!address) throw new Error('no address')
    const ask = (of: string) =>
      askRelay(address, credentialFor(of, 'test', instantOf(relayNow() + 60_000)))
    expect(await ask(secret)).toEqual({ kind: 'working' })
    expect(await ask('another')).toEqual({ kind: 'refused', code: 401 })
  })

  it.each([
    [4, inside, outside],
    [6, inside6, outside6],
  ] as const)('leads to nothing inside of IPv%i, and out of it', async (family, denied, open) => {
    const { ask, close } = await askPermissions(coturn.port, secret, family)
    for (const peer of denied) expect([peer, (await ask(peer)).errorCode]).toEqual([peer, 403])
    for (const peer of open) expect([peer, (await ask(peer)).errorCode]).toEqual([peer, 0])
    close()
  })
})
