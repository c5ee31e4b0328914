import type { Page, Request } from '@playwright/test'
import { type Api, expect, test } from './world.ts'

// What `scripts/check-budget.mjs` counts from the manifest, seen from the browser.

async function firstView(page: Page, api: Api): Promise<Request[]> {
  const requests: Request[] = []
  const sockets: string[] = []
  page.on('request', (request) => requests.push(request))
  page.on('websocket', (socket) => sockets.push(socket.url()))
  // One with reviews, whose quotes are set in a font of their own.
  const { body } = await api('/experts?sort=rating&limit=1')
  await page.goto(`/experts/${body.items[0].slug}`)
  await expect(page.locator('[data-slot]').first()).toBeVisible()
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  // What is asked for in turn, such as the font of a quote.
  await page.waitForTimeout(1000)
  expect(sockets).toHaveLength(1)
  return requests
}

const askedOf = (requests: readonly Request[]) =>
  requests.map((request) => request.url()).filter((url) => url.includes('/api/'))

test('the first view of an expert’s page stays within its budget', async ({ page, api }) => {
  const requests = await firstView(page, api)
  // Browsers ask for the icon when they like to, for their own interface.
  const addresses = requests.map((request) => new URL(request.url()).pathname)
  const counted = addresses.filter((address) => address !== '/favicon.svg')
  // The socket is one more: Playwright does not list it as a request.
  expect(counted.length + 1, counted.join('\n')).toBeLessThanOrEqual(15)

  let bytes = 0
  for (const request of requests.filter((each) => each.resourceType() === 'script')) {
    bytes += (await request.sizes()).responseBodySize
  }
  expect(bytes / 1024).toBeLessThanOrEqual(170)
  expect(addresses.filter((address) => address.includes('global.esm'))).toEqual([])
  // The expert, their reviews and their board came with the page, and nothing has happened to them since.
  expect(askedOf(requests)).toEqual([])
})

test('on the other pages for visitors the first data come with the page, as do words to read', async ({
  page,
  browser,
  baseURL,
}) => {
  const requests: Request[] = []
  page.on('request', (request) => requests.push(request))
  for (const path of ['/', '/experts', '/experts?category=law']) {
    await page.goto(path)
    await expect(page.locator('main').getByRole('heading', { level: 3 }).first()).toBeVisible()
  }
  expect(askedOf(requests)).toEqual([])

  const context = await browser.newContext({
    javaScriptEnabled: false,
    ...(baseURL ? { baseURL } : {}),
  })
  const reader = await context.newPage()
  await reader.goto('/experts')
  const [first] = await reader.locator('main li').all()
  const name = await first?.getByRole('link').textContent()
  await first?.getByRole('link').click()
  await expect(reader.getByRole('heading', { level: 1, name: name ?? '' })).toBeVisible()
  await context.close()
})

test('the Temporal polyfill is fetched where Temporal is missing', async ({ page, api }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Temporal'))
  const requests = await firstView(page, api)
  expect(requests.filter((request) => request.url().includes('global.esm'))).toHaveLength(1)
})
