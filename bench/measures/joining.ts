import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { launchWith } from '../../playwright.config.ts'
import { makeDataDir, startServer } from '../../e2e/built-server.ts'
import { bookCall, devicesAt, enter, openLobby } from '../../e2e/calls/call-world.ts'
import { watchedPage } from '../../e2e/calls/connections.ts'
import { apiOf } from '../../e2e/world.ts'
import { hasCoturn, startCoturn } from '../../server/test/relay/coturn.ts'
import { type Figure, figureOf } from '../figures.ts'
import { type Result, resultOf } from '../report.ts'
import type { Environment } from '../servers.ts'
import { joinByHand, type Stages } from './join-stages.ts'

interface Route {
  readonly name: 'direct' | 'by the relay'
  readonly atMost: number
}

const relaySecret = 'the secret of a relay in a bench'

const routes: readonly Route[] = [
  { name: 'direct', atMost: 1_000_000 },
  { name: 'by the relay', atMost: 1_500_000 },
]

/**
 * From the press on Join to the first picture of the other side, who is there already, in a real browser. Everything
 * shares this machine, the pictures of both sides among it.
 */
export async function benchJoining(env: Environment): Promise<Result[]> {
  const results: Result[] = []
  for (const route of routes) {
    if (route.name === 'by the relay' && !hasCoturn) continue
    results.push(await measure(env, route))
  }
  return results
}

async function measure({ settings }: Environment, { name, atMost }: Route): Promise<Result> {
  const relay =
    name === 'direct' ? null : await startCoturn({ secret: relaySecret, servesLoopback: true })
  const data = await makeDataDir()
  const server = await startServer(
    data.path,
    relay ? { TURN_URLS: `turn:127.0.0.1:${relay.port}`, TURN_SECRET: relaySecret } : {},
  )
  const browser = await chromium.launch(launchWith(...devicesAt(30)))
  try {
    const call = await bookCall(apiOf(server.url))
    const expert = await pageIn(browser, relay !== null)
    await enter(expert, server.url + call.expert)
    const stages: Stages[] = []
    for (let round = -1; round < settings.joins; round++) {
      const customer = await pageIn(browser, relay !== null)
      await openLobby(customer, server.url + call.customer)
      const taken = await joinByHand(customer)
      // The first one fills caches that everybody else finds full.
      if (round >= 0) stages.push(taken)
      await customer.context().close()
    }
    const figure = figureOf(
      stages.map(({ picture }) => picture * 1000),
      stages.reduce((sum, { picture }) => sum + picture * 1000, 0),
    )
    return joiningResult(`${name}: ${wordsOf(stages)}`, figure, atMost)
  } finally {
    await browser.close()
    await server.stop()
    await data.remove()
    await relay?.stop()
  }
}

function joiningResult(name: string, ours: Figure, atMost: number): Result {
  return resultOf({
    bench: 'joining',
    name,
    ours,
    floor: null,
    compared: 'p50',
    target: { atMost },
    rounds: { ours: [ours], floor: [] },
  })
}

/** Where the time goes: medians, each from the press on. */
function wordsOf(stages: readonly Stages[]): string {
  const median = (read: (each: Stages) => number) =>
    Math.round(stages.map(read).toSorted((a, b) => a - b)[Math.floor(stages.length / 2)] ?? 0)
  return [
    `connection made at ${median(({ made }) => made)} ms`,
    `described at ${median(({ described }) => described)}`,
    `connected at ${median(({ connected }) => connected)}`,
    `picture at ${median(({ picture }) => picture)}`,
  ].join(', ')
}

async function pageIn(browser: Browser, isRelayed: boolean): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ timezoneId: 'Asia/Kathmandu' })
  // What compiles this file leaves calls of this name in functions that run in the page.
  await context.addInitScript('globalThis.__name = (named) => named')
  return watchedPage(context, isRelayed ? 'relay only' : undefined)
}
