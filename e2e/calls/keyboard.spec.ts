import type { Page } from '@playwright/test'
import { launchWith } from '../../playwright.config.ts'
import { tabTo } from '../steps/keyboard-steps.ts'
import { expect, test } from '../world.ts'
import { bookCall, enter, expectMedia, fakeDevices } from './call-world.ts'
import { watchConnections, watchedPage } from './connections.ts'

test.use({ launchOptions: launchWith(...fakeDevices) })

/** What screen readers are told; a dialog has a live region of its own. */
async function expectSaid(page: Page, words: RegExp): Promise<void> {
  await expect(page.locator('[aria-live="polite"][aria-atomic="true"]').last()).toHaveText(words)
}

async function press(page: Page, name: RegExp, key = 'Enter'): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press(key)
}

test('from the booking into the call and out of it by keyboard alone', async ({
  api,
  context,
  page,
  newVisitor,
}) => {
  const call = await bookCall(api)
  await watchConnections(context)
  const expert = await watchedPage(await newVisitor())
  await enter(expert, call.expert)

  await page.goto(call.customer.replace('/call', ''))
  await expect(page.getByRole('heading', { level: 1, name: /^You are booked/ })).toBeVisible()
  await press(page, /Join session|Join the session/)
  await expect(page.getByRole('heading', { level: 1, name: /^Session with/ })).toBeVisible()
  await press(page, /Turn on camera and microphone/)
  await expect(page.getByText('You’ll join with video and sound.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Turn off microphone' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expectSaid(page, /^Microphone muted/)
  await page.keyboard.press('Control+d')
  await expectSaid(page, /^Microphone on/)
  await press(page, /Join session/)

  // The button is gone: the focus is at the top of the room.
  await expect(page.getByRole('heading', { level: 1, name: /^Session with/ })).toBeFocused()
  await expectMedia(page)
  await press(page, /^Mute microphone/)
  await expectSaid(page, /muted/i)
  await expect(page.getByRole('button', { name: 'Unmute microphone' })).toBeFocused()
  await page.keyboard.press('Space')
  await expectSaid(page, /microphone is on/i)
  await press(page, /^Turn camera off/)
  await expectSaid(page, /camera is off/i)
  await page.keyboard.press('Control+e')
  await expectSaid(page, /camera is on/i)

  await press(page, /^Chat/)
  await expect(page.getByRole('textbox', { name: /^Message to/ })).toBeFocused()
  await page.keyboard.type('By keyboard')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Arrived')).toBeAttached()
  await page.keyboard.press('Control+Shift+M')
  await expect(page.getByRole('button', { name: 'Chat' })).toBeFocused()

  await press(page, /^More/)
  await expect(page.getByRole('menu').getByRole('menuitem').first()).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'More', exact: true })).toBeFocused()

  await press(page, /^Move your picture/, 'ArrowUp')
  await expectSaid(page, /^Your picture is at the top right\./)
  await page.keyboard.press('ArrowLeft')
  await expectSaid(page, /^Your picture is at the top left\./)

  await press(page, /^Leave the call/)
  await expect(page.getByRole('heading', { level: 1, name: 'You left the session' })).toBeFocused()
  await press(page, /^\s*Open the booking/)
  await expect(page.getByRole('heading', { level: 1, name: /^You are booked/ })).toBeVisible()
})
