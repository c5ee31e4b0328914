import { checkPages, type Pages } from '../accessible.ts'
import { openAdmin } from '../steps/admin-steps.ts'
import {
  bookLater,
  chooseLaterDay,
  fillDetails,
  freeSlot,
  grace,
  holdSlot,
  openExpert,
} from '../steps/booking-steps.ts'
import { openDesk } from '../steps/desk-steps.ts'
import { tabTo } from '../steps/keyboard-steps.ts'
import { leaveMistyped, mailLine, refusedMail, tellMails } from '../steps/message-steps.ts'
import { allMail, bookFor } from '../steps/sign-in-steps.ts'
import { expect, test } from '../world.ts'

test('after a booking it is told what becomes of the confirmation, and it is sent again by keyboard', async ({
  page,
  expectFailedLoads,
}) => {
  expectFailedLoads(429)
  await bookLater(page, 'mateo-gimenez-rojas')
  await expect(
    page.getByText(new RegExp(`^The confirmation to ${grace.email} was sent`)),
  ).toBeVisible()
  await expect(mailLine(page)).toHaveText(/^Confirmation to you: handed over to the mail server/)
  await tabTo(page, /^\s*Confirmation to you/)
  await page.keyboard.press('Enter')
  const again = page.getByRole('button', { name: 'Send the confirmation again' })
  await tabTo(page, /Send the confirmation again/)
  const all = page.getByRole('list', { name: 'E-mails about this session' }).getByRole('listitem')
  for (let sent = 1; sent <= 3; sent++) {
    await page.keyboard.press('Enter')
    await expect(all).toHaveCount(1 + sent)
    await expect(again).not.toHaveAttribute('aria-busy', 'true')
  }
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Too many attempts\. You can try again/)).toBeVisible()
  await expect(again).toBeFocused()
  const parts = async () => (await allMail(page)).split(`To ${grace.email},`)
  await expect.poll(async () => (await parts()).length).toBeGreaterThan(4)
})

test('the address of a booking whose mail was refused is corrected', async ({ page }) => {
  await tellMails(page, [refusedMail()])
  await bookLater(page, 'layla-haddad')
  await expect(page.getByText(`E-mails do not reach ${grace.email}`)).toBeVisible()
  await page.getByRole('button', { name: 'Correct the address' }).click()
  const dialog = page.getByRole('dialog', { name: 'Correct your details' })
  await page.unroute(/\/messages$/)
  await dialog.getByRole('textbox', { name: 'E-mail' }).fill('grace@example.org')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toHaveCount(0)
})

test('an expert is told whom mails do not reach', async ({ page, api }) => {
  const { id } = await bookFor(api, 'layla-haddad', 'kathleen@example.org')
  // What a server replied often repeats the address: it is told to the customer alone.
  await tellMails(page, [{ ...refusedMail(), reply: undefined }])
  await openDesk(page, 'layla-haddad', `/desk/bookings/${id}`)
  await expect(page.getByText('E-mails do not reach Ida Rhodes')).toBeVisible()
  await expect(page.getByText('No phone number was given.')).toBeVisible()
})

test('an administrator sees whether mail goes out, and comes from a mail to its booking', async ({
  page,
  api,
}) => {
  const { id } = await bookFor(api, 'kenji-watanabe', 'betty@example.org')
  await openAdmin(page, '/admin/messages')
  await expect(page.getByRole('heading', { level: 1, name: /^E-mail/ })).toBeVisible()
  await expect(page.getByText('E-mail is going out')).toBeVisible()
  await page.getByRole('radio', { name: 'All' }).click({ force: true })
  const mails = page.getByRole('list', { name: 'E-mails' })
  await mails.getByRole('link', { name: 'Confirmation to the customer' }).first().click()
  await expect(page).toHaveURL(/\/admin\/bookings\//)
  await page.goto(`/admin/bookings/${id}`)
  await expect(mailLine(page)).toHaveText(/^Confirmation to the (customer|expert): handed over/)
})

test('a mistyped address is asked about once, taken by one press, and stops nobody', async ({
  page,
}) => {
  await openExpert(page, 'nokuthula-dlamini')
  await chooseLaterDay(page)
  await holdSlot(page, await freeSlot(page))
  await fillDetails(page)
  await (await leaveMistyped(page, 'grace@gmial.com', 'grace@gmail.com')).click()
  const field = page.getByRole('textbox', { name: 'E-mail' })
  await expect(field).toHaveValue('grace@gmail.com')
  await expect(field).toBeFocused()

  // What is pressed next stays under the pointer, however long the press takes: nothing appears above it meanwhile.
  await field.fill('grace@hotmial.com')
  await page.getByRole('button', { name: 'Confirm booking' }).hover()
  await page.mouse.down()
  await expect(field).not.toBeFocused()
  await page.waitForTimeout(600)
  await expect(page.getByRole('button', { name: 'grace@hotmail.com' })).toHaveCount(0)
  await page.mouse.up()
  await expect(page.getByRole('heading', { level: 1, name: /^You are booked with/ })).toBeVisible()
})

test('a mistyped address is asked about before a sign-in and an application', async ({ page }) => {
  await page.goto('/sign-in')
  await leaveMistyped(page, 'grace@yaho.com', 'grace@yahoo.com')
  await page.goto('/become-an-expert')
  await leaveMistyped(page, 'grace@outlok.com', 'grace@outlook.com')
})

const pages: Pages = {
  'a refused mail': async (page) => {
    await tellMails(page, [refusedMail(), { ...refusedMail(), kind: 'moved', state: 'parked' }])
    await bookLater(page, 'mateo-gimenez-rojas')
    await mailLine(page).click()
    await expect(page.getByText('Is the address right?')).toBeVisible()
  },
  'a mistyped address': async (page) => {
    await page.goto('/sign-in')
    await leaveMistyped(page, 'grace@gmial.com', 'grace@gmail.com')
  },
  'administration, mail': async (page, api) => {
    await bookFor(api, 'kenji-watanabe', 'jean@example.org')
    await page.route(/\/api\/v1\/admin\/messages/, async (route) => {
      const response = await route.fetch()
      const read = await response.json()
      const [first, ...others] = read.items
      const paused = {
        since: new Date(Date.now() - 600_000).toISOString(),
        until: new Date(Date.now() + 60_000).toISOString(),
        reason: 'connect ECONNREFUSED 127.0.0.1:25',
      }
      const failed = first && {
        ...first,
        state: 'refused',
        reply: refusedMail().reply,
        retryable: true,
      }
      await route.fulfill({
        response,
        json: { ...read, items: [failed, ...others], mail: { waiting: 3, failed: 1, paused } },
      })
    })
    await openAdmin(page, '/admin/messages?show=all')
    await expect(page.getByRole('button', { name: /^Try again/ })).toBeVisible()
  },
}

checkPages(pages, 2)
