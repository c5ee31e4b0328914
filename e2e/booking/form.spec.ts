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
import { openDesk } from '../steps/desk-steps.ts'
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

const pasted = {
  name: 'Wolfeschlegelsteinhausenbergerdorff'.repeat(2),
  email: `${'grace.brewster.murray.hopper'.repeat(2)}@${'a-rather-long-name-of-a-company'}.example.com`,
  topic: `https://docs.example.com/document/d/${'0123456789abcdef'.repeat(8)}/edit?usp=sharing`,
}

/** On narrow phones nothing is wider than the window: neither the page, nor a dialog over it. */
async function expectToFit(page: Page): Promise<void> {
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 844 })
    const wide = () =>
      page.evaluate(() => {
        const shown = [document.documentElement, ...document.querySelectorAll('dialog[open]')]
        return shown
          .filter((box) => box.scrollWidth > box.clientWidth)
          .map((box) => `${box.tagName} ${box.scrollWidth}`)
      })
    await expect.poll(wide).toEqual([])
  }
}

test('whatever is pasted into the form fits on a phone, wherever it is shown', async ({
  page,
  api,
  newVisitor,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openExpert(page, 'layla-haddad')
  await expectToFit(page)
  await chooseLaterDay(page)
  await holdSlot(page, await freeSlot(page))
  await fillDetails(page, pasted)
  await expectToFit(page)
  await confirm(page)
  await expectToFit(page)
  for (const name of ['Correct your details', 'Add to calendar', 'Cancel']) {
    await page.getByRole('button', { name, exact: true }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectToFit(page)
    await page.keyboard.press('Escape')
  }
  const id = /\/b\/([^#]+)/.exec(page.url())?.[1]
  await page.goto('/bookings')
  await expect(page.getByRole('link', { name: /Layla Haddad/ }).first()).toBeVisible()
  await expectToFit(page)

  const { body: expert } = await api('/experts/layla-haddad')
  const desk = await (await newVisitor({ timezoneId: expert.timeZone })).newPage()
  await openDesk(desk, 'layla-haddad', `/desk/bookings/${id}`)
  await expect(desk.getByText(pasted.email).first()).toBeVisible()
  await expectToFit(desk)
  await desk.goto('/desk/calendar?view=list')
  const row = desk.getByRole('link', { name: /Wolfeschlegel/ })
  const more = desk.getByRole('button', { name: /^(Show )?more/i })
  await expect(async () => {
    if ((await row.count()) === 0) await more.click({ timeout: 1000 })
    await expect(row.first()).toBeVisible({ timeout: 1000 })
  }).toPass()
  await expectToFit(desk)
})
