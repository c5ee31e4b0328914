import { chooseLaterDay, freeSlot, holdSlot, openExpert } from './steps/booking-steps.ts'
import { tabTo } from './steps/keyboard-steps.ts'
import { allMail, askForCode, bookFor, mailTo, signIn } from './steps/sign-in-steps.ts'
import { expect, test } from './world.ts'

test('sign in by code, find what was booked before, move and cancel it', async ({
  page,
  api,
  expectFailedLoads,
}) => {
  expectFailedLoads(422)
  const email = 'grace.hopper@example.org'
  const booked = await bookFor(api, 'layla-haddad', email)
  await page.goto('/bookings')
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click()
  await askForCode(page, email)
  await expect(page.getByText(/The terminal in which the server was started/)).toBeVisible()
  await allMail(page)
  // As the browser tells of it when one comes back from another tab.
  await page.evaluate(() =>
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true })),
  )
  await expect(page.getByRole('link', { name: /Read it here/ })).toBeVisible()
  const { code } = await mailTo(page, email)
  const field = page.getByRole('textbox', { name: 'Eight-digit code' })
  await page.keyboard.type(code === '00000000' ? '11111111' : '00000000')
  await expect(field).toHaveAccessibleDescription(/Tries left: 4/)
  await expect(field).toBeFocused()
  await page.keyboard.type(code)

  await expect(page).toHaveURL(/\/bookings$/)
  await expect(page.getByRole('heading', { level: 1, name: 'My bookings' })).toBeFocused()
  const upcoming = page.getByRole('list', { name: 'Upcoming sessions' })
  await expect(upcoming.getByRole('listitem')).toHaveCount(1)
  await upcoming.getByRole('link', { name: 'Layla Haddad', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`/b/${booked.id}$`))
  await expect(page.getByText('It is in My bookings')).toBeVisible()
  await expect(page.getByText(/private link/i)).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: /^You are booked/ })).toBeVisible()

  await page.goBack()
  await upcoming.getByRole('link', { name: /^Move/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Move your session/ })).toBeVisible()
  const there = await freeSlot(page)
  await page.locator(`[data-slot="${there}"]`).click()
  await page.getByRole('button', { name: /^Move to/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^You are booked/ })).toBeVisible()

  await page.getByRole('navigation', { name: 'Main' }).getByText('My bookings').click()
  await upcoming.getByRole('button', { name: /calendar/i }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: '.ics file' }).click()
  await download
  await page.keyboard.press('Escape')
  await upcoming.getByRole('button', { name: /^Cancel/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the session' }).click()
  await expect(page.getByText('No upcoming sessions')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.getByRole('radio', { name: 'Cancelled' }).click({ force: true })
  await page.getByRole('link', { name: 'Book again with Layla Haddad' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Layla Haddad' })).toBeVisible()
})

test('the list follows what happens elsewhere, without a reload', async ({ page, api }) => {
  const email = 'ada.byron@example.org'
  await page.goto('/bookings')
  await signIn(page, email)
  await expect(page.getByText('No upcoming sessions')).toBeVisible()
  const { id, version, manageToken } = await bookFor(api, 'ana-carolina-cavalcanti', email)
  const upcoming = page.getByRole('list', { name: 'Upcoming sessions' })
  await expect(upcoming.getByRole('listitem')).toHaveCount(1)
  await api(`/bookings/${id}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${manageToken}`, 'idempotency-key': `cancel-${id}` },
    body: { version, status: 'cancelled' },
  })
  await expect(page.getByText('No upcoming sessions')).toBeVisible()
})

test('the link works elsewhere by the address; a session that is ended there is over at once', async ({
  page,
  newVisitor,
  expectFailedLoads,
}) => {
  expectFailedLoads(401, 422)
  const email = 'katherine@example.org'
  await page.goto('/account')
  await signIn(page, email)
  await expect(page.getByRole('list', { name: 'Browsers' }).getByRole('listitem')).toHaveCount(1)

  const other = await (await newVisitor({ viewport: { width: 360, height: 780 } })).newPage()
  await other.goto('/sign-in')
  await askForCode(other, email)
  const { link } = await mailTo(other, email)
  const third = await (await newVisitor()).newPage()
  await third.goto(`/sign-in#${link}`)
  await third.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(third.getByRole('textbox', { name: 'E-mail' })).toBeFocused()
  await third.keyboard.type(email)
  await third.keyboard.press('Enter')
  await expect(third).toHaveURL(/\/bookings$/)
  await expect(third.getByText('No upcoming sessions')).toBeVisible()

  await page.reload()
  await page.getByRole('button', { name: /^End / }).click()
  await expect(page.getByRole('list', { name: 'Browsers' }).getByRole('listitem')).toHaveCount(1)
  await expect(
    third.getByRole('heading', { name: 'You are no longer signed in here' }),
  ).toBeVisible()
  await expect(third.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible()

  await page.getByRole('button', { name: 'Account' }).click()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Sign in to see your account' })).toBeVisible()
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible()
})

test('the form of a booking has the address that is signed in', async ({ page }) => {
  const email = 'dorothy@example.org'
  await openExpert(page, 'chloe-marchand')
  await signIn(page, email)
  await expect(page).toHaveURL(/\/experts\/chloe-marchand$/)
  await chooseLaterDay(page)
  await holdSlot(page, await freeSlot(page))
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveValue(email)
  await page.getByRole('textbox', { name: 'Your name' }).fill('Dorothy Vaughan')
  await page.getByRole('button', { name: 'Confirm booking' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^You are booked/ })).toBeVisible()
  await expect(page.getByText('It is in My bookings')).toBeVisible()
  await expect(page.getByText(/private link/i)).toHaveCount(0)
  await page.goto('/bookings')
  // Remembered in this browser as well, and listed once.
  await expect(page.getByRole('link', { name: /^Chloé? Marchand$/ })).toHaveCount(1)
  await expect(page.getByText('Booked in this browser')).toHaveCount(0)
})

test('by keyboard alone', async ({ page, api }) => {
  const email = 'annie@example.org'
  await bookFor(api, 'mateo-gimenez-rojas', email)
  await page.goto('/bookings')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await tabTo(page, /^\s*Sign in$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /Sign in/ })).toBeFocused()
  await tabTo(page, /E-mail/)
  await page.keyboard.type(email)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Eight-digit code' })).toBeFocused()
  await page.keyboard.type((await mailTo(page, email)).code)
  await expect(page.getByRole('heading', { level: 1, name: 'My bookings' })).toBeFocused()
  await expect(page.getByRole('list', { name: 'Upcoming sessions' })).toBeVisible()
  await tabTo(page, /^\s*Cancel the session/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /^Cancel/ })).toBeFocused()

  await page.reload()
  await expect(page.getByRole('list', { name: 'Upcoming sessions' })).toBeVisible()
  await tabTo(page, /^Account/)
  await page.keyboard.press('Enter')
  // What the menu holds comes when it is opened.
  await expect(page.getByText('Your account', { exact: true })).toBeVisible()
  await tabTo(page, /Your account/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /Your account/ })).toBeFocused()
  await tabTo(page, /Sign out here/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /Sign in to see/ })).toBeFocused()
})
