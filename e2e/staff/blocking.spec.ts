import { expectAccessible } from '../accessible.ts'
import { confirm, goTo, openAdmin } from '../steps/admin-steps.ts'
import { freeSlot, openExpert } from '../steps/booking-steps.ts'
import { openDesk } from '../steps/desk-steps.ts'
import { bookFor } from '../steps/sign-in-steps.ts'
import { type Api, expect, test } from '../world.ts'

const slug = 'layla-haddad'
/** Nobody else's: tests before this one may have left sessions with this expert. */
const name = 'Mallory Craig'
const there = { 'X-Forwarded-For': '203.0.113.7' }

/** Asks from a network that nobody else is in. */
function fromThere(api: Api): Api {
  return (path, request = {}) =>
    api(path, { ...request, headers: { ...request.headers, ...there } })
}

test('an expert cancels all that came from one place, reports it and blocks it; an administrator blocks it everywhere', async ({
  page,
  api,
  newVisitor,
  expectFailedLoads,
}) => {
  expectFailedLoads(403)
  const far = fromThere(api)
  for (const box of ['one', 'two', 'three']) await bookFor(far, slug, `${box}@evil.example`, name)
  const { id: kept } = await bookFor(api, slug, 'mallory@friendly.example', name)

  await openDesk(page, slug, '/desk/calendar?view=list')
  await page.getByRole('button', { name: 'Choose several' }).click()
  const boxes = page.getByRole('checkbox', { name: /^Mallory Craig/ })
  await boxes.first().check({ force: true })
  await page.getByRole('button', { name: 'All from the same place' }).click()
  await expect(page.getByText('3 chosen')).toBeVisible()
  await expectAccessible(page, 'light')
  await page.getByRole('button', { name: 'Cancel all 3…' }).click()
  await expect(page.getByRole('dialog')).toContainText('Mallory Craig (3)')
  await page.getByRole('textbox', { name: /^The reason/ }).fill('You are not meant to sell here')
  await expectAccessible(page, 'light')
  await confirm(page, 'Cancel 3 sessions')
  await expect(page.getByText('3 sessions are cancelled')).toBeVisible()
  await expect(page.getByRole('link', { name })).toHaveCount(1)
  await expect(page.locator(`a[href="/desk/bookings/${kept}"]`)).toBeVisible()

  const { id } = await bookFor(far, slug, 'four@evil.example', name)
  await page.goto(`/desk/bookings/${id}`)
  await page.getByRole('button', { name: 'Report…' }).click()
  await page.getByRole('textbox', { name: /^What is wrong/ }).fill('They sell insurance')
  await expectAccessible(page, 'light')
  await confirm(page, 'Report')
  await page.getByRole('button', { name: 'Block…' }).click()
  await page.getByRole('radio', { name: /^Everyone at this domain/ }).check({ force: true })
  await page
    .getByRole('checkbox', { name: 'Cancel the upcoming session as well' })
    .check({ force: true })
  await page.getByRole('textbox', { name: /^The reason/ }).fill('You are not meant to sell here')
  await page.getByRole('textbox', { name: /^A note/ }).fill('Sells insurance')
  await expectAccessible(page, 'light')
  await confirm(page, 'Block')
  await expect(page.getByText('1 session is cancelled.')).toBeVisible()
  await page.getByRole('link', { name: 'Who is blocked' }).click()
  await expect(page.getByRole('heading', { name: 'Everyone at evil.example' })).toBeVisible()
  await expectAccessible(page, 'light')

  const admin = await (await newVisitor()).newPage()
  await openAdmin(admin, '/admin/reports')
  const navigation = admin.getByRole('navigation', { name: 'Administration' })
  await expect(navigation.getByRole('link', { name: /^Reports\s*1 open$/ })).toBeVisible()
  await expectAccessible(admin, 'light')
  await admin.getByRole('button', { name: /^Block…/ }).click()
  await admin.getByRole('radio', { name: /^The network it came from/ }).check({ force: true })
  await confirm(admin, 'Block')
  await expect(admin.getByText('Nothing is reported')).toBeVisible()
  await expect(navigation.getByRole('link', { name: 'Reports', exact: true })).toBeVisible()

  const stranger = await (await newVisitor({ extraHTTPHeaders: there })).newPage()
  await openExpert(stranger, 'ingrid-solheim')
  await stranger.locator(`[data-slot="${await freeSlot(stranger)}"]`).click()
  await stranger.getByRole('button', { name: /^Book \w/ }).click()
  await expect(stranger.getByText('This expert cannot be booked from here')).toBeVisible()

  await goTo(admin, 'Blocked')
  await admin.getByRole('button', { name: /^Unblock/ }).click()
  await confirm(admin, 'Unblock')
  await expect(admin.getByText('Nobody is blocked')).toBeVisible()
  await goTo(admin, 'Audit')
  await expect(
    admin.getByRole('listitem').filter({ hasText: /settled the report of the session/ }),
  ).toHaveCount(1)
})
