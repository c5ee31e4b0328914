import type { CalendarServer } from '../../server/test/busy/calendar-server.ts'
import { hasRadicale, startRadicale } from '../../server/test/busy/radicale.ts'
import { makeDataDir, startServer } from '../built-server.ts'
import { freeSlot, openExpert, chooseLaterDay, slotTile } from '../steps/booking-steps.ts'
import { openDesk } from '../steps/desk-steps.ts'
import { bookFor } from '../steps/sign-in-steps.ts'
import { expect, test as base } from '../world.ts'

/** A server whose experts may have calendars on this machine. */
const test = base.extend<object, { radicale: CalendarServer }>({
  radicale: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      const radicale = await startRadicale()
      await use(radicale)
      await radicale.stop()
    },
    { scope: 'worker' },
  ],
  server: [
    async ({ radicale }, use) => {
      const data = await makeDataDir()
      const server = await startServer(data.path, { CALENDAR_ORIGINS: radicale.origin })
      await use(server)
      await server.stop()
      await data.remove()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
})

test.skip(!hasRadicale, 'radicale is not installed')

test('an event in the expert’s own calendar takes its time from a visitor’s open board', async ({
  page,
  newVisitor,
  radicale,
}) => {
  const slug = 'layla-haddad'
  const visitor = await (await newVisitor()).newPage()
  await openExpert(visitor, slug)
  await chooseLaterDay(visitor, { roomy: true })
  const startsAt = await freeSlot(visitor)
  await expect(slotTile(visitor, startsAt)).toBeVisible()

  await openDesk(page, slug, '/desk/busy')
  await page.getByLabel('Its private address in iCal format').fill(radicale.address)
  await page.getByLabel('What you call it').fill('Family')
  await page.getByRole('button', { name: 'Add calendar' }).click()
  const own = page.getByRole('listitem').filter({ hasText: 'Family' })
  await expect(own.getByText('Up to date')).toBeVisible()
  await expect(own.getByText(/0 entries, busy 0 times/)).toBeVisible()

  const ends = new Date(Date.parse(startsAt) + 30 * 60_000).toISOString()
  await radicale.put('dentist', new Date(startsAt).toISOString(), ends)
  await own.getByRole('button', { name: 'Test now' }).click()
  await expect(own.getByText(/1 entry, busy once/)).toBeVisible()
  await expect(slotTile(visitor, startsAt)).toHaveCount(0)

  await page.goto(`/desk/calendar?week=${startsAt.slice(0, 10)}`)
  await expect(page.getByRole('list', { name: /^Busy elsewhere/ })).toContainText('Family')
})

test('a calendar of an account is found, read, and chosen for sessions, which appear, move and go in it', async ({
  page,
  api,
  radicale,
}) => {
  await openDesk(page, 'layla-haddad', '/desk/busy')
  await page.getByRole('radio', { name: /CalDAV/ }).check()
  await page.getByLabel('Its server, or your e-mail address there').fill(radicale.origin)
  await page.getByLabel('User name').fill('ada')
  await page.getByLabel('App password').fill('an app password')
  await page.getByRole('button', { name: 'Find calendars' }).click()
  const found = page.getByRole('group', { name: 'Which calendars keep you busy?' })
  await found.getByRole('checkbox').first().check({ force: true })
  await page.getByRole('button', { name: 'Add these calendars' }).click()
  const own = page.getByRole('listitem').filter({ hasText: '(ada)' })
  await expect(own.getByText('Up to date')).toBeVisible()

  await own.getByRole('button', { name: 'Change…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Change this calendar' })
  await dialog.getByRole('checkbox', { name: /are written into it/ }).check({ force: true })
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(own.getByText(/^Sessions booked here are written into it/)).toBeVisible()

  const { id, manageToken, startsAt, version } = await bookFor(
    api,
    'layla-haddad',
    'ida@example.org',
  )
  const written = () => radicale.files().get(id) ?? 'not there'
  const utc = (iso: string) => new Date(iso).toISOString().replaceAll(/[-:]|\.\d+/g, '')
  await expect.poll(written).toContain(`DTSTART:${utc(startsAt)}`)
  await expect.poll(written).toContain('SUMMARY:Video session with Ida Rhodes')

  const headers = { authorization: `Bearer ${manageToken}` }
  const change = (key: string, body: object) =>
    api(`/bookings/${id}`, {
      method: 'PATCH',
      headers: { ...headers, 'idempotency-key': key },
      body,
    })
  const { body: board } = await api(`/experts/layla-haddad/slots?${weeksFrom(startsAt)}`)
  const slots: { startsAt: string; state: string }[] = board.days.flatMap(
    (day: { slots: [] }) => day.slots,
  )
  const other = slots.find(({ state }) => state === 'free')?.startsAt ?? ''
  const moved = await change('moved-in-a-calendar', { version, startsAt: other })
  expect(moved.status).toBe(200)
  await expect.poll(written).toContain(`DTSTART:${utc(other)}`)

  const cancelled = { version: moved.body.booking.version, status: 'cancelled' }
  expect((await change('cancelled-in-a-calendar', cancelled)).status).toBe(200)
  await expect.poll(written).toBe('not there')
})

/** The week from a day behind a start, so that whatever is free there is another time. */
function weeksFrom(startsAt: string): string {
  const date = (days: number) =>
    new Date(Date.parse(startsAt) + days * 86_400_000).toISOString().slice(0, 10)
  return `from=${date(1)}&to=${date(8)}&timeZone=UTC&minutes=30`
}
