import { expectAccessible } from '../accessible.ts'
import {
  chooseLaterDay,
  fillDetails,
  freeSlot,
  grace,
  holdSlot,
  openExpert,
} from '../steps/booking-steps.ts'
import { openDesk, saveHours } from '../steps/desk-steps.ts'
import { codeTo, mailTo } from '../steps/sign-in-steps.ts'
import { expect, test } from '../world.ts'

// Whom no other test books.
const slug = 'declan-petrakis'
const booked = { level: 1, name: /^You are booked with/ } as const

test.beforeEach(async ({ newVisitor }) => {
  const desk = await (await newVisitor()).newPage()
  await openDesk(desk, slug, '/desk/hours')
  const box = desk.getByRole('checkbox', { name: /must confirm their e-mail address/ })
  if (await box.isChecked()) return
  await box.check({ force: true })
  await saveHours(desk)
})

test('where an expert wants it, a code from a mail makes a booking of a time that is kept', async ({
  page,
  newVisitor,
  expectFailedLoads,
}) => {
  expectFailedLoads(403, 422)
  const other = await (await newVisitor()).newPage()
  await openExpert(page, slug)
  await chooseLaterDay(page)
  const startsAt = await freeSlot(page)
  await holdSlot(page, startsAt)
  const mistyped = { ...grace, email: 'grace.hoper@example.com' }
  await fillDetails(page, mistyped)
  await page.getByRole('button', { name: 'Confirm booking' }).click()
  await expect(page.getByRole('heading', { name: 'One more step' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: /code$/ })).toBeFocused()
  await expect(page.getByText(mistyped.email)).toBeVisible()
  await expectAccessible(page, 'light')
  // A typo shows here, and is mended without losing the time or what was typed.
  await page.getByRole('button', { name: 'Back to your details' }).click()
  await page.getByRole('textbox', { name: 'E-mail' }).fill(grace.email)
  await page.getByRole('button', { name: 'Confirm booking' }).click()
  await expect(page.getByText(/We’ve e-mailed you a code/)).toBeVisible()
  const field = page.getByRole('textbox', { name: /code$/ })
  await field.fill('00000000')
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await field.fill(await codeTo(page, grace.email))
  await expect(page.getByRole('heading', booked)).toBeVisible()
  await expect(page.getByText(grace.topic)).toBeVisible()
  await openExpert(other, slug)
  await expect(other.locator(`[data-slot="${startsAt}"][data-state="free"]`)).toHaveCount(0)
})

test('the link of that mail books on another device, and the first page says so', async ({
  page,
  newVisitor,
  expectFailedLoads,
}) => {
  expectFailedLoads(403, 404, 422)
  await openExpert(page, slug)
  await chooseLaterDay(page)
  await holdSlot(page, await freeSlot(page))
  const ida = { ...grace, name: 'Ida Rhodes', email: 'ida.by.link@example.com' }
  await fillDetails(page, ida)
  await page.getByRole('button', { name: 'Confirm booking' }).click()
  await expect(page.getByText(/We’ve e-mailed you a code/)).toBeVisible()
  const { link, to } = await mailTo(page, ida.email)
  const phone = await (await newVisitor({ viewport: { width: 360, height: 740 } })).newPage()
  await phone.goto(`/sign-in${to}#${link}`)
  await phone.getByRole('button', { name: 'Sign in' }).last().click()
  await phone.getByRole('textbox', { name: 'E-mail' }).fill(ida.email)
  await phone.getByRole('button', { name: 'Sign in' }).last().click()
  await expect(phone.getByRole('heading', booked)).toBeVisible()
  await expect(page.getByText('Your session is booked')).toBeVisible()
})
