import { expect, test } from 'vitest'
import { type CaptureFailure, diagnose } from '../../../../src/features/call/media/diagnose.ts'
import type { CaptureFault } from '../../../../src/features/call/media/local-media.ts'

const refused = (more: Partial<CaptureFailure>): CaptureFailure => ({
  name: 'NotAllowedError',
  message: '',
  permission: 'unknown',
  isListed: true,
  engine: 'chromium',
  ...more,
})

const inSafari =
  'The request is not allowed by the user agent or the platform in the current context, possibly because the user denied permission.'

test.each<[string, Partial<CaptureFailure>, CaptureFault]>([
  ['Chrome, refused', { message: 'Permission denied', permission: 'denied' }, 'denied'],
  ['Chrome, closed', { message: 'Permission dismissed', permission: 'prompt' }, 'dismissed'],
  ['Chrome, by macOS', { message: 'Permission denied by system' }, 'blocked_by_system'],
  ['allowed here, so by the system', { permission: 'granted' }, 'blocked_by_system'],
  ['Chrome without a query', { message: 'Permission denied' }, 'denied'],
  ['Firefox, refused once', { permission: 'prompt', engine: 'gecko' }, 'denied'],
  ['Safari', { message: inSafari, permission: 'prompt', engine: 'webkit' }, 'denied'],
  ['Firefox, by macOS or Android', { name: 'NotFoundError', engine: 'gecko' }, 'blocked_by_system'],
  ['Firefox, none', { name: 'NotFoundError', engine: 'gecko', isListed: false }, 'no_device'],
  ['Chrome, none', { name: 'NotFoundError', isListed: false }, 'no_device'],
  ['Chrome, taken', { name: 'NotReadableError', message: 'Could not start video source' }, 'taken'],
  ['Firefox, taken', { name: 'AbortError', engine: 'gecko' }, 'taken'],
  ['gone meanwhile', { name: 'OverconstrainedError' }, 'no_device'],
  ['not over https', { name: 'TypeError' }, 'unsupported'],
  ['headless', { name: 'NotSupportedError' }, 'unsupported'],
  ['anything else', { name: 'SomethingNew' }, 'unknown'],
])('%s', (_, facts, expected) => {
  expect(diagnose(refused(facts))).toBe(expected)
})
