import type { Page } from '@playwright/test'
import { launchWith } from '../../playwright.config.ts'
import { expectAccessible } from '../accessible.ts'
import { chooseDayOf, openExpert, slotTile } from '../steps/booking-steps.ts'
import { type Api, expect, test } from '../world.ts'
import { bookCall, demoExpert, fakeDevices, join } from './call-world.ts'

test.use({ launchOptions: launchWith(...fakeDevices) })

const phone = { width: 390, height: 844 }
const offer = (page: Page) => page.getByRole('group', { name: 'More time' })

/** From the menu, where it can be offered at any moment. */
async function ask(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: label }).click()
}

test('more time is offered, refused, agreed to before the eyes of strangers, and lost to somebody faster', async ({
  api,
  page: expert,
  newVisitor,
  expectFailedLoads,
}) => {
  expectFailedLoads(409)
  const call = await bookCall(api)
  const ends = await endOf(api, call.customer)
  const stranger = await (await newVisitor()).newPage()
  await openExpert(stranger, demoExpert)
  await chooseDayOf(stranger, ends)
  await expect(slotTile(stranger, ends)).toHaveAttribute('data-state', 'free')

  const customer = await (await newVisitor({ viewport: phone })).newPage()
  // What they say to each other is not the matter here: they need no devices.
  for (const [page, address] of [
    [expert, call.expert],
    [customer, call.customer],
  ] as const) {
    await page.goto(address)
    await join(page)
  }

  await ask(expert, 'Offer 15 more minutes')
  await expect(offer(expert)).toContainText('You offered 15 more minutes')
  await expect(offer(customer)).toContainText(/offers 15 more minutes, until .+, for /)
  await expectAccessible(customer, 'light')
  await expectAccessible(expert, 'dark')
  await offer(customer).getByRole('button', { name: 'No, thanks' }).click()
  await expect(expert.getByText(/keeps to the time: the session ends at/)).toBeVisible()

  await ask(customer, 'Ask for 15 more minutes')
  await expect(offer(expert)).toContainText('Grace Hopper asks for 15 more minutes')
  await offer(expert).getByRole('button', { name: 'Agree' }).press('Enter')
  for (const page of [customer, expert]) {
    await expect(page.getByText(/^The session is longer now: it ends at/)).toBeVisible()
  }
  await expect(slotTile(stranger, ends)).toHaveAttribute('data-state', 'taken')

  const longer = await endOf(api, call.customer)
  expect(Date.parse(longer) - Date.parse(ends)).toBe(15 * 60_000)
  await ask(expert, 'Offer 15 more minutes')
  const agree = offer(customer).getByRole('button', { name: /^Agree/ })
  await expect(agree).toBeVisible()
  await bookByAnother(api, longer)
  await agree.click()
  const lost =
    /The time after this session has just been booked|Somebody else has just booked the time/
  await expect(customer.getByText(lost)).toBeVisible()
  await expect(offer(expert)).toContainText('Somebody was faster', { timeout: 20_000 })
  expect(await endOf(api, call.customer)).toBe(longer)
})

async function endOf(api: Api, address: string): Promise<string> {
  const [path = '', token = ''] = address.replace(/^\/b\//, '/bookings/').split('/call#')
  const { body } = await api(path, { headers: { Authorization: `Bearer ${token}` } })
  return body.booking.endsAt
}

async function bookByAnother(api: Api, startsAt: string): Promise<void> {
  const { body: expert } = await api(`/experts/${demoExpert}`)
  const { status } = await api('/bookings', {
    method: 'POST',
    headers: { 'Idempotency-Key': crypto.randomUUID() },
    body: {
      expertId: expert.id,
      startsAt,
      minutes: expert.sessionLengths[0],
      customer: { name: 'Somebody Else', email: 'somebody.else@example.com' },
      timeZone: 'UTC',
    },
  })
  expect(status).toBe(201)
}
