import { expect, type Locator, type Page } from '@playwright/test'

/** What a person does on an expert's page, step by step. */
export async function openExpert(page: Page, slug: string): Promise<void> {
  await page.goto(`/experts/${slug}`)
  await expect(page.locator('[data-slot]').first()).toBeVisible()
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
}

/** The tile of a start, given as the instant that it stands for. */
export function slotTile(page: Page, startsAt: string): Locator {
  return page.locator(`[data-slot="${startsAt}"]`)
}

/** The start of the first free tile on the page. */
export async function freeSlot(page: Page): Promise<string> {
  const free = page.locator('[data-slot][data-state="free"]').first()
  await expect(free).toBeVisible()
  return (await free.getAttribute('data-slot')) ?? ''
}

/** Chooses a start and holds it: the form is open then. */
export async function holdSlot(page: Page, startsAt: string): Promise<void> {
  await slotTile(page, startsAt).click()
  await page.getByRole('button', { name: /^Book \w/ }).click()
  await expect(page.getByRole('heading', { name: 'Your details' })).toBeVisible()
}

export const grace = {
  name: 'Grace Hopper',
  email: 'grace.hopper@example.com',
  topic: 'A compiler that nobody believes in',
}

export async function fillDetails(page: Page, details = grace): Promise<void> {
  await page.getByRole('textbox', { name: 'Your name' }).fill(details.name)
  await page.getByRole('textbox', { name: 'E-mail' }).fill(details.email)
  await page.getByRole('textbox', { name: 'What would you like' }).fill(details.topic)
}

/** Sends the form and waits for the booking's page. */
export async function confirm(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Confirm booking|Book anyway)$/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^You are booked with/ })).toBeVisible()
}

/**
 * A day on which a session can still be cancelled and moved: the third bookable one of the next month, whatever day
 * it is today.
 */
export async function chooseLaterDay(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Show \w/ })
    .last()
    .click()
  const days = page.locator('[data-date][aria-disabled="false"]')
  await expect(days.nth(3)).toBeVisible()
  const day = days.nth(2)
  await day.click()
  await expect(page.locator('[data-slot][data-state="free"]').first()).toBeVisible()
}

export async function bookLater(page: Page, slug: string): Promise<string> {
  await openExpert(page, slug)
  await chooseLaterDay(page)
  const startsAt = await freeSlot(page)
  await holdSlot(page, startsAt)
  await fillDetails(page)
  await confirm(page)
  return startsAt
}
