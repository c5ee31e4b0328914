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
  await expect(freeTiles(page).first()).toBeVisible()
  return (await freeStarts(page))[0] ?? ''
}

function freeTiles(page: Page): Locator {
  return page.locator('[data-slot][data-state="free"]')
}

function freeStarts(page: Page): Promise<string[]> {
  return freeTiles(page).evaluateAll((tiles) =>
    tiles.map((tile) => (tile as HTMLElement).dataset['slot'] ?? ''),
  )
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

/** Far enough for every expert's notice, and for a customer to cancel and move. */
const later = 7 * 86_400_000

/** What one booking can take from a day, with what is kept free around it. */
const longestTaken = 2 * 3_600_000

/**
 * A day on which a session can still be cancelled and moved, also to one of at least two bookable days behind it in
 * the weeks that show, whatever day it is today. Nothing of it closes while a test runs. A roomy one stays bookable for others when
 * one of its slots is taken.
 */
export async function chooseLaterDay(page: Page, { roomy = false } = {}): Promise<void> {
  const earliest = await dateOn(page, Date.now() + later)
  for (;;) {
    const dates = (await bookableDates(page)).filter((date) => date >= earliest)
    for (const date of dates.slice(0, -2)) {
      await chooseDate(page, date)
      if (!roomy) return
      const starts = (await freeStarts(page)).map((start) => Date.parse(start))
      if (Math.max(...starts) - Math.min(...starts) > longestTaken) return
    }
    await showLaterWeeks(page, `none of ${dates.join(', ')} will do`)
  }
}

/** The day that a start falls on in this page's zone: another visitor finds what was chosen elsewhere. */
export async function chooseDayOf(page: Page, startsAt: string): Promise<void> {
  const date = await dateOn(page, Date.parse(startsAt))
  const day = page.locator(`[data-date="${date}"]`)
  while ((await day.count()) === 0) await showLaterWeeks(page, `${date} is not one of them`)
  // A day that shows is waited for: it is in no other weeks, and those behind it would be walked through in vain.
  await expect(day).toHaveAttribute('aria-disabled', 'false')
  await chooseDate(page, date)
}

/** Shows one by one what is taken side by side with others. */
export async function unfoldTaken(page: Page): Promise<void> {
  const folded = page.locator('[data-run]')
  for (let count = await folded.count(); count > 0; count--) {
    await folded.first().click()
    await expect(folded).toHaveCount(count - 1)
  }
}

async function chooseDate(page: Page, date: string): Promise<void> {
  const day = page.locator(`[data-date="${date}"]`)
  await day.click()
  await expect(page.locator('td[aria-selected="true"]').and(day.locator('..'))).toBeVisible()
  await expect(page.locator('[data-slot]').first()).toBeVisible()
}

/** What the board offers in the weeks that show. */
async function bookableDates(page: Page): Promise<readonly string[]> {
  await expect(page.getByRole('grid')).toHaveAttribute('aria-busy', 'false')
  const days = page.locator('[data-date][aria-disabled="false"]')
  return days.evaluateAll((all) =>
    all.flatMap((day) => (day instanceof HTMLElement ? (day.dataset['date'] ?? []) : [])),
  )
}

async function showLaterWeeks(page: Page, why: string): Promise<void> {
  const before = (await page.getByRole('grid').getAttribute('aria-label')) ?? ''
  const later = page.getByRole('button', { name: 'Show later weeks' })
  await expect(later, `there are weeks behind these: ${why}`).toBeVisible()
  await later.click()
  await expect(page.getByRole('grid')).not.toHaveAttribute('aria-label', before)
}

/** The calendar date of an instant, in the zone of the page. */
function dateOn(page: Page, at: number): Promise<string> {
  return page.evaluate((instant) => new Intl.DateTimeFormat('en-CA').format(instant), at)
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
