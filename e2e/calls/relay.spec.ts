import { launchWith } from '../../playwright.config.ts'
import { type Coturn, hasCoturn, startCoturn } from '../../server/test/relay/coturn.ts'
import { type BuiltServer, makeDataDir, startServer } from '../built-server.ts'
import { apiOf, expect, test as base } from '../world.ts'
import { bookCall, enter, fakeDevices, meet } from './call-world.ts'
import { flowOf, watchConnections, watchedPage } from './connections.ts'

const secret = 'the secret of a relay in a test'
const urlOf = ({ port }: Coturn) => `turn:127.0.0.1:${port}`

const test = base.extend<object, { relay: Coturn; server: BuiltServer }>({
  relay: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      const relay = await startCoturn({ secret, servesLoopback: true })
      await use(relay)
      await relay.stop()
    },
    { scope: 'worker' },
  ],
  server: [
    async ({ relay }, use) => {
      const data = await makeDataDir()
      const server = await startServer(data.path, {
        TURN_URLS: urlOf(relay),
        TURN_SECRET: secret,
      })
      await use(server)
      await server.stop()
      await data.remove()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
})

test.skip(!hasCoturn, 'needs coturn')
test.skip('CLOCK_MOVED_MS' in process.env, 'a relay goes by the clock of the machine')
test.use({ launchOptions: launchWith(...fakeDevices) })

test('two whose networks let nothing through meet by the relay', async ({
  api,
  context,
  page,
  newVisitor,
}) => {
  await watchConnections(context, 'relay only')
  const expert = await watchedPage(await newVisitor(), 'relay only')
  await meet(page, expert, await bookCall(api))
  expect((await flowOf(page)).route).toBe('relay/relay')
  expect((await flowOf(expert)).route).toBe('relay/relay')
})

test('a wrong secret is told to both of them, and to whoever hosts', async ({
  relay,
  context,
  page,
  newVisitor,
}) => {
  const wrong = 'another secret than the relay has'
  const data = await makeDataDir()
  const server = await startServer(data.path, { TURN_URLS: urlOf(relay), TURN_SECRET: wrong })
  const other = await newVisitor()
  try {
    await watchConnections(context, 'relay only')
    const expert = await watchedPage(other, 'relay only')
    const call = await bookCall(apiOf(server.url))
    await enter(expert, server.url + call.expert)
    await enter(page, server.url + call.customer)
    for (const side of [page, expert]) {
      await expect(side.getByRole('heading', { name: /^Can’t reach/ })).toBeVisible()
      const why = side.locator('p', { hasText: 'This site’s relay refused the call' })
      await expect(why).toBeVisible()
    }
    await expect
      .poll(async () => (await (await fetch(`${server.url}/readyz`)).json()).relay)
      .toBe('refused')
    expect(server.lines.join('\n')).toMatch(/"fault":"relay_refused"/)
    expect(server.lines.join('\n')).not.toContain(wrong)
  } finally {
    // First: a page whose server is gone complains of that.
    await Promise.all([context.close(), other.close()])
    await server.stop()
    await data.remove()
  }
})
