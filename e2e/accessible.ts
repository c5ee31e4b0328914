import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { poorestContrasts } from './contrast.ts'
import { type Api, expect, test } from './world.ts'

export const themes = ['light', 'dark'] as const
type Theme = (typeof themes)[number]

/** The rules of axe that depend on the theme. */
const colourRules = ['color-contrast', 'link-in-text-block']

/** Pages, each with how one gets there and what shows that it is complete. */
export type Pages = Readonly<Record<string, (page: Page, api: Api) => Promise<void>>>

/**
 * A test for each page, in both themes on a desktop, and on a phone. Contrast is measured on a few screens of a page: a
 * long one is a list, which repeats itself.
 */
export function checkPages(pages: Pages, screensAtMost?: number): void {
  for (const [name, open] of Object.entries(pages)) {
    test(`${name}: axe finds nothing, text on glass is readable, nothing is wider than a phone`, async ({
      page,
      api,
      expectFailedLoads,
    }) => {
      expectFailedLoads(404, 422)
      await open(page, api)
      for (const theme of themes) {
        await show(page, theme)
        await expectAccessible(page, theme)
        const poor = await poorestContrasts(page, screensAtMost)
        expect(poor, `in the ${theme} theme`).toEqual([])
      }
      // The second theme differs in colours alone, which a phone has as well.
      await show(page, 'light')
      await page.setViewportSize({ width: 360, height: 780 })
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
        .toBeLessThanOrEqual(0)
      await expectAccessible(page, 'light')
    })
  }
}

/** As where the system of whoever looks changes its theme. */
async function show(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme: theme })
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
}

/** The themes differ in their colours alone: in the second one, the rules about colour are asked once more. */
export async function expectAccessible(page: Page, theme: Theme): Promise<void> {
  const axe = new AxeBuilder({ page })
  const asked = theme === 'light' ? axe : axe.withRules(colourRules)
  const { violations } = await asked.analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}
