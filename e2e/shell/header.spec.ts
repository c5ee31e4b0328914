import type { Page } from '@playwright/test'
import { expect, test } from '../world.ts'

const bottomOfHeader = (page: Page) =>
  page.getByRole('banner').evaluate((header) => header.getBoundingClientRect().bottom)

test('the header stays, and every page begins at one distance below it', async ({ page }) => {
  const distances: Record<string, number> = {}
  for (const path of [
    '/experts',
    '/experts/ingrid-solheim',
    '/become-an-expert',
    '/bookings',
    '/privacy',
    '/sign-in',
  ]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const top = await page.locator('main > :first-child').evaluate((first) => {
      const { paddingTop } = getComputedStyle(first)
      return first.getBoundingClientRect().top + Number.parseFloat(paddingTop)
    })
    distances[path] = Math.round(top - (await bottomOfHeader(page)))
  }
  expect(new Set(Object.values(distances)).size, JSON.stringify(distances)).toBe(1)
  await page.goto('/privacy')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(200)
  const header = page.getByRole('banner')
  await expect(header).toBeInViewport({ ratio: 1 })
  await header.getByRole('link', { name: 'Become an expert' }).click()
  await expect(page).toHaveURL(/become-an-expert/)
})

for (const [name, width, height] of [
  ['a phone', 390, 844],
  ['a desktop', 1280, 720],
] as const) {
  test(`nothing that takes the focus on ${name} lies under the header`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await page.goto('/experts/ingrid-solheim')
    await page.locator('[data-slot]').first().waitFor()
    await page.getByRole('contentinfo').getByRole('link').last().focus()
    const covered: string[] = []
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press('Shift+Tab')
      const found = await page.evaluate(async () => {
        // What stays is moved after the browser has scrolled.
        for (let frame = 0; frame < 5; frame += 1) await new Promise(requestAnimationFrame)
        const { activeElement } = document
        const header = document.querySelector('header')
        if (!activeElement || !header || activeElement === document.body) return null
        if (header.contains(activeElement)) return 'header'
        const { top, height: tall } = activeElement.getBoundingClientRect()
        const isCovered = tall > 0 && top + tall / 2 < header.getBoundingClientRect().bottom
        return isCovered ? `${activeElement.tagName} ${activeElement.textContent}` : ''
      })
      if (found === 'header') break
      if (found) covered.push(found)
    }
    expect(covered).toEqual([])
  })
}

test('at 320 pixels the header is one line', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto('/experts')
  const link = page.getByRole('banner').getByRole('link', { name: 'Sign in' })
  const lines = await link.locator('span').evaluate((text) => text.getClientRects().length)
  expect(lines).toBe(1)
  const { scrollWidth, tall } = await page.evaluate(() => ({
    scrollWidth: document.documentElement.scrollWidth,
    tall: document.querySelector('header')?.offsetHeight,
  }))
  expect(scrollWidth).toBeLessThanOrEqual(320)
  expect(tall).toBeLessThanOrEqual(64)
})

test('forced colours keep the bars of ratings, and box no day that cannot be chosen', async ({
  page,
  api,
}) => {
  const { body } = await api('/experts?sort=rating&limit=1')
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto(`/experts/${body.items[0].slug}`)
  await page.locator('[data-slot]').first().waitFor()
  const bar = page.locator('li:has-text("5 stars") span[style]').first()
  const [filled, canvas] = await bar.evaluate((element) => [
    getComputedStyle(element).backgroundColor,
    getComputedStyle(document.body).backgroundColor,
  ])
  expect(filled).not.toBe('rgba(0, 0, 0, 0)')
  expect(filled).not.toBe(canvas)
  const ground = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'))
    probe.style.color = 'Canvas'
    return getComputedStyle(probe).color
  })
  const days = page.locator('button[data-date][aria-disabled="true"]:not([data-kind="full"])')
  const boxed = () =>
    days.evaluateAll(
      (found, plain) =>
        found.flatMap((day) =>
          getComputedStyle(day).borderTopColor === plain ? [] : [day.outerHTML],
        ),
      ground,
    )
  // A border takes a moment to change its colour.
  await expect.poll(boxed).toEqual([])
  let count = await days.count()
  // On the first day of a week none has passed: behind the last one that is open there are others.
  const later = page.getByRole('button', { name: 'Show later weeks' })
  while ((await later.count()) > 0) await later.click()
  await expect.poll(boxed).toEqual([])
  count += await days.count()
  expect(count).toBeGreaterThan(0)
})
