import {
  type BrowserContext,
  type BrowserContextOptions,
  type CDPSession,
  chromium,
  expect,
  type Page,
  test as base,
} from '@playwright/test'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { launchWith } from '../playwright.config.ts'
import { moveClock } from '../scripts/move-clock.mjs'
import { type BuiltServer, makeDataDir, startServer } from './built-server.ts'

export { expect } from '@playwright/test'

export interface ApiAnswer {
  readonly status: number
  readonly headers: Headers
  /** The parsed JSON; null where there is none. Tests know what they asked for. */
  // oxlint-disable-next-line typescript/no-explicit-any -- the contract is held by the tests of the server
  readonly body: any
}

export type Api = (
  path: string,
  request?: { method?: string; body?: unknown; headers?: Record<string, string> },
) => Promise<ApiAnswer>

interface VisitorOptions extends BrowserContextOptions {
  /** As the setting of Chrome that is called so: neither cookies nor anything else is kept. */
  readonly blocksCookies?: boolean
}

interface Options {
  /**
   * Glass is painted without a graphics card here, which takes half of the time of a test, and axe cannot tell what lies
   * behind it. So pages show as to whoever asks their system for less transparency. What is about the look, or about
   * what most people see, asks for glass.
   */
  readonly surfaces: 'opaque' | 'glass'
}

interface Fixtures extends Options {
  /** Calls `/api/v1` + path, as a client without cookies. */
  readonly api: Api
  /**
   * Says that loads with these statuses will fail, or that the server will be away. Everything else that a page writes
   * as an error, and every exception that nobody catches, fails the test.
   */
  readonly expectFailedLoads: (...kinds: readonly (number | 'offline')[]) => void
  /** One more browser, in a time zone and locale of its own if they are named. */
  readonly newVisitor: (options?: VisitorOptions) => Promise<BrowserContext>
}

export const test = base.extend<
  Fixtures & { readonly watched: Complaints },
  { server: BuiltServer }
>({
  server: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      const data = await makeDataDir()
      const server = await startServer(data.path)
      await use(server)
      await server.stop()
      await data.remove()
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  surfaces: ['opaque', { option: true }],

  baseURL: async ({ server }, use) => use(server.url),

  // Every visitor comes from a network of their own, since sign-in is limited for each of them.
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern
  extraHTTPHeaders: async ({}, use) => use(fromAnotherNetwork()),

  api: async ({ server }, use) => use(apiOf(server.url)),

  watched: [
    async ({ context, surfaces }, use) => {
      await tellTime(context)
      show(context, surfaces)
      awaitDrawing(context)
      const complaints = new Complaints()
      complaints.listenTo(context)
      await use(complaints)
      expect(complaints.unexpected(), 'errors in the console').toEqual([])
    },
    { auto: true },
  ],

  expectFailedLoads: async ({ watched }, use) =>
    use((...kinds) => kinds.forEach((kind) => watched.expected.add(kind))),

  newVisitor: async ({ browser, baseURL, surfaces, watched }, use) => {
    const contexts: BrowserContext[] = []
    const profile = await makeDataDir()
    await use(async ({ blocksCookies, ...options } = {}) => {
      const all = {
        ...(baseURL ? { baseURL } : {}),
        extraHTTPHeaders: fromAnotherNetwork(),
        ...options,
      }
      const context = await (blocksCookies
        ? withoutCookies(profile.path, all)
        : browser.newContext(all))
      await tellTime(context)
      show(context, surfaces)
      awaitDrawing(context)
      watched.listenTo(context)
      contexts.push(context)
      return context
    })
    for (const context of contexts) await context.close()
    await profile.remove()
  },
})

/** A browser of its own: what it may keep is a setting of its profile. */
async function withoutCookies(
  profile: string,
  options: BrowserContextOptions,
): Promise<BrowserContext> {
  const settings = { profile: { default_content_setting_values: { cookies: 2 } } }
  await mkdir(join(profile, 'Default'))
  await writeFile(join(profile, 'Default/Preferences'), JSON.stringify(settings))
  return chromium.launchPersistentContext(profile, { ...launchWith(), ...options })
}

/** A nightly run moves the clock of this process and of the server; the pages follow. */
async function tellTime(context: BrowserContext): Promise<void> {
  const moved = Number(process.env['CLOCK_MOVED_MS'] ?? 0)
  if (moved !== 0) await context.addInitScript(moveClock, moved)
}

/** People act on what the code of a page has drawn; what the server wrote in its place is looked at by tests of their own. */
function awaitDrawing(context: BrowserContext): void {
  context.on('page', (page) => {
    const isDrawn = () => page.waitForFunction(() => !document.querySelector('#root > .first'))
    const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)]
    page.goto = async (...asked) => {
      const answer = await goto(...asked)
      await isDrawn()
      return answer
    }
    page.reload = async (...asked) => {
      const answer = await reload(...asked)
      await isDrawn()
      return answer
    }
  })
}

const sessions = new WeakMap<Page, Promise<CDPSession>>()

function show(context: BrowserContext, surfaces: Options['surfaces']): void {
  context.on('page', (page) => {
    // A page that is closed at once is not to be told.
    setSurfaces(page, surfaces).catch((error: unknown) => {
      if (!page.isClosed()) throw error
    })
  })
}

/** Playwright has no word of its own for it. What one session of the browser's protocol asked for, only that one changes. */
export async function setSurfaces(page: Page, surfaces: Options['surfaces']): Promise<void> {
  const value = surfaces === 'opaque' ? 'reduce' : 'no-preference'
  const features = [{ name: 'prefers-reduced-transparency', value }]
  await (await sessionOf(page)).send('Emulation.setEmulatedMedia', { features })
}

/** The same one at each call. */
export function sessionOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page)
  sessions.set(page, session)
  return session
}

let networks = 0

/** What the proxy in front of the server would say. */
function fromAnotherNetwork(): Record<string, string> {
  networks += 1
  return { 'X-Forwarded-For': `10.${networks >> 8}.${networks & 255}.7` }
}

export function apiOf(url: string): Api {
  return async (path, { method = 'GET', body, headers = {} } = {}) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        ...fromAnotherNetwork(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = /json/.test(response.headers.get('content-type') ?? '')
    return {
      status: response.status,
      headers: response.headers,
      body: isJson ? JSON.parse(text) : null,
    }
  }
}

/** What the pages of a test wrote to the console as errors. */
class Complaints {
  readonly expected = new Set<number | 'offline'>()
  readonly #all: string[] = []

  listenTo(context: BrowserContext): void {
    context.on('console', (message) => {
      if (message.type() === 'error') this.#all.push(message.text())
    })
    context.on('weberror', (error) => this.#all.push(`uncaught: ${error.error().message}`))
  }

  unexpected(): readonly string[] {
    return this.#all.filter((text) => {
      const status = /^Failed to load resource: .*status of (\d{3})/.exec(text)?.[1]
      if (status) return !this.expected.has(Number(status))
      const isOffline =
        /^(Failed to load resource: net::ERR_|WebSocket connection to |WebSocket is already in CLOSING)/.test(
          text,
        )
      return !(isOffline && this.expected.has('offline'))
    })
  }
}
