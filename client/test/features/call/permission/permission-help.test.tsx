import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { helpFor } from '../../../../src/features/call/permission/help-words.ts'
import { PermissionHelp } from '../../../../src/features/call/permission/permission-help.tsx'
import { captureFaults } from '../../../../src/features/call/media/local-media.ts'
import type { BrowserFamily } from '../../../../src/lib/browser/browser-family.ts'
import { fakeMedia, faulty } from '../lobby/fake-media.ts'

const families = {
  chrome: { name: 'chrome', system: 'windows', engine: 'chromium' },
  edge: { name: 'edge', system: 'windows', engine: 'chromium' },
  firefox: { name: 'firefox', system: 'linux', engine: 'gecko' },
  safari: { name: 'safari', system: 'macos', engine: 'webkit' },
  iphone: { name: 'safari', system: 'ios', engine: 'webkit' },
  chromeOnIphone: { name: 'chrome', system: 'ios', engine: 'webkit' },
  android: { name: 'chrome', system: 'android', engine: 'chromium' },
  other: { name: 'other', system: 'other', engine: 'webkit' },
} as const satisfies Record<string, BrowserFamily>
type Family = keyof typeof families

test.each<[Family, RegExp]>([
  ['chrome', /two sliders/],
  ['edge', /Permissions for this site/],
  ['firefox', /crossed-out icon/],
  ['safari', /Settings for This Website/],
  ['iphone', /Website Settings/],
  ['chromeOnIphone', /Settings of your device.*“Chrome”/],
  ['android', /left of the address.*Permissions/],
  ['other', /settings of this site/],
])('denied in %s: where it is allowed again', (family, expected) => {
  const { steps } = helpFor('denied', ['camera', 'microphone'], families[family])
  expect(steps.join(' ')).toMatch(expected)
})

test.each<[Family, RegExp]>([
  ['safari', /System Settings.*Privacy & Security/],
  ['chrome', /Let desktop apps access/],
  ['iphone', /Settings of your device.*“Safari”/],
  ['android', /Apps.*Chrome.*Permissions/],
])('kept away by the system of %s', (family, expected) => {
  const { steps } = helpFor('blocked_by_system', ['camera'], families[family])
  expect(steps.join(' ')).toMatch(expected)
})

test('every fault has words in every browser, for one source and for both', () => {
  for (const fault of captureFaults)
    for (const family of Object.values(families))
      for (const sources of [['camera'], ['microphone'], ['camera', 'microphone']] as const) {
        const { title, steps } = helpFor(fault, sources, family)
        expect(title).toMatch(sources[0] === 'microphone' ? /microphone/ : /camera/)
        expect(steps.length).toBeGreaterThan(0)
        expect([title, ...steps].join(' ')).not.toMatch(/undefined/)
      }
})

function show(view: Parameters<typeof fakeMedia>[0]) {
  const fake = fakeMedia(view)
  render(<PermissionHelp media={fake.media} view={fake.media.read()} browser={families.chrome} />)
  return fake
}
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

test('both with the same fault are told once, and asked for once', async () => {
  const { done } = show({ microphone: faulty('denied'), camera: faulty('denied') })
  expect(screen.getAllByRole('alert')).toHaveLength(1)
  await press('Try again')
  expect(done.mock.calls).toEqual([['turn on both']])
})

test('the way on without either is as a listener', async () => {
  const { done } = show({ microphone: faulty('denied'), camera: faulty('denied') })
  await press('Continue as a listener')
  expect(done.mock.calls).toEqual([['turn off camera'], ['turn off microphone']])
})

test('the way on without a camera is with sound only', async () => {
  const { done } = show({ microphone: { state: 'on' }, camera: faulty('taken') })
  await press('Continue with sound only')
  expect(done.mock.calls).toEqual([['turn off camera']])
})

test('different faults are told one by one', async () => {
  const { done } = show({ microphone: faulty('no_device'), camera: faulty('dismissed') })
  const titles = screen.getAllByRole('alert').map(({ textContent }) => textContent)
  expect(titles[0]).toContain('The question about your camera was closed')
  expect(titles[1]).toContain('No microphone was found')
  await userEvent.click(screen.getAllByRole('button', { name: 'Try again' })[1] ?? document.body)
  expect(done.mock.calls).toEqual([['turn on microphone']])
})

test('nothing is said while nothing is wrong', () => {
  show({ microphone: { state: 'off' }, camera: { state: 'on' } })
  expect(screen.queryByRole('alert')).toBeNull()
})
