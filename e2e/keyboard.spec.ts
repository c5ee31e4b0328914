import { tabTo } from './steps/keyboard-steps.ts'
import { expect, test } from './world.ts'

test('the whole flow by keyboard alone', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: /skip/i })).toBeFocused()
  await page.keyboard.press('Enter')
  // By name: who is on the first page changes with the hour.
  await page.goto('/experts?query=nguyen')
  await expect(page.getByRole('link', { name: /Nguyễn/ })).toBeVisible()
  await tabTo(page, /Nguyễn/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /Nguyễn/ })).toBeVisible()
  await expect(page.locator('[data-slot]').first()).toBeVisible()

  // The grid of days: arrows move, Page Down turns the month, Enter chooses and leads to the times.
  await tabTo(page, /free time/)
  await page.keyboard.press('PageDown')
  await page.keyboard.press('PageUp')
  const days = page.locator('[data-date][aria-disabled="false"]')
  await expect(days.first()).toBeVisible()
  const focusedDay = () => page.evaluate(() => document.activeElement?.getAttribute('data-date'))
  expect(await focusedDay()).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  const bookable = () =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-disabled') === 'false')
  for (let count = 0; count < 31 && !(await bookable()); count++) {
    await page.keyboard.press('ArrowRight')
  }
  await page.keyboard.press('Enter')
  const focusedSlot = () => page.evaluate(() => document.activeElement?.getAttribute('data-slot'))
  await expect.poll(focusedSlot).toMatch(/Z$/)
  const free = () =>
    page.evaluate(() => document.activeElement?.getAttribute('data-state') === 'free')
  for (let count = 0; count < 40 && !(await free()); count++) {
    await page.keyboard.press('ArrowRight')
  }
  await page.keyboard.press('Enter')
  await tabTo(page, /^\s*Book \w/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Your details' })).toBeFocused()
  await tabTo(page, /Your name/)
  await page.keyboard.type('Grace Hopper')
  await tabTo(page, /E-mail/)
  await page.keyboard.type('grace@example.com')
  await tabTo(page, /What would you like/)
  await page.keyboard.type('Keyboards')
  await tabTo(page, /Confirm booking/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /^You are booked/ })).toBeVisible()

  await tabTo(page, /Correct your details/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('button', { name: 'Correct your details' })).toBeFocused()
})

test('on a slow line the focus stays where it is when the code of the page comes', async ({
  page,
}) => {
  let letCome = () => undefined as void
  const wait = new Promise<void>((resolve) => (letCome = resolve))
  await page.route(/\/assets\/index-.*\.js$/, async (route) => {
    await wait
    await route.continue()
  })
  const drawn = page.goto('/experts?query=nguyen')
  const card = page.getByRole('link', { name: /Nguy/ })
  await expect(card).toBeVisible()
  await tabTo(page, /Nguy/)
  await expect(page.locator('.first')).toBeVisible()
  letCome()
  await drawn
  await expect(page.locator('.first')).toHaveCount(0)
  await expect(card.first()).toBeFocused()
})
