import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { poorestContrasts } from './contrast.ts'
import { type Api, expect, test } from './world.ts'

export const themes = ['light', 'dark'] as const
/** The rules of axe that depend on the theme. */
const colourRules = ['color-contrast', 'link-in-text-block']

/** Pages, each with how one gets there and what shows that it is complete. */
export type Pages = Readonly<Record<string, (page: Page, api: Api) => Promise<void>>>

/**
 * A test for each page in each theme, on a desktop and on a phone. Contrast is measured on a few screens of a page: a
 * long one is a list, which repeats itself.
 */
export function checkPages(pages: Pages, screensAtMost?: number): void {
  for (const colorScheme of themes) {
    test.describe(`in the ${colorScheme} theme`, () => {
      test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })
      for (const [name, open] of Object.entries(pages)) {
        test(`${name}: axe finds nothing, text on glass is readable, nothing is wider than a phone`, async ({
          page,
          api,
          expectFailedLoads,
        }) => {
          expectFailedLoads(404, 422)
          await open(page, api)
          await expectAccessible(page, colorScheme)
          expect(await poorestContrasts(page, screensAtMost)).toEqual([])
          await page.setViewportSize({ width: 360, height: 780 })
          await expect
            .poll(() =>
              page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
            )
            .toBeLessThanOrEqual(0)
          // The second theme differs in colours alone, which a phone has as well.
          if (colorScheme === 'light') await expectAccessible(page, colorScheme)
        })
      }
    })
  }
}

/** The themes differ in their colours alone: in the second one, the rules about colour are asked once more. */
export async function expectAccessible(
  page: Page,
  colorScheme: (typeof themes)[number],
): Promise<void> {
  const axe = new AxeBuilder({ page })
  const asked = colorScheme === 'light' ? axe : axe.withRules(colourRules)
  const { violations } = await asked.analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}
