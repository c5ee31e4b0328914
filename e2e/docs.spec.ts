import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './world.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`the page of the interface in the ${colorScheme} theme`, () => {
    test.use({ colorScheme, surfaces: 'glass' })

    test('axe finds nothing, nothing is wider than a phone, links lead to their operations', async ({
      page,
    }) => {
      await page.goto('/')
      await page.getByRole('contentinfo').getByRole('link', { name: 'API' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'API' })).toBeVisible()
      // Of one piece with the other pages: their theme, faces and glass.
      await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
      const face = () => page.evaluate(() => getComputedStyle(document.body).fontFamily)
      expect(await face()).toContain('Inter Variable')
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 900 })
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
        const wider = () =>
          page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        await expect.poll(wider).toBeLessThanOrEqual(0)
        const shots = process.env['SHOTS']
        if (shots) await page.screenshot({ path: `${shots}/docs-${colorScheme}-${width}.png` })
      }
      await page
        .getByRole('link', { name: 'Sign in with the code or the link from the e-mail' })
        .first()
        .click()
      await expect(page).toHaveURL(/\/docs#proveSignIn$/)
      await expect(page.getByText('/api/v1/auth/verify')).toBeInViewport()
      // Operations are closed until they are asked for, and a link to one opens it.
      await expect(page.locator('#proveSignIn')).toBeVisible()
      await expect(page.locator('#startSignIn')).toBeHidden()
      await page.goto('/docs#schema-Booking')
      await expect(page.locator('#schema-Booking')).toBeVisible()
    })
  })
}
