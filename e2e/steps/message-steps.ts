import { expect, type Locator, type Page } from '@playwright/test'

/** The part of a booking's page that says what became of its mails, in a line. */
export function mailLine(page: Page): Locator {
  return page.getByRole('region', { name: 'E-mails' }).locator('summary')
}

export interface ToldMail {
  readonly kind: string
  readonly recipient: string
  readonly state: string
  readonly at: string
  readonly reply?: string | undefined
}

/** Has the server say this of the mails of every booking. */
export async function tellMails(page: Page, items: readonly ToldMail[]): Promise<void> {
  await page.route(/\/api\/v1\/bookings\/[^/]+\/messages$/, (route) =>
    route.fulfill({ json: { items } }),
  )
}

export const refusedMail = (): ToldMail => ({
  kind: 'booked',
  recipient: 'customer',
  state: 'refused',
  at: new Date(Date.now() - 60_000).toISOString(),
  reply: '550 5.1.1 <grace.hopper@example.com>: Recipient address rejected: no such user here',
})

/** Has the page find a booking changed in these parts, for as long as it is asked for by HTTP. */
export async function tellBooking(
  page: Page,
  change: () => Readonly<Record<string, unknown>>,
): Promise<void> {
  await page.route(/\/api\/v1\/bookings\/[^/]+$/, async (route) => {
    if (route.request().method() !== 'GET') return route.fallback()
    const response = await route.fetch()
    const { booking } = await response.json()
    await route.fulfill({ response, json: { booking: { ...booking, ...change() } } })
  })
}

/** Leaves the field of an address, and waits for what is offered in its place. */
export async function leaveMistyped(page: Page, typed: string, meant: string): Promise<Locator> {
  await page.getByRole('textbox', { name: 'E-mail' }).fill(typed)
  await page.keyboard.press('Tab')
  const offer = page.getByRole('button', { name: meant, exact: true })
  await expect(offer).toBeVisible()
  return offer
}
