import type { Page } from '@playwright/test'
import { goTo, openAdmin } from '../steps/admin-steps.ts'
import {
  chooseLaterDay,
  confirm,
  fillDetails,
  holdSlot,
  openExpert,
  slotTile,
} from '../steps/booking-steps.ts'
import { openDesk } from '../steps/desk-steps.ts'
import { expect, test } from '../world.ts'
import { translate } from './translator.ts'

test.beforeEach(({ context }) => context.addInitScript(translate))

/** That the page was translated at all, and is no error page. */
async function expectTranslated(page: Page): Promise<void> {
  await expect(page.locator('h1 font').first()).toBeVisible()
}

test('a page that is translated shows the times and states that are true', async ({ page }) => {
  await page.goto('/')
  await expectTranslated(page)
  await page.goto('/experts')
  await expectTranslated(page)
  await openExpert(page, 'chloe-marchand')
  await expectTranslated(page)
  await chooseLaterDay(page, { roomy: true })
  const free = page.locator('[data-slot][data-state="free"]')
  const [first, last] = [free.first(), free.last()]
  const startsAt = (await last.getAttribute('data-slot')) ?? ''
  const timeOf = async (tile: typeof first) => /\d\d:\d\d/.exec(await tile.innerText())?.[0] ?? '?'
  const [earlier, later] = [await timeOf(first), await timeOf(last)]
  expect(earlier).not.toBe(later)
  await first.click()
  const book = page.getByRole('button', { name: /^Book \w/ })
  await expect(book).toContainText(earlier)
  await slotTile(page, startsAt).click()
  await expect(book).toContainText(later)
  await expect(book).not.toContainText(earlier)

  await holdSlot(page, startsAt)
  await page.getByRole('button', { name: 'Back to the times' }).click()
  await holdSlot(page, startsAt)
  await page.getByRole('button', { name: 'Confirm booking' }).click()
  await expect(page.getByRole('textbox', { name: 'Your name' })).toBeFocused()
  await fillDetails(page)
  await confirm(page)
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  await page.getByRole('button', { name: 'Cancel the session' }).click()
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText(/^Cancelled session with/)
  await page.goto('/bookings')
  await expectTranslated(page)
})

test('the pages of who works here come through a translation', async ({ page, newVisitor }) => {
  await openDesk(page, 'chloe-marchand', '/desk/profile')
  await expectTranslated(page)
  const headline = page.getByRole('textbox', { name: 'Headline' })
  const before = await headline.inputValue()
  await headline.fill('')
  await headline.fill(`${before}!`)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Unsaved changes' })).toHaveCount(0)
  await headline.fill(before)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Unsaved changes' })).toHaveCount(0)

  const context = await newVisitor()
  await context.addInitScript(translate)
  const admin = await context.newPage()
  await openAdmin(admin)
  await expectTranslated(admin)
  for (const name of ['Bookings', 'People', 'Experts']) await goTo(admin, name)
  await admin.getByRole('searchbox', { name: 'Search experts' }).fill('Marchand')
  await expect(admin.getByText('1 expert', { exact: true })).toBeVisible()
  await admin.getByRole('button', { name: /^Edit / }).click()
  await admin.keyboard.press('Escape')
  await expect(admin.getByRole('dialog')).toHaveCount(0)
})
