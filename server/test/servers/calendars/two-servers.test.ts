import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createSeal } from '../../../src/busy/seal.ts'
import { instantOf } from '../../../src/domain/time/instant.ts'
import { sealAccess } from '../../../src/services/calendars/access.ts'
import { killAll, startServer } from '../../crash/real-server.ts'
import { aSource } from '../../storage/calendars/source-fixtures.ts'
import { mongoUrl } from '../../storage/mongo/mongo-store.ts'
import { environmentFor, openSharedStore, type SharedStore } from '../shared-store.ts'

const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'END:VCALENDAR', ''].join('\r\n')
const calendars = 24
/** So many lines has one server. */
const ofOneServer = 4
/** So long that whoever else would ask for the same one does it meanwhile. */
const answerMs = 500

/** A slow server of one calendar: each calendar is at one of its own, since one is asked for one at a time. */
interface Host {
  readonly server: Server
  readonly origin: string
  asked: number
  most: number
}

describe.skipIf(mongoUrl === null)('two servers and the calendars of one store', () => {
  let store: SharedStore
  const hosts: Host[] = []
  let now = 0
  let atOnce = 0

  beforeAll(async () => {
    for (let index = 0; index < calendars; index++) hosts.push(await startHost())
    store = await openSharedStore()
  })
  afterAll(async () => {
    await killAll()
    await store.dispose()
    for (const { server } of hosts) server.close()
  })

  async function startHost(): Promise<Host> {
    let here = 0
    const server = createServer((_request, response) => {
      host.asked += 1
      host.most = Math.max(host.most, ++here)
      atOnce = Math.max(atOnce, ++now)
      setTimeout(() => {
        here -= 1
        now -= 1
        response.setHeader('Content-Type', 'text/calendar').end(text)
      }, answerMs)
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const host: Host = { server, origin, asked: 0, most: 0 }
    return host
  }

  it('fetch each of them once when its time has come, side by side', async () => {
    const environment: Record<string, string> = {
      ...environmentFor(store.url),
      CALENDAR_ORIGINS: hosts.map(({ origin }) => origin).join(','),
    }
    await Promise.all([startServer(environment), startServer(environment)])
    const seal = createSeal(environment['SECRET'] ?? '')
    const dueAt = instantOf(Date.now())
    await Promise.all(
      hosts.map(({ origin }, index) => {
        const id = `source-of-two-servers-${index}`
        const access = { address: `${origin}/calendar.ics`, account: null }
        const sealedAddress = sealAccess(seal, access, id)
        return store.storage.calendars.addSource(
          aSource({ id, kind: 'file', sealedAddress, dueAt }),
        )
      }),
    )
    const sources = () => store.storage.calendars.sourcesOf('expert-ada')
    await vi.waitFor(
      async () => {
        const fresh = (await sources()).filter(({ state }) => state.freshAt !== null)
        expect(fresh).toHaveLength(calendars)
      },
      { timeout: 120_000, interval: 100 },
    )
    // Whoever had taken one of them for due as well would be there by now.
    await delay(2 * answerMs)
    expect(hosts.map(({ asked }) => asked)).toEqual(hosts.map(() => 1))
    expect(hosts.map(({ most }) => most)).toEqual(hosts.map(() => 1))
    expect(atOnce).toBeGreaterThan(ofOneServer)
  })
})
