import { launchWith } from '../../playwright.config.ts'
import { openDesk } from '../steps/desk-steps.ts'
import { expect, test } from '../world.ts'
import { bookCall, demoExpert, enter, fakeDevices, leaveButton } from './call-world.ts'

test.use({ launchOptions: launchWith(...fakeDevices) })

const notes = { name: 'Your private notes' }

test('an expert joins from their calendar, and keeps notes that only they read', async ({
  api,
  page,
  newVisitor,
}) => {
  const call = await bookCall(api)
  await openDesk(page, demoExpert, '/desk/calendar?view=list')
  const join = page.getByRole('link', { name: 'Join session with Grace Hopper' })
  await expect(join).toBeVisible()

  // The week of the session, which may begin with it.
  const headers = { authorization: `Bearer ${call.expert.split('#')[1]}` }
  const { body } = await api(`/bookings/${call.id}`, { headers })
  await page.goto(`/desk/calendar?week=${body.booking.startsAt.slice(0, 10)}`)
  await expect(join).toBeVisible()
  await join.click()
  await enter(page, page.url())
  await page.getByRole('button', notes).click()
  await page.getByRole('textbox', notes).fill('Wants the compiler first')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()

  const customer = await (await newVisitor()).newPage()
  await enter(customer, call.customer)
  await customer.getByRole('button', notes).click()
  await expect(customer.getByRole('textbox', notes)).toHaveValue('')
  await customer.getByRole('textbox', notes).fill('Ask for the slides')
  await expect(customer.getByText('Saved', { exact: true })).toBeVisible()

  // Afterwards they are with the booking, of each side its own.
  await leaveButton(page).click()
  await page.goto(`/desk/bookings/${call.id}`)
  await expect(page.getByRole('textbox', notes)).toHaveValue('Wants the compiler first')
  await leaveButton(customer).click()
  await customer.goto(call.customer.replace('/call#', '#'))
  await expect(customer.getByRole('textbox', notes)).toHaveValue('Ask for the slides')
})
