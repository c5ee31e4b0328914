import { launchWith } from '../../playwright.config.ts'
import { expectAccessible } from '../accessible.ts'
import { expect, test } from '../world.ts'
import { bookCall, fakeDevices, join, leaveButton, openLobby } from './call-world.ts'

test.use({ launchOptions: launchWith(...fakeDevices) })

test('the page of a booking says who is late and who waits, and so does its title', async ({
  api,
  page,
  newVisitor,
}) => {
  const call = await bookCall(api)
  const visitor = await newVisitor()
  const customer = await visitor.newPage()
  await customer.goto(call.customer.replace('/call#', '#'))
  await expect(customer.getByText('The room is open', { exact: true })).toBeVisible()

  await openLobby(page, call.expert)
  await page.getByRole('button', { name: 'I’m running late' }).click()
  await page.getByRole('radio', { name: '10 minutes' }).check()
  await page.getByLabel(/^A short note/).fill('Traffic')
  await page.getByRole('button', { name: 'Tell them' }).click()
  await expect(customer.getByText(/is about 10 minutes late$/)).toBeVisible()
  await expect(customer.getByText('“Traffic”')).toBeVisible()
  await expect(customer).toHaveTitle(/^● .+ is 10 min late · /)
  await expectAccessible(customer, 'light')

  await join(page)
  await expect(customer.getByText(/is waiting for you$/)).toBeVisible()
  await expect(customer).toHaveTitle(/^● .+ is waiting · /)
  await expectAccessible(customer, 'light')
  await leaveButton(page).click()
  await expect(customer.getByText(/has left the room$/)).toBeVisible()
})
