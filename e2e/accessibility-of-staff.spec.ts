import type { BrowserContext, Page } from '@playwright/test'
import { checkPages, type Pages } from './accessible.ts'
import { bookFor, signIn } from './steps/sign-in-steps.ts'
import { type Api, expect } from './world.ts'

type State = Awaited<ReturnType<BrowserContext['storageState']>>

/** Who has signed in to this worker's server. Each page is opened by a new browser, which only continues. */
const signedIn = new Map<string, State>()

async function openAs(page: Page, email: string, path: string): Promise<void> {
  const state = signedIn.get(email)
  if (!state) {
    await page.goto(path)
    await signIn(page, email)
    signedIn.set(email, await page.context().storageState())
    return
  }
  await page.context().addCookies(state.cookies)
  await page.addInitScript(
    (items) => {
      for (const { name, value } of items) localStorage.setItem(name, value)
    },
    state.origins.flatMap(({ localStorage: items }) => items),
  )
  await page.goto(path)
}

const openDesk = (page: Page, slug: string, path = '/desk') =>
  openAs(page, `${slug}@example.com`, path)
const openAdmin = (page: Page, path = '/admin') => openAs(page, 'admin@example.com', path)

const pages: Pages = {
  'desk, for a stranger': async (page) => {
    await page.goto('/desk')
    await expect(page.getByText('This is a demo: try a desk')).toBeVisible()
  },
  'desk, for a customer': async (page) => {
    await page.goto('/desk')
    await signIn(page, 'joan@example.com')
    await expect(page.getByText(/There is no desk for this address/)).toBeVisible()
  },
  desk: async (page) => {
    await openDesk(page, 'hannah-goldfarb')
    await expect(page.getByRole('timer')).toBeVisible()
  },
  'desk: week': async (page) => {
    await openDesk(page, 'hannah-goldfarb', '/desk/calendar')
    await expect(page.getByRole('link', { name: /^\d\d:\d\d – / }).first()).toBeVisible()
  },
  'desk: own calendar': async (page) => {
    await openDesk(page, 'hannah-goldfarb', '/desk/calendar')
    await page.getByRole('button', { name: 'In your own calendar' }).click()
    await expect(page.getByRole('button', { name: 'Make my address' })).toBeVisible()
  },
  'desk: list': async (page, api) => {
    await bookFor(api, 'layla-haddad', 'mary@example.org')
    await openDesk(page, 'layla-haddad', '/desk/calendar?view=list')
    await expect(page.getByRole('list', { name: 'Upcoming sessions' })).toBeVisible()
  },
  'desk: busy times': async (page) => {
    await openDesk(page, 'layla-haddad', '/desk/busy')
    await page.getByLabel('Its private address in iCal format').fill('https://127.0.0.1/a.ics')
    await page.getByRole('button', { name: 'Add calendar' }).click()
    // It is of no use, and says so.
    await expect(page.getByText('Not read')).toBeVisible()
  },
  'desk: why': async (page) => {
    await openDesk(page, 'kenji-watanabe', '/desk/calendar')
    await page.getByRole('button', { name: 'Why is a time not bookable?' }).click()
    await page.getByRole('button', { name: 'Tell me why' }).click()
    await expect(page.getByRole('dialog').locator('[class*="verdict"]')).toBeVisible()
  },
  'desk: hours': async (page) => {
    await openDesk(page, 'amara-okafor', '/desk/hours')
    await page
      .getByLabel(/, hours 1, to$/)
      .first()
      .fill('00:15')
    await expect(page.getByText('It ends before it begins')).toBeVisible()
  },
  'desk: profile': async (page) => {
    await openDesk(page, 'ana-carolina-cavalcanti', '/desk/profile')
    await page.getByRole('textbox', { name: 'Headline' }).fill('Pitches')
    await expect(page.getByText('Not saved yet:')).toBeVisible()
  },
  'desk: mails': async (page) => {
    await openDesk(page, 'hannah-goldfarb', '/desk/mails')
    const agenda = page.getByRole('switch', { name: 'Send me an agenda' })
    await expect(agenda).toBeVisible()
    // Each theme has a browser of its own, and the same server.
    if ((await agenda.getAttribute('aria-checked')) === 'false') await agenda.click()
    await expect(page.getByRole('combobox', { name: 'Sent every day at' })).toBeVisible()
  },
  'desk: session': async (page, api) => {
    const { id } = await bookFor(api, 'layla-haddad', 'maria@example.org')
    await openDesk(page, 'layla-haddad', `/desk/bookings/${id}`)
    await expect(page.getByRole('button', { name: 'Copy your link' })).toBeVisible()
  },
  'no administrator': async (page) => {
    await page.goto('/admin')
    await signIn(page, 'klara@example.com')
    await expect(page.getByText('This part is for administrators')).toBeVisible()
  },
  'administration, experts': async (page) => {
    await openAdmin(page, '/admin?query=Ana')
    await expect(page.getByRole('list', { name: 'Experts' })).toBeVisible()
  },
  'administration, editing': async (page) => {
    await openAdmin(page, '/admin?query=Ana')
    await page.getByRole('button', { name: /^Edit/ }).first().click()
    await page.getByRole('textbox', { name: 'Headline' }).fill('x'.repeat(161))
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('At most 160 characters')).toBeVisible()
  },
  'administration, applications': async (page, api) => {
    await apply(api, 'Marta Procházková')
    await openAdmin(page, '/admin/applications')
    await expect(page.getByRole('button', { name: /^Approve/ }).first()).toBeVisible()
  },
  'administration, bookings': async (page) => {
    await openAdmin(page, '/admin/bookings')
    await expect(page.getByRole('list', { name: 'Bookings' })).toBeVisible()
  },
  'administration, a booking': async (page, api) => {
    const { id } = await bookFor(api, 'layla-haddad', 'ida@example.com')
    await openAdmin(page, `/admin/bookings/${id}`)
    await expect(page.getByText('ida@example.com')).toBeVisible()
  },
  'administration, categories': async (page) => {
    await openAdmin(page, '/admin/categories')
    await page.getByRole('button', { name: 'Add a category' }).click()
    await expect(page.getByRole('radio', { name: 'leaf' })).toBeVisible()
  },
  'administration, people': async (page) => {
    await openAdmin(page, '/admin/people')
    await expect(page.getByRole('list', { name: 'People' })).toBeVisible()
  },
  'administration, audit': async (page) => {
    await openAdmin(page, '/admin/audit')
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
  },
}

checkPages(pages)

async function apply(api: Api, name: string): Promise<void> {
  const body = { name, email: 'tomas@example.org', category: 'design', headline: 'Wood', bio: name }
  expect((await api('/applications', { method: 'POST', body })).status).toBe(204)
}
