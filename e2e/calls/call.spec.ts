import type { Page } from '@playwright/test'
import { launchWith } from '../../playwright.config.ts'
import { expect, test as base } from '../world.ts'
import {
  type BookedCall,
  bookCall,
  enter,
  expectMedia,
  fakeDevices,
  join,
  leaveButton,
  meet,
  openLobby,
} from './call-world.ts'
import { flowOf, watchConnections, watchedPage } from './connections.ts'

interface Meeting {
  readonly call: BookedCall
  /** Each in a browser of their own. */
  readonly customer: Page
  readonly expert: Page
}

const test = base.extend<Meeting>({
  call: async ({ api }, use) => use(await bookCall(api)),
  customer: async ({ context, page }, use) => {
    await watchConnections(context)
    await use(page)
  },
  expert: async ({ newVisitor }, use) => {
    await use(await watchedPage(await newVisitor()))
  },
})
test.use({ launchOptions: launchWith(...fakeDevices) })

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const tile = (page: Page, name: string) => page.getByText(name, { exact: true })

test('two come by their links, see and hear each other, and leave', async ({
  call,
  customer,
  expert,
}) => {
  await openLobby(expert, call.expert)
  await expect(expert.getByText('Nobody else is here yet')).toBeVisible()
  await enter(customer, call.customer)
  await expect(customer.getByRole('heading', { name: /^Waiting for/ })).toBeVisible()
  await expect(expert.getByText('Grace Hopper is already in the room')).toBeVisible()
  await join(expert)
  await Promise.all([expectMedia(customer), expectMedia(expert)])
  expect((await flowOf(customer)).route).toMatch(/^(host|prflx)\/(host|prflx)$/)

  await leaveButton(customer).click()
  await expect(customer.getByRole('heading', { name: 'You left the session' })).toBeVisible()
  await expect(customer.getByText(/^You talked with .* for less than a minute\.$/)).toBeVisible()
  await expect(expert.getByRole('heading', { name: 'Grace Hopper left' })).toBeVisible()
  expect((await flowOf(customer)).open).toBe(0)

  await button(customer, 'Rejoin').click()
  await Promise.all([expectMedia(customer), expectMedia(expert)])
})

test('what one switches the other sees at once', async ({ call, customer, expert }) => {
  await meet(customer, expert, call)
  await customer.keyboard.press('Control+d')
  await expect(button(customer, 'Unmute microphone')).toBeVisible()
  await expect(expert.getByText('Grace Hopper', { exact: true }).locator('..')).toContainText(
    ', muted',
  )
  await button(customer, 'Unmute microphone').click()
  await expect(expert.getByText(', muted')).toHaveCount(0)

  await customer.keyboard.press('Control+e')
  await expect(expert.getByText('Their camera is off.')).toBeVisible()
  await button(customer, 'Turn camera on').click()
  await expect(expert.getByText('Their camera is off.')).toHaveCount(0)
  await expectMedia(expert)
})

test('a screen is shown beside the camera, and ends from outside', async ({
  call,
  customer,
  expert,
}) => {
  await customer.context().addInitScript(keepScreen)
  await meet(customer, expert, call)
  const { width } = await flowOf(expert)
  await button(customer, 'Share your screen').click()
  await expect(tile(expert, 'Grace Hopper shares their screen')).toBeVisible()
  await expect.poll(async () => (await flowOf(expert)).width).toBeGreaterThan(width)
  await customer.evaluate(endScreen)
  await expect(tile(expert, 'Grace Hopper shares their screen')).toHaveCount(0)
  await expect(button(customer, 'Share your screen')).toBeVisible()
  await expectMedia(expert)
})

test('what is written arrives, also after a reload', async ({ call, customer, expert }) => {
  await meet(customer, expert, call)
  await button(customer, 'Chat').click()
  await customer.getByRole('textbox', { name: /^Message to/ }).fill('See https://example.com/a.')
  await customer.keyboard.press('Enter')
  await expect(customer.getByText('Arrived')).toBeAttached()
  await button(expert, 'Chat, 1 unread').click()
  const link = expert.getByRole('log').getByRole('link')
  await expect(link).toHaveAttribute('href', 'https://example.com/a')
  await expect(link).toHaveAttribute('rel', /noopener|noreferrer/)

  await expert.reload()
  await Promise.all([expectMedia(customer), expectMedia(expert)])
  await button(expert, 'Chat').click()
  await expect(expert.getByRole('log').getByRole('link')).toBeVisible()
  await expert.getByRole('textbox', { name: /^Message to/ }).fill('Seen')
  await expert.keyboard.press('Enter')
  await expect(customer.getByRole('log').getByText('Seen')).toBeVisible()
})

test('a reload in the call comes back by itself, muted as before', async ({
  call,
  customer,
  expert,
}) => {
  await meet(customer, expert, call)
  await customer.keyboard.press('Control+d')
  await expect(button(customer, 'Unmute microphone')).toBeVisible()
  await customer.reload()
  await expect(button(customer, 'Unmute microphone')).toBeVisible()
  await expectMedia(customer)
  await expect(expert.getByText(', muted')).toBeAttached()
})

test('a second tab takes the place of the first, which takes it back', async ({
  call,
  customer,
  expert,
}) => {
  await meet(customer, expert, call)
  const second = await customer.context().newPage()
  await second.goto(call.customer)
  await expect(second.getByText(/^You are in this session in another tab/)).toBeVisible()
  await second.getByRole('button', { name: 'Turn on camera and microphone' }).click()
  await join(second)
  await Promise.all([expectMedia(second), expectMedia(expert)])
  await expect(
    customer.getByRole('heading', { name: 'You are in this session somewhere else' }),
  ).toBeVisible()
  expect((await flowOf(customer)).open).toBe(0)

  await customer.bringToFront()
  await button(customer, 'Take it back here').click()
  await Promise.all([expectMedia(customer), expectMedia(expert)])
  await expect(
    second.getByRole('heading', { name: 'You are in this session somewhere else' }),
  ).toBeVisible()
})

test('the other side goes into a small window above others', async ({ call, customer, expert }) => {
  await meet(customer, expert, call)
  await button(customer, 'More').click()
  const opened = customer
    .context()
    .waitForEvent('page', { timeout: 10_000 })
    .catch(() => null)
  await customer.getByRole('menuitem', { name: 'Small window on top' }).click()
  const window = await opened
  if (window) await expect(window.locator('video').first()).toBeVisible()
  await button(customer, 'More').click()
  await customer.getByRole('menuitem', { name: 'Leave the small window' }).click()
  await button(customer, 'More').click()
  await expect(customer.getByRole('menuitem', { name: 'Small window on top' })).toBeVisible()
})

/** Runs in the page: keeps what is shared, so that a test can end it as the browser's own bar does. */
function keepScreen(): void {
  const { mediaDevices } = navigator
  const native = mediaDevices.getDisplayMedia.bind(mediaDevices)
  mediaDevices.getDisplayMedia = async (options) => {
    const stream = await native(options)
    Object.assign(globalThis, { keptScreen: stream })
    return stream
  }
}

/** Runs in the page. */
function endScreen(): void {
  const { keptScreen } = globalThis as unknown as { keptScreen: MediaStream }
  for (const track of keptScreen.getTracks()) {
    track.stop()
    track.dispatchEvent(new Event('ended'))
  }
}
