import {
  chooseDayOf,
  chooseLaterDay,
  confirm,
  fillDetails,
  freeSlot,
  grace,
  holdSlot,
  openExpert,
  slotTile,
  unfoldTaken,
} from './steps/booking-steps.ts'
import { expect, test } from './world.ts'

// Milliseconds on a quiet machine. Long before a page without events would ask by itself.
const soon = { timeout: 10_000 }

test('what one visitor does shows in the browser of another, without a request', async ({
  page,
  newVisitor,
}) => {
  // In Beirut, from three in the afternoon: the same date in both visitors' zones.
  const slug = 'layla-haddad'
  const other = await (await newVisitor({ timezoneId: 'Europe/Istanbul' })).newPage()
  await openExpert(page, slug)
  await chooseLaterDay(page, { roomy: true })
  const startsAt = await freeSlot(page)
  await openExpert(other, slug)
  const theirs = slotTile(other, startsAt)
  await chooseDayOf(other, startsAt)
  await expect(theirs).toHaveAttribute('data-state', 'free')

  const requests: string[] = []
  other.on('request', (request) => requests.push(request.url()))

  await holdSlot(page, startsAt)
  await expect(theirs).toHaveAttribute('data-state', 'held', soon)
  await expect(theirs).toContainText(/held\s*[45]:\d\d/)

  await page.goBack()
  await expect(theirs).toHaveAttribute('data-state', 'free', soon)

  await holdSlot(page, startsAt)
  await fillDetails(page)
  await confirm(page)
  await expect(theirs).toHaveAttribute('data-state', 'taken', soon)
  // Nothing was asked for, except by what loads lazily: scripts and styles.
  expect(requests.filter((url) => /\/(api|socket)/.test(url))).toEqual([])

  const late = await (await newVisitor()).newPage()
  await openExpert(late, slug)
  await chooseDayOf(late, startsAt)
  await unfoldTaken(late)
  await expect(slotTile(late, startsAt)).toHaveAttribute('data-state', 'taken')

  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  await page.getByRole('button', { name: 'Cancel the session' }).click()
  await expect(page.getByText('Cancelled', { exact: true })).toBeVisible()
  await expect(theirs).toHaveAttribute('data-state', 'free', soon)
  await expect(slotTile(late, startsAt)).toHaveAttribute('data-state', 'free', soon)
})

test('a held slot looks held for other lengths too, and one’s own like one’s own', async ({
  page,
  newVisitor,
}) => {
  const slug = 'layla-haddad'
  const other = await (await newVisitor({ timezoneId: 'Asia/Kathmandu' })).newPage()
  await openExpert(page, slug)
  await openExpert(other, slug)
  // A start that a longer session fits in as well.
  await other.getByRole('radio', { name: /^45 min/ }).check({ force: true })
  await chooseLaterDay(other)
  const startsAt = await freeSlot(other)
  await chooseDayOf(page, startsAt)
  await holdSlot(page, startsAt)
  await expect(slotTile(other, startsAt)).toHaveAttribute('data-state', 'held', soon)
  await expect(page.getByText('held for you')).toBeVisible()

  // In a second tab it is one's own as well, and goes on there.
  const tab = await page.context().newPage()
  await openExpert(tab, slug)
  await chooseDayOf(tab, startsAt)
  await expect(slotTile(tab, startsAt)).toHaveAttribute('data-state', 'elsewhere')
  await slotTile(tab, startsAt).click()
  await tab.getByRole('button', { name: 'Continue here' }).click()
  await expect(tab.getByText('held for you')).toBeVisible()
  await expect(page.getByText('You continued in another tab')).toBeVisible()
  await expect(slotTile(other, startsAt)).toHaveAttribute('data-state', 'held')
})

test('whoever loses a slot keeps every word and gets the nearest ones', async ({
  page,
  newVisitor,
  api,
  expectFailedLoads,
}) => {
  expectFailedLoads(409)
  await openExpert(page, 'wulandari')
  await chooseLaterDay(page)
  const startsAt = await freeSlot(page)
  await holdSlot(page, startsAt)
  await fillDetails(page)
  // The hold is given up behind the form's back, as if it had run out, and somebody else books.
  const held = await page.evaluate(() => performance.getEntriesByType('resource').length)
  expect(held).toBeGreaterThan(0)
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide')))
  const { body: expert } = await api('/experts/wulandari')
  await expect
    .poll(async () => {
      const { status } = await api('/bookings', {
        method: 'POST',
        headers: { 'idempotency-key': `rival-${startsAt}` },
        body: {
          expertId: expert.id,
          startsAt,
          minutes: 30,
          customer: { name: 'A Rival', email: 'rival@example.com' },
          timeZone: 'UTC',
        },
      })
      return status
    })
    .toBe(201)
  await page
    .getByRole('button', { name: /^Confirm booking|Hold it again/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: 'Someone was faster' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Your name' })).toHaveValue(grace.name)
  await expect(page.getByRole('textbox', { name: 'What would you like' })).toHaveValue(grace.topic)
  await page.getByRole('alert').getByRole('listitem').first().getByRole('button').click()
  // Until it is held, the form still asks for the lost one.
  await expect(page.getByRole('heading', { name: 'Someone was faster' })).toBeHidden()
  await confirm(page)
  expect(await newVisitor()).toBeDefined()
})

test('the page says that it reconnects, and takes what it has missed', async ({
  page,
  newVisitor,
  expectFailedLoads,
}) => {
  expectFailedLoads('offline')
  const slug = 'tomasz-wojcik'
  await openExpert(page, slug)
  await chooseLaterDay(page)
  const startsAt = await freeSlot(page)
  await page.context().setOffline(true)
  await expect(page.getByText(/reconnecting/i).first()).toBeVisible({ timeout: 60_000 })
  const other = await (await newVisitor()).newPage()
  await openExpert(other, slug)
  await chooseDayOf(other, startsAt)
  await holdSlot(other, startsAt)
  await fillDetails(other)
  await confirm(other)
  await page.context().setOffline(false)
  await expect(page.getByText('Live', { exact: true })).toBeVisible({ timeout: 30_000 })
  await expect(slotTile(page, startsAt)).toHaveAttribute('data-state', 'taken')
})
