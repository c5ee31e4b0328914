import { checkPages, type Pages } from './accessible.ts'
import { bookLater, chooseLaterDay, freeSlot, holdSlot, openExpert } from './steps/booking-steps.ts'
import { askForCode, bookFor, mailTo, signIn } from './steps/sign-in-steps.ts'
import { expect } from './world.ts'

const pages: Pages = {
  landing: async (page) => {
    await page.goto('/')
    await expect(page.getByRole('list', { name: /^Free times of/ }).first()).toBeVisible()
  },
  directory: async (page) => {
    await page.goto('/experts?category=design')
    await expect(page.getByRole('list', { name: /^Free times of/ }).first()).toBeVisible()
  },
  'nothing found': async (page) => {
    await page.goto('/experts?query=xylophonist&category=law')
    await expect(page.getByRole('button', { name: /clear/i }).first()).toBeVisible()
  },
  expert: (page) => openExpert(page, 'hannah-goldfarb'),
  form: async (page) => {
    await openExpert(page, 'nokuthula-dlamini')
    await chooseLaterDay(page)
    await holdSlot(page, await freeSlot(page))
    await page.getByRole('button', { name: 'Confirm booking' }).click()
    await expect(page.getByRole('textbox', { name: 'Your name' })).toBeFocused()
  },
  booking: async (page) => {
    await bookLater(page, 'mateo-gimenez-rojas')
  },
  'my bookings': async (page) => {
    await page.goto('/bookings')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  },
  'sign in': async (page) => {
    await page.goto('/sign-in')
    await page.getByRole('textbox', { name: 'E-mail' }).fill('nobody@')
    await page.keyboard.press('Enter')
    await expect(page.getByText('This does not look like an e-mail address')).toBeVisible()
  },
  'sign in by code': async (page) => {
    await page.goto('/sign-in')
    await askForCode(page, 'mary@example.com')
    const { code } = await mailTo(page, 'mary@example.com')
    await page.keyboard.type(code === '11111111' ? '22222222' : '11111111')
    await expect(page.getByText(/This code is not right/)).toBeVisible()
    await expect(page.getByText('This is a demo')).toBeVisible()
  },
  'sign in by link': async (page) => {
    await page.goto(`/sign-in#${'x'.repeat(43)}`)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.getByRole('textbox', { name: 'E-mail' })).toBeFocused()
  },
  'my bookings, signed in': async (page, api) => {
    await bookFor(api, 'layla-haddad', 'ida@example.com')
    await page.goto('/bookings')
    await signIn(page, 'ida@example.com')
    await expect(page.getByRole('button', { name: /^Cancel the session/ }).first()).toBeVisible()
    await page.getByRole('button', { name: 'Account' }).click()
    await expect(page.locator('#account').getByText('ida@example.com')).toBeVisible()
  },
  account: async (page) => {
    await page.goto('/account')
    await signIn(page, 'joan@example.com')
    await expect(page.getByText('This browser')).toBeVisible()
  },
  privacy: async (page) => {
    await page.goto('/privacy')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  },
  terms: async (page) => {
    await page.goto('/terms')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  },
  'become an expert': async (page) => {
    await page.goto('/become-an-expert')
    await page.getByRole('button', { name: 'Send the application' }).click()
    await expect(page.getByRole('textbox', { name: 'Your name' })).toBeFocused()
  },
  'not found': async (page) => {
    await page.goto('/no-such-page')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  },
}

checkPages(pages)
