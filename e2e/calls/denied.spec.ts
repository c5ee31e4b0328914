import { launchWith } from '../../playwright.config.ts'
import { findWholeBrowser } from '../../scripts/find-browser.mjs'
import { expect, test } from '../world.ts'
import { bookCall, join } from './call-world.ts'

const browser = findWholeBrowser()

// A browser that says no by itself: what it answers is the real refusal. Without windows it has nobody to ask.
test.use({
  launchOptions: {
    ...launchWith('--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream=deny'),
    ...(browser !== null && { executablePath: browser }),
  },
})
test.skip(browser === null, 'no browser with windows on this machine')

test('a refused question leaves help for this browser, and a way in', async ({ api, page }) => {
  const call = await bookCall(api)
  await page.goto(call.customer)
  await page.getByRole('button', { name: 'Turn on camera and microphone' }).click()
  await expect(page.getByText(/^Your camera and microphone are not allowed here$/)).toBeVisible()
  await expect(page.getByText(/at the left of the address/)).toBeVisible()
  await page.getByRole('button', { name: 'Continue as a listener' }).click()
  await join(page)
})
