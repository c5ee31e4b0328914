import { openAdmin } from './steps/admin-steps.ts'
import { openDesk } from './steps/desk-steps.ts'
import { tabTo } from './steps/keyboard-steps.ts'
import { expect, test } from './world.ts'

test('the desk by keyboard alone', async ({ page }) => {
  await openDesk(page, 'ingrid-solheim')
  await tabTo(page, /^\s*Hours$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Hours' })).toBeFocused()
  await tabTo(page, /hours 1 end/)
  const edge = page.locator(':focus')
  const before = await edge.getAttribute('aria-valuetext')
  await page.keyboard.press('ArrowLeft')
  await expect(edge).not.toHaveAttribute('aria-valuetext', before ?? '')
  await tabTo(page, /^\s*Save$/, 250)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Saved: visitors see it now')).toBeVisible()

  await tabTo(page, /^\s*Calendar$/, 250)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Calendar' })).toBeFocused()
  await tabTo(page, /^\s*Why is a time not bookable/, 250)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await tabTo(page, /^\s*Tell me why$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').locator('[class*="verdict"]')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Why is a time not bookable?' })).toBeFocused()
})

test('administration by keyboard alone', async ({ page }) => {
  await openAdmin(page)
  await tabTo(page, /^\s*Invite an expert$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toBeFocused()
  await page.keyboard.type('keyboard@example.org')
  await tabTo(page, /^\s*Name/)
  await page.keyboard.type('Kay Board')
  // The select, by its options.
  await tabTo(page, /Design/)
  await page.keyboard.type('Design')
  await page.keyboard.press('Tab')
  await tabTo(page, /^\s*Send the invitation$/)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Kay Board is invited')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Invite an expert' })).toBeFocused()

  await tabTo(page, /^\s*Audit$/, 250)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /^Audit/ })).toBeFocused()
  await expect(page.getByText('Kay Board').first()).toBeVisible()
})
