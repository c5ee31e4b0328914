import type { Browser, Page } from '@playwright/test'
import { makeDataDir } from '../../e2e/built-server.ts'
import { bookCall, devicesAt, meet } from '../../e2e/calls/call-world.ts'
import { flowOf, watchedPage } from '../../e2e/calls/connections.ts'
import {
  browserIn,
  joinNetworks,
  type Network,
  networksMissing,
  startBetween,
} from '../../e2e/calls/networks.ts'
import { apiOf } from '../../e2e/world.ts'
import { figureOf, microseconds } from '../figures.ts'
import { type Result, resultOf } from '../report.ts'
import type { Environment } from '../servers.ts'

interface Break {
  readonly name: string
  /** Comes back when the line is whole again. */
  readonly happen: (line: Network, page: Page) => Promise<void>
  /** Milliseconds in which what had come before the break is still shown. */
  readonly echo: number
}

/** What waits to be shown is a second's worth at most, and no break is mended sooner. */
const longestEcho = 1000

const breaks: readonly Break[] = [
  ...[5, 20].map((seconds) => ({
    name: `cut for ${seconds} s`,
    async happen(line: Network, page: Page) {
      await line.cut()
      await page.waitForTimeout(seconds * 1000)
      await line.mend()
    },
    echo: 0,
  })),
  { name: 'another address', happen: (line) => line.changeAddress(), echo: longestEcho },
]

/** From the moment at which one side's line is whole again to pictures at both sides, each in a network of its own. */
export async function benchMending(env: Environment): Promise<Result[]> {
  if ((await networksMissing()) !== null) return []
  const networks = await joinNetworks()
  const data = await makeDataDir()
  const server = await startBetween(networks, data.path)
  const browsers = [
    await browserIn(networks.one, server.url, devicesAt(30)),
    await browserIn(networks.other, server.url, devicesAt(30)),
  ]
  try {
    const [customer, expert] = await Promise.all(browsers.map(pageOf))
    if (!customer || !expert) throw new Error('There is no page')
    const call = await bookCall(apiOf(server.url))
    const at = { customer: server.url + call.customer, expert: server.url + call.expert }
    await meet(customer, expert, { ...call, ...at })
    const results: Result[] = []
    for (const { name, happen, echo } of breaks) {
      const taken: number[] = []
      for (let round = 0; round < env.settings.breaks; round++) {
        await happen(networks.one, customer)
        taken.push(await untilSeen([customer, expert], echo))
        // The next one finds a call that has settled.
        await customer.waitForTimeout(3000)
      }
      results.push(mendingResult(name, taken))
    }
    return results
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()))
    await server.stop()
    await data.remove()
    await networks.remove()
  }
}

function mendingResult(name: string, taken: readonly number[]): Result {
  const figure = figureOf(
    taken,
    taken.reduce((sum, each) => sum + each, 0),
  )
  return resultOf({
    bench: 'mending',
    name: `line whole again to pictures at both sides, ${name}`,
    ours: figure,
    floor: null,
    compared: 'p50',
    target: null,
    rounds: { ours: [figure], floor: [] },
  })
}

/** Microseconds until new pictures have come in at each of them. */
async function untilSeen(pages: readonly Page[], echo: number): Promise<number> {
  const began = microseconds()
  await Promise.all(
    pages.map(async (page) => {
      await page.waitForTimeout(echo)
      const { frames } = await flowOf(page)
      for (;;) {
        const now = await flowOf(page)
        // A connection that was made anew counts from the beginning.
        if (now.state === 'connected' && (now.frames > frames + 1 || now.frames < frames)) return
        await page.waitForTimeout(20)
      }
    }),
  )
  return microseconds() - began
}

async function pageOf(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ timezoneId: 'Asia/Kathmandu' })
  await context.addInitScript('globalThis.__name = (named) => named')
  return watchedPage(context)
}
