import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { chooseLaterDay, openExpert } from './steps/booking-steps.ts'
import { openDesk, saveHours, untilWatched, weekdayOf } from './steps/desk-steps.ts'
import { bookFor } from './steps/sign-in-steps.ts'
import { type Api, expect, test } from './world.ts'

/** The date that is chosen on an expert's page; the visitor's zone is the expert's. */
async function chosenDate(visitor: Page): Promise<string> {
  const day = visitor.locator('[aria-selected="true"] [data-date]')
  return (await day.getAttribute('data-date')) ?? ''
}

async function zoneOf(api: Api, slug: string): Promise<string> {
  return (await api(`/experts/${slug}`)).body.timeZone
}

test('hours that an expert changes change before the eyes of a visitor', async ({
  page,
  api,
  newVisitor,
}) => {
  const slug = 'nguyen-thuy-linh'
  const there = await newVisitor({ timezoneId: await zoneOf(api, slug), locale: 'en-GB' })
  const visitor = await there.newPage()
  await openExpert(visitor, slug)
  await chooseLaterDay(visitor)
  const date = await chosenDate(visitor)
  const slots = visitor.locator('[data-slot]')
  const [first] = await slots.evaluateAll((all) => all.map((slot) => slot.dataset['slot'] ?? ''))
  const tile = visitor.locator(`[data-slot="${first}"]`)

  await openDesk(page, slug, '/desk/hours')
  const windows = page
    .getByRole('group', { name: weekdayOf(date) })
    .getByRole('button', { name: /^Remove / })
  await expect(windows.first()).toBeVisible()
  while ((await windows.count()) > 0) await windows.first().click()
  await saveHours(page)
  await expect(tile).toHaveCount(0)

  // And back again, drawn by keyboard.
  const day = page.getByRole('group', { name: weekdayOf(date) })
  await day.getByRole('button', { name: /^Add hours/ }).click()
  await day.getByRole('slider', { name: /begin$/ }).press('Home')
  await day.getByRole('slider', { name: /end$/ }).press('End')
  await saveHours(page)
  await expect(tile).toBeVisible()
})

test('a day off takes its times away, a pause takes all, and both come back', async ({
  page,
  api,
  newVisitor,
}) => {
  const slug = 'nokuthula-dlamini'
  const there = await newVisitor({ timezoneId: await zoneOf(api, slug), locale: 'en-GB' })
  const visitor = await there.newPage()
  await openExpert(visitor, slug)
  await chooseLaterDay(visitor)
  const date = await chosenDate(visitor)
  const day = visitor.locator(`[data-date="${date}"]`)

  await openDesk(page, slug, '/desk/hours')
  await page.getByLabel('From', { exact: true }).fill(date)
  await page.getByLabel('To', { exact: true }).fill(date)
  // The day may have hours of its own already.
  await page.getByRole('radio', { name: 'Off', exact: true }).click({ force: true })
  await page.getByRole('button', { name: 'Set for this day' }).click()
  await saveHours(page)
  await expect(day).toHaveAttribute('aria-disabled', 'true')
  await page
    .getByRole('list', { name: 'Dates with hours of their own' })
    .getByRole('button')
    .first()
    .click()
  await page.getByRole('button', { name: 'Discard' }).click()

  const taking = page.getByRole('switch', { name: 'Taking new bookings' })
  await taking.click()
  await expect(taking).toHaveAttribute('aria-checked', 'false')
  await expect(visitor.locator('[data-date][aria-disabled="false"]')).toHaveCount(0)
  await taking.click()
  await expect(taking).toHaveAttribute('aria-checked', 'true')
  await expect(visitor.locator('[data-date][aria-disabled="false"]').first()).toBeVisible()
})

test('a session is cancelled with a reason, which the customer reads', async ({
  page,
  api,
  newVisitor,
}) => {
  const slug = 'mateo-gimenez-rojas'
  const { id, manageToken } = await bookFor(api, slug, 'ida@example.org')
  const customer = await (await newVisitor({ locale: 'en-GB' })).newPage()
  await customer.goto(`/b/${id}#${manageToken}`)
  await expect(customer.getByRole('heading', { level: 1 })).toContainText('You are booked')

  await openDesk(page, slug, `/desk/bookings/${id}`)
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  await page.getByRole('button', { name: 'Cancel the session' }).click()
  await expect(page.getByText('Please give a reason: the customer will read it')).toBeVisible()
  await page.getByRole('textbox', { name: /^The reason/ }).fill('I have lost my voice')
  await page.getByRole('button', { name: 'Cancel the session' }).click()
  await expect(page.getByText('You cancelled this session.')).toBeVisible()
  await expect(customer.getByText(/^Cancelled by Mateo.*: “I have lost my voice”/)).toBeVisible()
})

