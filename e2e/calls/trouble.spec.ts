import type { Page } from '@playwright/test'
import { launchWith } from '../../playwright.config.ts'
import { expect, test } from '../world.ts'
import { bookCall, enter, expectMedia, fakeDevices, join, leaveButton, meet } from './call-world.ts'
import { flowOf, watchConnections, watchedPage } from './connections.ts'
import { breakDevices, type Broken, disturb, unplug } from './devices.ts'

test.use({ launchOptions: launchWith(...fakeDevices) })

const turnOn = (page: Page) => page.getByRole('button', { name: 'Turn on camera and microphone' })

interface Case extends Broken {
  readonly name: string
  readonly told: RegExp
  readonly wayOn: RegExp
  readonly joins: RegExp
}

const cases: readonly Case[] = [
  {
    name: 'no camera',
    camera: ['NotFoundError', 'Requested device not found'],
    told: /^No camera was found$/,
    wayOn: /^Continue with sound only$/,
    joins: /^You’ll join with sound only\.$/,
  },
  {
    name: 'no microphone',
    microphone: ['NotFoundError', 'Requested device not found'],
    told: /^No microphone was found$/,
    wayOn: /^Continue with video and chat$/,
    joins: /^You’ll join with video, but without a microphone\.$/,
  },
  {
    name: 'neither',
    camera: ['NotFoundError', 'Requested device not found'],
    microphone: ['NotFoundError', 'Requested device not found'],
    told: /^No camera and no microphone was found$/,
    wayOn: /^Continue as a listener$/,
    joins: /^You’ll join as a listener/,
  },
  {
    name: 'a question that was closed',
    camera: ['NotAllowedError', 'Permission dismissed'],
    microphone: ['NotAllowedError', 'Permission dismissed'],
    told: /^The question about your camera and microphone was closed$/,
    wayOn: /^Continue as a listener$/,
    joins: /^You’ll join as a listener/,
  },
  {
    name: 'a system that keeps both',
    camera: ['NotAllowedError', 'Permission denied by system'],
    microphone: ['NotAllowedError', 'Permission denied by system'],
    told: /^Your system is blocking \S+ from using your camera and microphone/,
    wayOn: /^Continue as a listener$/,
    joins: /^You’ll join as a listener/,
  },
  {
    name: 'a camera that another program has',
    camera: ['NotReadableError', 'Could not start video source'],
    told: /^Your camera is in use elsewhere/,
    wayOn: /^Continue with sound only$/,
    joins: /^You’ll join with sound only\.$/,
  },
]

for (const { name, told, wayOn, joins, ...broken } of cases) {
  test(`${name}: is told apart, and the call is to be had all the same`, async ({
    api,
    context,
    page,
    newVisitor,
  }) => {
    const call = await bookCall(api)
    await watchConnections(context)
    await breakDevices(context, broken)
    await page.goto(call.customer)
    await turnOn(page).click()
    await expect(page.getByText(told)).toBeVisible()
    await page.getByRole('button', { name: wayOn }).click()
    await expect(page.getByText(told)).toHaveCount(0)
    await expect(page.getByText(joins)).toBeVisible()
    await join(page)

    const expert = await watchedPage(await newVisitor())
    await enter(expert, call.expert)
    await expectMedia(page)
    if (!broken.microphone) {
      await expect.poll(async () => (await flowOf(expert)).energy).toBeGreaterThan(0)
    }
    if (!broken.camera) {
      await expect.poll(async () => (await flowOf(expert)).frames).toBeGreaterThan(5)
    }
    await page.getByRole('button', { name: 'Chat' }).click()
    await page.getByRole('textbox', { name: /^Message to/ }).fill('I am here')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Arrived')).toBeAttached()
  })
}

test('a camera that is pulled out in the call gives way to the other one', async ({
  api,
  context,
  page,
  newVisitor,
}) => {
  const call = await bookCall(api)
  await watchConnections(context)
  await breakDevices(context, {})
  const expert = await watchedPage(await newVisitor())
  await meet(page, expert, call)
  await unplug(page, 'videoinput')
  await expectMedia(expert)
  await expect(page.getByRole('button', { name: 'Turn camera off' })).toBeVisible()

  await unplug(page, 'videoinput')
  await expect(expert.getByText('Their camera is off.')).toBeVisible()
  await expect(leaveButton(page)).toBeVisible()
  await expect.poll(async () => (await flowOf(expert)).energy).toBeGreaterThan(0)
})

test('sound and picture that a phone call takes come back with it', async ({
  api,
  context,
  page,
  newVisitor,
}) => {
  const call = await bookCall(api)
  await watchConnections(context)
  await breakDevices(context, {})
  const expert = await watchedPage(await newVisitor())
  await meet(page, expert, call)
  await disturb(page, 'mute')
  await expect(page.getByRole('button', { name: 'Tap to resume' })).toBeVisible()
  await expect(expert.getByText(/was interrupted, perhaps by a phone call/)).toBeVisible()
  await disturb(page, 'unmute')
  await expect(page.getByRole('button', { name: 'Tap to resume' })).toHaveCount(0)
  await Promise.all([expectMedia(page), expectMedia(expert)])
})
