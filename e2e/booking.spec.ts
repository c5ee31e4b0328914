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
} from './steps/booking-steps.ts'
import { expect, test } from './world.ts'

// As most people see it.
test.use({ surfaces: 'glass', contextOptions: { reducedMotion: 'no-preference' } })

test('find, book, reload, and follow the link on another device', async ({ page, newVisitor }) => {
  await page.goto('/')
  await page.getByRole('searchbox').or(page.getByRole('combobox')).first().fill('levantine')
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 expert', { exact: true }).first()).toBeVisible()
  // A time on the card leads to itself.
  const times = page.getByRole('list', { name: 'Free times of Layla Haddad' })
  await times.getByRole('link').last().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Layla Haddad' })).toBeVisible()
  await expect(page.locator('[data-slot][aria-pressed="true"]')).toBeVisible()
  await page.getByRole('button', { name: /^Book \w/ }).click()
  await fillDetails(page)
  await confirm(page)
  await expect(page).toHaveURL(/\/b\/[\w-]+#[\w-]+$/)
  await expect(page.getByText(/Nothing is charged here/).first()).toBeVisible()
  await expect(page.getByText(/private link/i).first()).toBeVisible()
  const link = page.url()

  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: /^You are booked/ })).toBeVisible()

  const phone = await (
    await newVisitor({ viewport: { width: 360, height: 780 }, timezoneId: 'America/New_York' })
  ).newPage()
  await phone.goto(link)
  await expect(phone.getByText(grace.topic)).toBeVisible()

  await page.goto('/bookings')
  await expect(page.getByRole('link', { name: 'Layla Haddad', exact: true })).toBeVisible()
  await phone.goto('/bookings')
  await expect(phone.getByText('No bookings in this browser yet')).toBeVisible()
})

test('move, correct and cancel; the page on another device follows', async ({
  page,
  newVisitor,
  expectFailedLoads,
}) => {
  // The other device's link is void after the correction of the address.
  expectFailedLoads(404)
  await bookLater(page, 'ana-carolina-cavalcanti')
  const link = page.url()
  const other = await (await newVisitor()).newPage()
  await other.goto(link)
  await expect(other.getByRole('heading', { level: 1, name: /^You are booked/ })).toBeVisible()

  await page.getByRole('button', { name: 'Move to another time' }).click()
  // Its own day may have nothing else that is free.
  await page.locator('[data-date][aria-disabled="false"]').last().click()
  const there = await freeSlot(page)
  await page.locator(`[data-slot="${there}"]`).click()
  await page.getByRole('button', { name: /^Move to/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^You are booked/ })).toBeVisible()
  await expect(other.getByRole('status').filter({ hasText: /moved/i }).first()).toBeVisible()
  expect(page.url()).toBe(link)

  await page.getByRole('button', { name: 'Correct your details' }).click()
  await page.getByRole('textbox', { name: 'E-mail' }).fill('g.hopper@example.com')
  await page.getByRole('dialog').getByRole('button', { name: /save/i }).click()
  await expect(page.getByText('g.hopper@example.com', { exact: true }).first()).toBeVisible()
  expect(page.url()).not.toBe(link)

  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  await page.getByRole('button', { name: 'Keep it' }).click()
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  await page.getByRole('button', { name: 'Cancel the session' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Cancelled session/ })).toBeVisible()
  await page.getByRole('button', { name: /^Book .* again$/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Ana Carolina/ })).toBeVisible()
})

test('an old link says what it is', async ({ page, expectFailedLoads }) => {
  expectFailedLoads(404)
  await page.goto('/b/nothing-of-ours#x')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/booked/)
  await page.goto('/experts/nobody-of-ours')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/not|no /i)
})

test('another zone keeps the chosen instant', async ({ page }) => {
  await openExpert(page, 'ingrid-solheim')
  await chooseLaterDay(page)
  const startsAt = await freeSlot(page)
  await page.locator(`[data-slot="${startsAt}"]`).click()
  await page.getByRole('button', { name: /Change the time zone/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('searchbox').or(dialog.getByRole('combobox')).first().fill('Johns')
  await dialog.getByRole('option', { name: /John/ }).last().click()
  const chosen = page.locator(`[data-slot="${startsAt}"]`)
  await expect(chosen).toHaveAttribute('data-state', 'selected')
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'America/St_Johns',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(startsAt))
  await expect(chosen).toContainText(clock)
})

test('leaving the form gives the slot back and keeps what was typed', async ({
  page,
  newVisitor,
}) => {
  await openExpert(page, 'chloe-marchand')
  await chooseLaterDay(page)
  const startsAt = await freeSlot(page)
  const other = await (await newVisitor()).newPage()
  await openExpert(other, 'chloe-marchand')
  await chooseDayOf(other, startsAt)
  const theirs = other.locator(`[data-slot="${startsAt}"]`)
  await holdSlot(page, startsAt)
  await fillDetails(page)
  await expect(theirs).toHaveAttribute('data-state', 'held')
  await page.getByRole('button', { name: 'Back to the times' }).click()
  await expect(theirs).toHaveAttribute('data-state', 'free')
  await holdSlot(page, startsAt)
  await expect(page.getByRole('textbox', { name: 'Your name' })).toHaveValue(grace.name)
  await expect(theirs).toHaveAttribute('data-state', 'held')
  await page.close({ runBeforeUnload: true })
  await expect(theirs).toHaveAttribute('data-state', 'free')
})

test('faults stand beside their fields, and the first one has the focus', async ({ page }) => {
  await openExpert(page, 'yusuf-demir')
  await chooseLaterDay(page)
  await holdSlot(page, await freeSlot(page))
  await page.getByRole('textbox', { name: 'E-mail' }).fill('grace@')
  await page.getByRole('button', { name: 'Confirm booking' }).click()
  const name = page.getByRole('textbox', { name: 'Your name' })
  await expect(name).toBeFocused()
  await expect(name).toHaveAccessibleDescription(/name/)
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveAccessibleDescription(/e-mail/)
})

test('a second session at the same time is warned of', async ({ page, api }) => {
  const from = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)
  const to = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
  const freeStarts = async (slug: string): Promise<string[]> => {
    const { body } = await api(
      `/experts/${slug}/slots?from=${from}&to=${to}&timeZone=UTC&minutes=30`,
    )
    const slots: { startsAt: string; state: string }[] = body.days.flatMap(
      (day: { slots: unknown[] }) => day.slots,
    )
    return slots.filter((slot) => slot.state === 'free').map((slot) => slot.startsAt)
  }
  const theirs = new Set(await freeStarts('jurgen-bauerle'))
  const startsAt = (await freeStarts('layla-haddad')).find((start) => theirs.has(start))
  expect(startsAt).toBeDefined()
  const { body: layla } = await api('/experts/layla-haddad')
  const { body: made } = await api('/bookings', {
    method: 'POST',
    headers: { 'idempotency-key': `overlap-${startsAt}` },
    body: {
      expertId: layla.id,
      startsAt,
      minutes: 30,
      customer: { name: grace.name, email: grace.email },
      timeZone: 'UTC',
    },
  })
  await page.goto(`/b/${made.booking.id}#${made.manageToken}`)
  await page.getByRole('button', { name: 'Keep in My bookings here' }).click()

  await openExpert(page, 'jurgen-bauerle')
  await chooseDayOf(page, startsAt ?? '')
  await holdSlot(page, startsAt ?? '')
  await expect(page.getByRole('button', { name: 'Book anyway' })).toBeVisible()
})
