import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { bookLater, freeSlot, holdSlot, openExpert } from './booking-steps.ts'
import { poorestContrasts } from './contrast.ts'
import { expect, test } from './world.ts'

const themes = ['light', 'dark'] as const

/** Every page, each with how one gets there and what shows that it is complete. */
const pages: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  landing: async (page) => {
    await page.goto('/')
    await expect(page.getByText(/^Next free/).first()).toBeVisible()
  },
  directory: async (page) => {
    await page.goto('/experts?category=design')
    await expect(page.getByText(/^Next free/).first()).toBeVisible()
  },
  'nothing found': async (page) => {
    await page.goto('/experts?query=xylophonist&category=law')
    await expect(page.getByRole('button', { name: /clear/i }).first()).toBeVisible()
  },
  expert: (page) => openExpert(page, 'hannah-goldfarb'),
  form: async (page) => {
    await openExpert(page, 'nokuthula-dlamini')
    await holdSlot(page, await freeSlot(page))
    await page.getByRole('button', { name: 'Confirm booking' }).click()
    await expect(page.getByRole('textbox', { name: 'Your name' })).toBeFocused()
  },
  booking: async (page) => {
    await bookLater(page, 'mateo-gimenez-rojas')
  },
  'my bookings': async (page) => {
    await page.goto('/bookings')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  },
  privacy: async (page) => {
    await page.goto('/privacy')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  },
  terms: async (page) => {
    await page.goto('/terms')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  },
  'not found': async (page) => {
    await page.goto('/no-such-page')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  },
}

for (const colorScheme of themes) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })
    for (const [name, open] of Object.entries(pages)) {
      test(`${name}: axe finds nothing, text on glass is readable, nothing is wider than a phone`, async ({
        page,
        expectFailedLoads,
      }) => {
        expectFailedLoads(404)
        await open(page)
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
        expect(await poorestContrasts(page)).toEqual([])
        await page.setViewportSize({ width: 360, height: 780 })
        await expect
          .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
          .toBeLessThanOrEqual(0)
        const phone = await new AxeBuilder({ page }).analyze()
        expect(phone.violations.map(({ id, nodes }) => [id, nodes.map((n) => n.html)])).toEqual([])
      })
    }
  })
}
