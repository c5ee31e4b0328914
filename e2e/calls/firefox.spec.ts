import puppeteer, { type Page as FirefoxPage } from 'puppeteer-core'
import { findCallTool } from '../../scripts/find-call-tools.mjs'
import { launchWith } from '../../playwright.config.ts'
import { expect, test } from '../world.ts'
import { bookCall, enter, expectMedia, fakeDevices } from './call-world.ts'
import { type Flow, keepConnections, readFlow, watchConnections } from './connections.ts'

const firefox = findCallTool('firefox-esr') ?? findCallTool('firefox')

test.skip(firefox === null, 'needs Firefox')
test.use({ launchOptions: launchWith(...fakeDevices) })

// Playwright drives a Firefox of its own making only; this is the one that people have.
test('Chromium and Firefox see and hear each other', async ({ api, context, page, baseURL }) => {
  const call = await bookCall(api)
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: firefox ?? '',
    headless: true,
    extraPrefsFirefox: {
      'media.navigator.streams.fake': true,
      'media.navigator.permission.disabled': true,
    },
  })
  try {
    const other = await browser.newPage()
    await other.evaluateOnNewDocument(keepConnections, false)
    await other.goto(baseURL + call.expert)
    await press(other, 'Turn on camera and microphone')
    await other.waitForSelector('::-p-text(You’ll join with video and sound.)')
    await press(other, 'Join session')

    await watchConnections(context)
    await enter(page, call.customer)
    await expectMedia(page)
    const before = await inFirefox(other)
    await expect
      .poll(
        async () => {
          const { state, frames, energy } = await inFirefox(other)
          return [state, frames > before.frames + 5, energy > before.energy]
        },
        { timeout: 60_000 },
      )
      .toEqual(['connected', true, true])

    await page.keyboard.press('Control+d')
    await other.waitForSelector('::-p-text(, muted)')
    await press(other, 'Leave the call')
    await expect(page.getByRole('heading', { name: /left$/ })).toBeVisible()
  } finally {
    await browser.close()
  }
})

/** By its label or its text: Firefox knows no search by accessible names. */
async function press(page: FirefoxPage, name: string): Promise<void> {
  const button = await page.waitForSelector(
    `::-p-xpath(//button[@aria-label="${name}" or contains(., "${name}")])`,
  )
  await button?.click()
}

function inFirefox(page: FirefoxPage): Promise<Flow> {
  return page.evaluate(readFlow)
}
