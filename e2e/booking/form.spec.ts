import type { Locator, Page } from '@playwright/test'
import {
  bookLater,
  chooseDayOf,
  chooseLaterDay,
  confirm,
  fillDetails,
  freeSlot,
  grace,
  holdSlot,
  openExpert,
  slotTile,
} from '../steps/booking-steps.ts'
import { expect, test } from '../world.ts'

async function boxOf(what: Locator) {
  const box = await what.boundingBox()
  if (!box) throw new Error('It is not shown')
  return box
}

function heading(page: Page): Locator {
  return page.getByRole('heading', { name: 'Your details' })
}

test.describe('on a laptop', () => {
  test.use({ viewport: { width: 1440, height: 900 } })

  test('the form opens at its head, and what is held is not below the bar', async ({ page }) => {
    await openExpert(page, 'ingrid-solheim')
    await chooseLaterDay(page)
    await holdSlot(page, await freeSlot(page))
    await expect(heading(page)).toBeInViewport()
    const bar = await boxOf(page.getByRole('button', { name: /^Need more time/ }))
    const summary = await boxOf(page.getByRole('region', { name: 'What you are booking' }))
    expect((await boxOf(heading(page))).y).toBeGreaterThanOrEqual(0)
    expect(summary.y).toBeGreaterThanOrEqual(bar.y + bar.height)
  })
})

test('a reload of the form keeps the slot, and the day stands in the address', async ({
  page,
  newVisitor,
}) => {
  await openExpert(page, 'chloe-marchand')
  await chooseLaterDay(page)
  const startsAt = await freeSlot(page)
  const day = new URL(page.url()).searchParams.get('day')
  expect(day).toMatch(/^\d{4}-\d\d-\d\d$/)
  await page.reload()
  await expect(slotTile(page, startsAt)).toBeVisible()

  const other = await (await newVisitor()).newPage()
  await openExpert(other, 'chloe-marchand')
  await chooseDayOf(other, startsAt)
  await holdSlot(page, startsAt)
  await fillDetails(page)
  await page.reload()
  await expect(page.getByText(/^held for you/)).toBeVisible()
  await expect(page.getByText('You left this page')).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Your name' })).toHaveValue(grace.name)
  await expect(slotTile(other, startsAt)).toHaveAttribute('data-state', 'held')
})

test('without a line, the news of it covers no news of the hold', async ({
  page,
  context,
  expectFailedLoads,
}) => {
  expectFailedLoads('offline')
  await page.setViewportSize({ width: 390, height: 844 })
  await openExpert(page, 'yusuf-demir')
  await chooseLaterDay(page)
  await holdSlot(page, await freeSlot(page))
  await context.setOffline(true)
  const banner = page.getByText(/^You are offline/)
  await expect(banner).toBeVisible()
  await page.getByRole('button', { name: 'Confirm booking' }).scrollIntoViewIfNeeded()
  const left = page.getByText(/^held for you/)
  const { y, height } = await boxOf(banner)
  await expect.poll(async () => (await boxOf(left)).y).toBeGreaterThanOrEqual(y + height)
  await context.setOffline(false)
})

test('a move is answered: in sight, with the focus, from where to where', async ({ page }) => {
  await bookLater(page, 'wulandari')
  await page.getByRole('button', { name: 'Move to another time' }).click()
  await page.locator('[data-date][aria-disabled="false"]').last().click()
  await slotTile(page, await freeSlot(page)).click()
  await page.getByRole('button', { name: /^Move to/ }).click()
  const answer = page.getByRole('status').filter({ hasText: /^Moved to .* from / })
  await expect(answer).toBeFocused()
  await expect(answer).toBeInViewport()
})

test('whatever is pasted into the form fits on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth)
  await openExpert(page, 'layla-haddad')
  await chooseLaterDay(page)
  await holdSlot(page, await freeSlot(page))
  await fillDetails(page, {
    name: 'Wolfeschlegelsteinhausenbergerdorff'.repeat(2),
    email: `${'grace.brewster.murray.hopper'.repeat(2)}@${'a-rather-long-name-of-a-company'}.example.com`,
    topic: `https://docs.example.com/document/d/${'0123456789abcdef'.repeat(8)}/edit?usp=sharing`,
  })
  expect(await wide()).toBeLessThanOrEqual(390)
  await confirm(page)
  expect(await wide()).toBeLessThanOrEqual(390)
})
