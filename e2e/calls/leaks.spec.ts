import type { CDPSession, Page } from '@playwright/test'
import { launchWith } from '../../playwright.config.ts'
import { expect, test } from '../world.ts'
import { bookCall, fakeDevices, join, leaveButton } from './call-world.ts'
import { type Resources, openResources, watchResources } from './resources.ts'

test.use({ launchOptions: launchWith(...fakeDevices) })

/** What a page holds, as it counts itself and as the browser counts it. */
interface Held extends Resources {
  readonly nodes: number
  readonly listeners: number
}

async function heldBy(page: Page, browser: CDPSession): Promise<Held> {
  // Twice: what the first frees may hold on to something that only the second reaches.
  for (let times = 0; times < 2; times += 1) await browser.send('HeapProfiler.collectGarbage')
  const { metrics } = await browser.send('Performance.getMetrics')
  const count = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0
  return {
    ...(await openResources(page)),
    nodes: count('Nodes'),
    listeners: count('JSEventListeners'),
  }
}

const nothing: Resources = { connections: 0, tracks: 0, contexts: 0 }

for (const manner of ['with camera and microphone', 'as a listener'] as const) {
  test(`whoever comes and goes 25 times ${manner} leaves nothing behind`, async ({
    api,
    context,
    page,
    newVisitor,
  }) => {
    const call = await bookCall(api)
    const visitor = await newVisitor()
    const other = await visitor.newPage()
    await other.goto(call.expert)
    await join(other)

    await watchResources(context)
    const browser = await context.newCDPSession(page)
    await browser.send('Performance.enable')
    await page.goto(call.customer)
    if (manner === 'with camera and microphone') {
      await page.getByRole('button', { name: 'Turn on camera and microphone' }).click()
      await expect(page.getByText('You’ll join with video and sound.')).toBeVisible()
    }

    /** In, until the two are connected, and out again. */
    async function visit(way: 'Join session' | 'Rejoin') {
      await page.getByRole('button', { name: way }).click()
      await expect(page.getByRole('button', { name: /^Connection: / })).toBeVisible()
      await leaveButton(page).click()
      await expect(page.getByRole('heading', { name: 'You left the session' })).toBeVisible()
    }

    for (let time = 1; time <= 5; time += 1) await visit(time === 1 ? 'Join session' : 'Rejoin')
    const before = await heldBy(page, browser)
    expect(before).toMatchObject({ ...nothing })
    for (let time = 6; time <= 25; time += 1) await visit('Rejoin')
    await expect.poll(() => openResources(page)).toEqual(nothing)
    // Less than one for each visit since. Timers of the last one may still be on their way.
    await expect
      .poll(async () => {
        const { nodes, listeners } = await heldBy(page, browser)
        return { nodes: nodes - before.nodes < 15, listeners: listeners - before.listeners < 10 }
      })
      .toEqual({ nodes: true, listeners: true })
  })
}
