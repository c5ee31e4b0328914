import type { Page } from '@playwright/test'
import { launchWith } from '../../playwright.config.ts'
import { findMongod } from '../../scripts/find-mongod.mjs'
import { type Gate, openGate } from '../../server/test/servers/gate.ts'
import { killPrimary, startThreeNodes } from '../../server/test/servers/three-nodes.ts'
import { type BuiltServer, makeDataDir, mongoStore, startServer } from '../built-server.ts'
import { apiOf, expect, test as base } from '../world.ts'
import { bookCall, expectMedia, fakeDevices, meet } from './call-world.ts'
import { flowOf, watchConnections, watchedPage } from './connections.ts'
import { freePort } from '../../server/test/free-port.ts'

interface Behind {
  readonly port: number
  /** In front of the server, for one side of the call. */
  readonly gate: Gate
}

/** The customer comes through a gate that can be cut, the expert straight. */
const test = base.extend<object, Behind & { server: BuiltServer }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern
  port: [async ({}, use) => use(await freePort()), { scope: 'worker' }],
  gate: [
    async ({ port }, use) => {
      const gate = await openGate({ host: 'localhost', port })
      await use(gate)
      await gate.close()
    },
    { scope: 'worker' },
  ],
  server: [
    async ({ port, gate }, use) => {
      const data = await makeDataDir()
      const server = await startServer(data.path, {
        PORT: String(port),
        PUBLIC_URL: `http://localhost:${gate.port}`,
      })
      await use(server)
      await server.stop()
      await data.remove()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
})
test.use({ launchOptions: launchWith(...fakeDevices) })

const cutMs = 10_000
/** The default time to an election is ten seconds, and the votes come on top. */
const electionMs = 60_000

/** Media went on in the connection that was there before. */
async function expectSameConnection(page: Page, made: number): Promise<void> {
  await expectMedia(page)
  expect(await connectionsMade(page)).toBe(made)
}

function connectionsMade(page: Page): Promise<number> {
  return page.evaluate(
    () => (globalThis as unknown as { keptConnections: unknown[] }).keptConnections.length,
  )
}

test('a server that is away for a while interrupts no call, and signals go on after it', async ({
  api,
  context,
  page,
  newVisitor,
  port,
  gate,
  expectFailedLoads,
}) => {
  expectFailedLoads('offline')
  await watchConnections(context)
  const expert = await watchedPage(await newVisitor({ baseURL: `http://localhost:${port}` }))
  const call = await bookCall(api)
  await meet(page, expert, call)
  const made = await connectionsMade(page)

  gate.cut()
  const told = page.getByText('We’ve lost the connection to our server.')
  await expect(told).toBeVisible()
  await page.waitForTimeout(cutMs)
  await expectSameConnection(page, made)
  gate.open()
  await expect(told).toHaveCount(0)
  await expectSameConnection(page, made)
  expect((await flowOf(page)).open).toBe(1)

  // A page that comes back is met anew, by signals alone.
  await expert.reload()
  await Promise.all([expectMedia(page), expectMedia(expert)])
})

test.describe('two servers on one store', () => {
  test.skip(findMongod() === null, 'needs a MongoDB server')

  test('the call survives the kill of one of them, and of the primary of their database', async ({
    context,
    page,
    newVisitor,
    expectFailedLoads,
  }) => {
    expectFailedLoads('offline', 503)
    const nodes = await startThreeNodes()
    const data = await makeDataDir()
    const store = mongoStore(nodes.getUri(), 'call')
    const port = await freePort()
    const gate = await openGate({ host: 'localhost', port })
    const behindGate = { PORT: String(port), PUBLIC_URL: `http://localhost:${gate.port}`, ...store }
    const servers = [await startServer(data.path, behindGate)]
    servers.push(await startServer(data.path, store))
    try {
      const [first, second] = servers
      await watchConnections(context)
      const expert = await watchedPage(await newVisitor({ baseURL: second?.url ?? '' }))
      const call = await bookCall(apiOf(second?.url ?? ''))
      const at = { ...call, customer: `http://localhost:${gate.port}${call.customer}` }
      await meet(page, expert, at)
      const made = await connectionsMade(page)

      await first?.stop('SIGKILL')
      await expectSameConnection(page, made)
      servers[0] = await startServer(data.path, behindGate)
      await expect(page.getByText('We’ve lost the connection to our server.')).toHaveCount(0)
      await expectSameConnection(page, made)

      await killPrimary(nodes)
      await expectSameConnection(page, made)
      await expect(async () => {
        await expert.reload()
        await Promise.all([expectMedia(page), expectMedia(expert)])
      }).toPass({ timeout: 3 * electionMs })
    } finally {
      await Promise.all(servers.map((server) => server.stop()))
      await gate.close()
      await nodes.stop()
      await data.remove()
    }
  })
})
