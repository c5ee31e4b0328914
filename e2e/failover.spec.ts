import type { MongoMemoryReplSet } from 'mongodb-memory-server-core'
import { findMongod } from '../scripts/find-mongod.mjs'
import { killPrimary, startThreeNodes } from '../server/test/servers/three-nodes.ts'
import { chooseLaterDay, freeSlot, openExpert, slotTile } from './steps/booking-steps.ts'
import { makeDataDir, mongoStore, startServer } from './built-server.ts'
import { expect, test as base } from './world.ts'

/** The default time to an election is ten seconds, and the votes come on top. */
const electionMs = 60_000

/** A server of its own, on three nodes of which one may be lost. */
const test = base.extend<object, { nodes: MongoMemoryReplSet }>({
  nodes: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      const nodes = await startThreeNodes()
      await use(nodes)
      await nodes.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  server: [
    async ({ nodes }, use) => {
      const data = await makeDataDir()
      const server = await startServer(data.path, mongoStore(nodes.getUri(), 'failover'))
      await use(server)
      await server.stop()
      await data.remove()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})

test.skip(findMongod() === null, 'needs a MongoDB server')

test('a database that loses its primary shows as a short break, and the page goes on by itself', async ({
  page,
  api,
  nodes,
  expectFailedLoads,
}) => {
  test.setTimeout(240_000)
  expectFailedLoads('offline', 503)
  const slug = 'tomasz-wojcik'
  await openExpert(page, slug)
  await chooseLaterDay(page)
  const startsAt = await freeSlot(page)
  let loads = 0
  page.on('load', () => (loads += 1))

  await killPrimary(nodes)
  await expect(page.getByText('Reconnecting…', { exact: true }).first()).toBeVisible({
    timeout: electionMs,
  })
  await expect(page.getByText('Live', { exact: true })).toBeVisible({ timeout: electionMs })
  await expect(slotTile(page, startsAt)).toHaveAttribute('data-state', 'free')

  const { body: expert } = await api(`/experts/${slug}`)
  const { status } = await api('/bookings', {
    method: 'POST',
    headers: { 'idempotency-key': `after-failover-${startsAt}` },
    body: {
      expertId: expert.id,
      startsAt,
      minutes: 30,
      customer: { name: 'Grace Hopper', email: 'grace.hopper@example.com' },
      timeZone: 'UTC',
    },
  })
  expect(status).toBe(201)
  await expect(slotTile(page, startsAt)).toHaveAttribute('data-state', 'taken')
  expect(loads).toBe(0)
})
