import type { Page } from '@playwright/test'
import { confirm, goTo, openAdmin } from './steps/admin-steps.ts'
import { allMail, bookFor, signIn } from './steps/sign-in-steps.ts'
import { expect, test } from './world.ts'

/** The search answers with the nearest there are, and this one is not among them. */
async function expectNoBo(page: Page): Promise<void> {
  await expect(page.getByText(/^(Nobody matches|No exact match)/)).toBeVisible()
  await expect(page.getByRole('link', { name: 'Bo Lin' })).toHaveCount(0)
}

test('who is invited is not seen before they are listed, and reaches their desk', async ({
  page,
  newVisitor,
  expectFailedLoads,
}) => {
  expectFailedLoads(404, 422)
  const email = 'bo.lin@example.org'
  await openAdmin(page)
  await page.getByRole('button', { name: 'Invite an expert' }).click()
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toBeFocused()
  await page.keyboard.type('bo.lin@')
  await page.keyboard.press('Enter')
  const address = page.getByRole('textbox', { name: 'E-mail' })
  await expect(address).toHaveAccessibleDescription(/does not look like an e-mail address/)
  await address.fill(email)
  await page.getByRole('textbox', { name: 'Name' }).fill('Bo Lin')
  await page.getByRole('combobox', { name: 'Category' }).selectOption('Design')
  await confirm(page, 'Send the invitation')
  await expect(page.getByText('Bo Lin is invited')).toBeVisible()

  const visitor = await (await newVisitor()).newPage()
  await visitor.goto('/experts?query=bo+lin')
  await expectNoBo(visitor)
  await visitor.goto('/desk')
  await signIn(visitor, email)
  await expect(visitor.getByRole('heading', { level: 1 })).toBeVisible()
  const me = await visitor.request.get('/api/v1/desk')
  expect(await me.json()).toMatchObject({ name: 'Bo Lin', listed: false })

  await page.getByRole('searchbox', { name: 'Search experts' }).fill('Bo Lin')
  await expect(page.getByText('1 expert', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Edit Bo Lin' }).click()
  await page.getByRole('textbox', { name: 'Headline' }).fill('Letters that stay readable')
  await page.getByRole('textbox', { name: 'Price per hour' }).fill('80')
  await confirm(page, 'Save')
  await page.getByRole('button', { name: 'List Bo Lin' }).click()
  await confirm(page, 'List')
  await expect(page.getByText('Bo Lin is listed')).toBeVisible()
  await visitor.goto('/experts?query=bo+lin')
  await expect(visitor.getByText('Letters that stay readable')).toBeVisible()
  await page.getByRole('button', { name: 'Hide Bo Lin' }).click()
  await confirm(page, 'Hide')
  await expect(page.getByText('Bo Lin is hidden')).toBeVisible()
  await visitor.reload()
  await expectNoBo(visitor)

  await goTo(page, 'Audit')
  const entries = page.getByRole('listitem')
  await expect(entries.filter({ hasText: 'admin@example.com hid Bo Lin' })).toHaveCount(1)
  await expect(entries.filter({ hasText: 'admin@example.com listed Bo Lin' })).toHaveCount(1)
  await expect(entries.filter({ hasText: 'admin@example.com invited Bo Lin' })).toHaveCount(1)
})

test('a category is made, changed and removed; one with experts in it stays', async ({
  page,
  expectFailedLoads,
}) => {
  expectFailedLoads(409)
  await openAdmin(page, '/admin/categories')
  await page.getByRole('button', { name: 'Add a category' }).click()
  await page.keyboard.type('Gardens')
  await page.getByRole('radio', { name: 'leaf' }).check({ force: true })
  await confirm(page, 'Add it')
  await page.getByRole('button', { name: 'Change Gardens' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Gardens and trees')
  await confirm(page, 'Save')
  await expect(page.getByRole('heading', { name: 'Gardens and trees' })).toBeVisible()
  await page.goto('/experts')
  await expect(page.getByRole('link', { name: /^Gardens and trees/ })).toBeVisible()
  await page.goto('/admin/categories')
  await page.getByRole('button', { name: 'Remove Design' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText('There are experts in this category', { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Remove Gardens and trees' }).click()
  await confirm(page, 'Remove')
  await expect(page.getByRole('heading', { name: 'Gardens and trees' })).toHaveCount(0)
})

test('a session is cancelled with a reason that the customer reads', async ({
  page,
  api,
  newVisitor,
}) => {
  const email = 'edsger@example.org'
  const booked = await bookFor(api, 'mateo-gimenez-rojas', email)
  const customer = await (await newVisitor()).newPage()
  await customer.goto(`/b/${booked.id}#${booked.manageToken}`)
  await expect(customer.getByRole('heading', { name: /^You are booked/ })).toBeVisible()

  await page.setViewportSize({ width: 1440, height: 900 })
  await openAdmin(page, '/admin/bookings')
  // A screen shows ten, whatever notices stand above them.
  const rows = page.getByRole('list', { name: 'Bookings' }).getByRole('listitem')
  await expect(rows.nth(9)).toBeInViewport({ ratio: 1 })
  // By a style of the page, which wins over that of the button: that one is linked first.
  await expect(page.getByRole('button', { name: 'Filters' })).toBeHidden()
  await page.getByRole('searchbox', { name: 'Search bookings' }).fill(email)
  await expect(page.getByText('1 booking', { exact: true })).toBeVisible()
  await page.getByRole('list', { name: 'Bookings' }).getByRole('link').click()
  await page.getByRole('button', { name: 'Cancel the session' }).click()
  await page.keyboard.press('Tab')
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the session' }).click()
  const reason = page.getByRole('textbox', { name: /^Why/ })
  await expect(reason).toHaveAccessibleDescription(/Please give a reason/)
  await reason.fill('The expert has moved to the sea')
  await confirm(page, 'Cancel the session')
  await expect(page.getByText('By an administrator')).toBeVisible()
  await expect(customer.getByText('The expert has moved to the sea')).toBeVisible()
  await goTo(page, 'Audit')
  await expect(page.getByText('cancelled the session').first()).toBeVisible()
})

test('an administrator is made and unmade, and at once sees no more', async ({
  page,
  newVisitor,
  expectFailedLoads,
}) => {
  expectFailedLoads(403)
  const email = 'radia@example.org'
  const other = await (await newVisitor()).newPage()
  await other.goto('/admin')
  await signIn(other, email)
  await expect(other.getByText('This part is for administrators')).toBeVisible()

  await openAdmin(page, '/admin/people')
  await page.getByRole('searchbox', { name: 'Search people' }).fill('radia@')
  await page.getByRole('button', { name: `Make an administrator of ${email}` }).click()
  await confirm(page, 'Make an administrator')
  await expect(page.getByText('Administrator added')).toBeVisible()
  await other.reload()
  await expect(other.getByRole('heading', { level: 1, name: /^Our experts/ })).toBeVisible()
  await other.getByRole('button', { name: 'Account' }).click()
  await expect(other.locator('#account').getByText('Administration')).toBeVisible()
  await other.keyboard.press('Escape')

  await page.getByRole('button', { name: `Remove the role from ${email}` }).click()
  await confirm(page, 'Remove it')
  await other.getByRole('navigation', { name: 'Administration' }).getByText('People').click()
  await expect(other.getByText('This part is for administrators')).toBeVisible()
})

test('who applies is read, approved and invited to their desk', async ({
  page,
  newVisitor,
  expectFailedLoads,
}) => {
  expectFailedLoads(422)
  const email = 'tomas.novak@example.org'
  const applicant = await (await newVisitor()).newPage()
  await applicant.goto('/')
  await applicant.getByRole('main').getByRole('link', { name: 'Become an expert' }).click()
  await applicant.getByRole('button', { name: 'Send the application' }).click()
  const name = applicant.getByRole('textbox', { name: 'Your name' })
  await expect(name).toBeFocused()
  await name.fill('Tomáš Novák')
  await applicant.getByRole('textbox', { name: 'E-mail' }).fill(email)
  await applicant.getByRole('combobox', { name: 'Category' }).selectOption('Design')
  await applicant.getByRole('textbox', { name: 'What you help with' }).fill('Wood that stays')
  await applicant.reload()
  await expect(name).toHaveValue('Tomáš Novák')
  await applicant.getByRole('textbox', { name: 'What have you done?' }).fill('Thirty years of it')
  await applicant.getByRole('button', { name: 'Send the application' }).click()
  await expect(applicant.getByRole('heading', { level: 1, name: /^Thank you/ })).toBeFocused()
  await expect(applicant.getByText(email)).toBeVisible()

  await openAdmin(page)
  await page.getByRole('link', { name: /^Applications \d+ waiting/ }).click()
  await expect(page.getByText('Thirty years of it')).toBeVisible()
  await page.getByRole('button', { name: 'Approve the application of Tomáš Novák' }).click()
  await confirm(page, 'Approve')
  await expect(page.getByText('Tomáš Novák is an expert now')).toBeVisible()
  await expect(page.getByText('Thirty years of it')).toHaveCount(0)
  await page.getByRole('radio', { name: 'Approved' }).click({ force: true })
  await expect(page.getByText('Thirty years of it')).toBeVisible()
  await expect.poll(() => allMail(page)).toContain(`To ${email},`)
})
