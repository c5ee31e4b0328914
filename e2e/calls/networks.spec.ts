import type { Page } from '@playwright/test'
import { type BuiltServer, makeDataDir } from '../built-server.ts'
import { apiOf, expect, test as base } from '../world.ts'
import { bookCall, expectMedia, meet } from './call-world.ts'
import { type Flow, flowOf, watchedPage } from './connections.ts'
import {
  browserIn,
  joinNetworks,
  type Network,
  type Networks,
  networksMissing,
  startBetween,
} from './networks.ts'

const missing = await networksMissing()

/** Each side sits in a network of its own; the server lies in between. */
interface Between {
  readonly networks: Networks
}
interface Sides {
  readonly customer: Page
  readonly expert: Page
}

const test = base.extend<Sides, Between & { server: BuiltServer }>({
  networks: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      const networks = await joinNetworks()
      await use(networks)
      await networks.remove()
    },
    { scope: 'worker' },
  ],
  server: [
    async ({ networks }, use) => {
      const data = await makeDataDir()
      const server = await startBetween(networks, data.path)
      await use(server)
      await server.stop()
      await data.remove()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  customer: async ({ networks, server }, use) => pageIn(networks.one, server, use),
  expert: async ({ networks, server }, use) => pageIn(networks.other, server, use),
})
test.skip(missing !== null, `needs networks of its own: ${missing}`)

test.beforeEach(async ({ server, customer, expert }) => {
  const call = await bookCall(apiOf(server.url))
  await meet(customer, expert, {
    ...call,
    customer: server.url + call.customer,
    expert: server.url + call.expert,
  })
  await customer.keyboard.press('Control+d')
  await expect(customer.getByRole('button', { name: 'Unmute microphone' })).toBeVisible()
})

test.afterEach(async ({ networks }) => {
  await Promise.all([networks.one.restore(), networks.other.restore()])
})

for (const seconds of [5, 20]) {
  test(`a line that is cut for ${seconds} s is mended, and all is as it was`, async ({
    networks,
    customer,
    expert,
  }) => {
    await networks.one.cut()
    await customer.waitForTimeout(seconds * 1000)
    await networks.one.mend()
    await expectBothSeen(customer, expert)
    await expectStillMuted(customer, expert)
  })
}

test('an address that changes in the call costs a moment', async ({
  networks,
  customer,
  expert,
}) => {
  await networks.one.changeAddress()
  // What had come before is still shown for a moment.
  await customer.waitForTimeout(1000)
  await expectBothSeen(customer, expert)
  await expectStillMuted(customer, expert)
})

test('a line that loses a packet in twenty carries picture and sound', async ({
  networks,
  customer,
  expert,
}) => {
  await networks.one.lose(5)
  await networks.other.lose(5)
  await customer.getByRole('button', { name: 'Unmute microphone' }).click()
  await Promise.all([expectMedia(customer), expectMedia(expert)])
  const before = await flowOf(expert)
  await expert.waitForTimeout(10_000)
  await expectMedia(expert)
  // Of fifty packets a second.
  expect((await flowOf(expert)).soundPackets - before.soundPackets).toBeGreaterThan(250)
})

test('on a line of 300 kbit/s the sound survives', async ({ networks, customer, expert }) => {
  await customer.getByRole('button', { name: 'Unmute microphone' }).click()
  await networks.one.narrow(300)
  await expert.waitForTimeout(12_000)
  const before = await flowOf(expert)
  await expert.waitForTimeout(10_000)
  const after = await flowOf(expert)
  expect(after.state).toBe('connected')
  expect(after.soundPackets - before.soundPackets).toBeGreaterThan(250)
  expect(after.energy).toBeGreaterThan(before.energy)
})

/** Pictures come in at both; who is muted is not heard. */
async function expectBothSeen(customer: Page, expert: Page): Promise<void> {
  const before = { customer: await flowOf(customer), expert: await flowOf(expert) }
  const grows = (now: Flow, then: Flow) => now.frames > then.frames + 5 || now.open === 0
  await expect
    .poll(
      async () => {
        const now = { customer: await flowOf(customer), expert: await flowOf(expert) }
        return [
          now.customer.state,
          now.expert.state,
          grows(now.customer, before.customer),
          grows(now.expert, before.expert),
        ]
      },
      { timeout: 120_000 },
    )
    .toEqual(['connected', 'connected', true, true])
}

async function expectStillMuted(customer: Page, expert: Page): Promise<void> {
  await expect(customer.getByRole('button', { name: 'Unmute microphone' })).toBeVisible()
  await expect(customer.getByRole('button', { name: 'Turn camera off' })).toBeVisible()
  await expect(expert.getByText(', muted')).toBeAttached()
}

async function pageIn(
  network: Network,
  { url }: BuiltServer,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const browser = await browserIn(network, url)
  const context = await browser.newContext({ timezoneId: 'Asia/Kathmandu', locale: 'en-GB' })
  await use(await watchedPage(context))
  await browser.close()
}
