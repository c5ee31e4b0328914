import type { Page, Route } from '@playwright/test'
import { launchWith } from '../../playwright.config.ts'
import { expectAccessible, themes } from '../accessible.ts'
import { poorestContrasts } from '../contrast.ts'
import { expect, test } from '../world.ts'
import { bookCall, enter, expectMedia, fakeDevices, leaveButton, openLobby } from './call-world.ts'
import { watchConnections, watchedPage } from './connections.ts'

test.use({ launchOptions: launchWith(...fakeDevices) })

/** No space to break it at, and as long as a name may be. */
const longName = 'Maximiliane'.repeat(11).slice(0, 120)
const desktop = { width: 1280, height: 800 }
const upright = { width: 360, height: 740 }
const onItsSide = { width: 740, height: 360 }

for (const colorScheme of themes) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme })

    /** On a desktop and on a phone, held either way; text that lies on a picture is measured on each. */
    async function look(page: Page, screens = [desktop, upright, onItsSide]): Promise<void> {
      for (const screen of screens) {
        await page.setViewportSize(screen)
        await expect
          .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
          .toBeLessThanOrEqual(0)
        expect(await poorestContrasts(page, 2), `${screen.width} wide`).toEqual([])
        if (screen === desktop || colorScheme === 'light') await expectAccessible(page, colorScheme)
      }
      await page.setViewportSize(desktop)
    }

    test('before the room, and where there is none', async ({ api, page }) => {
      const call = await bookCall(api, { name: longName })
      for (const [hours, state, shows] of [
        [30, 'early', /^Opens in/],
        [-30, 'over', /^This session is over$/],
      ] as const) {
        await page.route('**/api/v1/bookings/*/call', (route) => answerLater(route, hours, state))
        await page.goto('/')
        await page.goto(call.expert)
        await expect(page.getByText(shows)).toBeVisible()
        await look(page)
        await page.unroute('**/api/v1/bookings/*/call')
      }
      await page.goto('/practice')
      await expect(page.getByRole('button', { name: 'Go in' })).toBeVisible()
      await look(page)
      await page.goto(call.expert)
      await expect(page.getByRole('button', { name: 'Join session' })).toBeVisible()
      await look(page)
      await openLobby(page, call.expert)
      await look(page)
    })

    test('in the room, with all that opens there, and after it', async ({
      api,
      context,
      page,
      newVisitor,
    }) => {
      const call = await bookCall(api, { name: longName })
      await watchConnections(context)
      await enter(page, call.expert)
      await expect(page.getByRole('heading', { name: /^Waiting for/ })).toBeVisible()
      await look(page)

      const customer = await watchedPage(await newVisitor())
      await enter(customer, call.customer)
      await expectMedia(page)
      await look(page, [upright, onItsSide])
      await page.getByRole('button', { name: 'Chat' }).click()
      await page.keyboard.type('See https://example.com/a-long-address-in-which-no-space-is')
      await page.keyboard.press('Enter')
      await expect(page.getByText('Arrived')).toBeAttached()
      await look(page)
      await page.getByRole('button', { name: 'Close the chat' }).click()

      for (const name of [/^More$/, /^Choose microphone and speaker$/, /^Connection: /]) {
        await page.getByRole('button', { name }).click()
        await look(page, name.source.includes('Choose') ? [desktop] : [desktop, upright])
        await page.keyboard.press('Escape')
      }
      for (const name of ['Settings', 'Keyboard shortcuts']) {
        await page.getByRole('button', { name: 'More', exact: true }).click()
        await page.getByRole('menuitem', { name }).click()
        await expect(page.getByRole('dialog', { name })).toBeVisible()
        await look(page, [desktop, upright])
        await page.keyboard.press('Escape')
      }
      await customer.getByRole('button', { name: 'Share your screen' }).click()
      await expect(page.getByText(`${longName} shares their screen`, { exact: true })).toBeVisible()
      await look(page)

      await leaveButton(page).click()
      await expect(page.getByRole('heading', { name: 'You left the session' })).toBeVisible()
      await look(page)
    })
  })
}

/** The real answer, at another time. */
async function answerLater(route: Route, hours: number, state: string): Promise<void> {
  const response = await route.fetch()
  const call: Record<string, string> = await response.json()
  const moved = ['startsAt', 'endsAt', 'opensAt', 'closesAt'].map((key) => [
    key,
    new Date(Date.parse(call[key] ?? '') + hours * 3_600_000).toISOString(),
  ])
  await route.fulfill({ response, json: { ...call, ...Object.fromEntries(moved), state } })
}