test('another time is proposed with a word, and accepted by the customer', async ({
  page,
  api,
  newVisitor,
}) => {
  const slug = 'hannah-goldfarb'
  const { id, manageToken } = await bookFor(api, slug, 'ida@example.org')
  const customer = await (await newVisitor({ locale: 'en-GB' })).newPage()
  await customer.goto(`/b/${id}#${manageToken}`)
  await expect(customer.getByRole('heading', { level: 1 })).toContainText('You are booked')

  await openDesk(page, slug, `/desk/bookings/${id}`)
  await page.getByRole('button', { name: 'Propose another time' }).click()
  // The day of the booking may have nothing free but what is booked.
  await chooseLaterDay(page)
  await page.locator('[data-slot][data-state="free"]').first().click()
  await page.getByRole('textbox', { name: /^A message for/ }).fill('The train is late')
  await page.getByRole('button', { name: /^Propose \w/ }).click()
  await expect(page.getByText('You proposed another time to Ida Rhodes')).toBeVisible()

  await expect(customer.getByText(/“The train is late”/)).toBeVisible()
  await customer.getByRole('button', { name: 'Accept the new time' }).click()
  await expect(customer.getByRole('button', { name: 'Accept the new time' })).toHaveCount(0)
  await expect(page.getByText('Ida Rhodes accepted your time')).toBeVisible()
  await expect(page.getByText('You proposed another time')).toHaveCount(0)
})

test('a time is pressed in the calendar, and its rule is named', async ({ page, api }) => {
  const slug = 'layla-haddad'
  await openDesk(page, slug, '/desk/calendar')
  await page.getByRole('button', { name: 'Next week' }).click()
  const { body: expert } = await api(`/experts/${slug}`)
  await page
    .getByRole('button', { name: /^Why is a time on Wed/ })
    .click({ position: { x: 60, y: 4 } })
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(/It is outside your hours|You do not work/)).toBeVisible()

  // By keyboard: a form asks the same.
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Why is a time not bookable?' }).press('Enter')
  // On Saturdays they work from 10.
  const day = 86_400_000
  const edge = Date.now() + (expert.policy.horizonDays + 2) * day
  const far = [0, 1, 2, 3, 4, 5, 6]
    .map((days) => new Date(edge + days * day))
    .find((date) => date.getUTCDay() === 6)
  await dialog.getByLabel('Date', { exact: true }).fill(far?.toISOString().slice(0, 10) ?? '')
  await dialog.getByLabel('Time').fill('10:00')
  await dialog.getByRole('button', { name: 'Tell me why' }).press('Enter')
  await expect(dialog.getByText('It is too far ahead')).toBeVisible()
  await dialog.getByRole('link', { name: 'Change your rules' }).click()
  await expect(page).toHaveURL('/desk/hours#rules')
})

test('a photo is taken, and what is none is refused with the reason', async ({
  page,
  expectFailedLoads,
}) => {
  expectFailedLoads(422)
  const slug = 'mateo-gimenez-rojas'
  await openDesk(page, slug, '/desk/profile')
  const before = await page.locator('main img').first().getAttribute('src')
  const picker = page.getByLabel('Picture file')
  const picture = { name: 'me.png', mimeType: 'image/png', buffer: Buffer.from('no picture') }
  await picker.setInputFiles(picture)
  await expect(page.getByRole('alert').getByText(/This picture cannot be used/)).toBeVisible()
  await picker.setInputFiles(join(import.meta.dirname, '../server/portraits/hannah-goldfarb.webp'))
  await expect(page.getByText('Your new photo is saved')).toBeVisible()
  await expect(page.locator('main img').first()).not.toHaveAttribute('src', before ?? '')
})

test('a new session appears on the desk by itself, with a word about it', async ({ page, api }) => {
  const slug = 'nokuthula-dlamini'
  const watched = untilWatched(page)
  await openDesk(page, slug)
  await watched
  // What is read then would know of the session before it is told.
  await page.waitForLoadState('networkidle')
  await bookFor(api, slug, 'ada@example.org')
  await expect(page.getByText('New session with Ida Rhodes')).toBeVisible()
})

test('hours that are not saved outlive leaving the page and loading it anew', async ({ page }) => {
  await openDesk(page, 'hannah-goldfarb', '/desk/hours')
  const notice = page.getByRole('combobox', { name: 'Latest booking' })
  await notice.selectOption('3 days before')
  await page.getByRole('link', { name: 'Today' }).click()
  await page.getByRole('link', { name: /^Hours.*not saved yet/ }).click()
  await expect(notice).toHaveValue('4320')
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expect(notice).toHaveValue('4320')
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0)
})

test('the mails that an expert chose are still chosen when the page is loaded anew', async ({
  page,
}) => {
  await openDesk(page, 'ingrid-solheim', '/desk/mails')
  const reminders = page.getByRole('switch', { name: 'Reminders' })
  const agenda = page.getByRole('switch', { name: 'Send me an agenda' })
  const time = page.getByRole('combobox', { name: 'Sent every day at' })
  await expect(reminders).toBeChecked()
  await reminders.click()
  await expect(reminders).not.toBeChecked()
  await agenda.click()
  const saved = page.waitForResponse(
    (response) =>
      response.request().method() === 'PUT' &&
      response.request().postDataJSON().agendaAt === '18:45',
  )
  await time.selectOption('18:45')
  expect((await saved).status()).toBe(200)
  await page.reload()
  await expect(reminders).not.toBeChecked()
  await expect(page.getByRole('switch', { name: 'New sessions' })).toBeChecked()
  await expect(agenda).toBeChecked()
  await expect(time).toHaveValue('18:45')
})
