import type { BrowserContext } from '@playwright/test'
import { checkPages } from '../accessible.ts'
import { bookFor } from '../steps/sign-in-steps.ts'
import { tellBooking } from '../steps/message-steps.ts'
import { type Api, expect, test } from '../world.ts'

const minute = 60_000
const later = (ms: number) => new Date(Date.now() + ms).toISOString()

declare global {
  interface Window {
    /** What the browser was asked to show. */
    notified?: string[]
  }
}

/** A browser whose person answers the question about notifications so. */
async function answerNotifications(
  context: BrowserContext,
  answer: NotificationPermission,
): Promise<void> {
  await context.addInitScript((given) => {
    // Also in the empty documents that axe opens, which have no storage.
    if (!location.protocol.startsWith('http')) return
    window.notified = []
    class FakeNotification extends EventTarget {
      static permission = (localStorage.getItem('fake.permission') ??
        'default') as NotificationPermission
      static requestPermission() {
        localStorage.setItem('fake.permission', given)
        FakeNotification.permission = given
        return Promise.resolve(given)
      }
      close = () => undefined
      constructor(title: string) {
        super()
        window.notified?.push(title)
      }
    }
    Object.assign(window, { Notification: FakeNotification })
  }, answer)
}

const toggleName = 'Tell me here when it begins'

test('who wants it is told once over two tabs, ten minutes before and at the start', async ({
  page,
  context,
  api,
}) => {
  const booked = await bookFor(api, 'layla-haddad', 'annie.easley@example.org')
  const { id, manageToken } = booked
  let { version } = booked
  await answerNotifications(context, 'granted')
  const address = `/b/${id}#${manageToken}`
  await page.goto(address)
  await page.getByRole('button', { name: 'Yes, tell me' }).click()
  await expect
    .poll(() => page.evaluate(() => window.notified))
    .toEqual(['You will be told here, like this'])

  // Both tabs find it to begin later, and read it anew when its topic changes: by then it begins soon, or now.
  const other = await context.newPage()
  let startsAt = later(60 * minute)
  for (const each of [page, other]) {
    await tellBooking(each, () => ({ startsAt }))
    await each.goto('/bookings')
    await each.goto(address)
    await expect(each.getByRole('switch', { name: toggleName })).toBeChecked()
  }
  const said: string[] = []
  for (const [ahead, mark, told] of [
    [10 * minute, /^● in 10 min · /, /^In 10 minutes: your session with /],
    [0, /^● now · /, /^Now: your session with /],
  ] as const) {
    startsAt = later(ahead + 2000)
    version = await changeTopic(api, { id, manageToken, version })
    await expect(page).toHaveTitle(mark, { timeout: 60_000 })
    await expect(other).toHaveTitle(mark)
    await expect.poll(async () => (await shown()).length).toBe(said.length + 1)
    await page.waitForTimeout(1500)
    const [title, ...more] = (await shown()).filter((each) => !said.includes(each))
    expect(title).toMatch(told)
    expect(more).toEqual([])
    said.push(title ?? '')
  }

  /** In both tabs. */
  async function shown(): Promise<string[]> {
    const all = [page, other].map((each) => each.evaluate(() => window.notified ?? []))
    return (await Promise.all(all)).flat()
  }
})

/** Has whoever looks at a booking read it anew. Answers with its version. */
async function changeTopic(
  api: Api,
  { id, manageToken, version }: { id: string; manageToken: string; version: number },
): Promise<number> {
  const { status, body } = await api(`/bookings/${id}`, {
    method: 'PATCH',
    headers: {
      authorization: `Bearer ${manageToken}`,
      'idempotency-key': `topic-${id}-${version}`,
    },
    body: { version, topic: `Something else, ${version}` },
  })
  expect(status).toBe(200)
  return body.booking.version
}

test('nobody is told of a session that was cancelled meanwhile', async ({ page, context, api }) => {
  const { id, manageToken } = await bookFor(api, 'kenji-watanabe', 'frances@example.org')
  await answerNotifications(context, 'granted')
  const startsAt = later(10 * minute + 8000)
  let status = 'booked'
  await tellBooking(page, () => ({ startsAt, status }))
  await page.goto(`/b/${id}#${manageToken}`)
  await page.getByRole('button', { name: 'Yes, tell me' }).click()
  status = 'cancelled'
  await expect(page.getByRole('heading', { name: /^Cancelled session/ })).toBeVisible({
    timeout: 60_000,
  })
  await page.waitForTimeout(1500)
  expect(await page.evaluate(() => window.notified)).toEqual(['You will be told here, like this'])
  await expect(page).not.toHaveTitle(/●/)
})

test('a no to notifications is honoured: the title tells it, and it is said how to allow them', async ({
  page,
  context,
  api,
}) => {
  const { id, manageToken } = await bookFor(api, 'amara-okafor', 'jean@example.org')
  await answerNotifications(context, 'denied')
  const startsAt = later(5 * minute)
  await tellBooking(page, () => ({ startsAt }))
  await page.goto(`/b/${id}#${manageToken}`)
  const toggle = page.getByRole('switch', { name: toggleName })
  await page.getByRole('button', { name: 'Yes, tell me' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Notifications are blocked for this site')).toBeVisible()
  await expect(toggle).toBeChecked()
  await expect(page).toHaveTitle(/^● in [45] min · /)
  await page.reload()
  await expect(toggle).toBeChecked()
  await expect(page).toHaveTitle(/^● in [45] min · /)
})

checkPages(
  {
    'the question whether to be told': async (page, api) => {
      const { id, manageToken } = await bookFor(api, 'layla-haddad', 'mary@example.org')
      await answerNotifications(page.context(), 'granted')
      await page.goto(`/b/${id}#${manageToken}`)
      await expect(page.getByText('Shall we tell you when it begins?')).toBeVisible()
    },
    'notifications that are blocked': async (page, api) => {
      const { id, manageToken } = await bookFor(api, 'layla-haddad', 'ruth@example.org')
      await answerNotifications(page.context(), 'denied')
      await page.goto(`/b/${id}#${manageToken}`)
      await page.getByRole('button', { name: 'Yes, tell me' }).click()
      await expect(page.getByText('Notifications are blocked for this site')).toBeVisible()
    },
  },
  2,
)
