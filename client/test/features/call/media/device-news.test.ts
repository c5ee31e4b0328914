import { expect, test } from 'vitest'
import type { LocalMediaView } from '../../../../src/features/call/media/local-media.ts'
import { deviceNews } from '../../../../src/features/call/media/use-device-news.ts'
import { fakeMedia } from '../lobby/fake-media.ts'

const view = (inUse: string, ...listed: string[]): LocalMediaView =>
  fakeMedia({
    microphone: { state: 'on', deviceId: inUse },
    microphones: listed.map((id) => ({ id, label: id })),
  }).media.read()

test.each([
  [
    'unplugged',
    view('Headset', 'Built-in', 'Headset'),
    view('Built-in', 'Built-in'),
    ['“Headset” is gone. Now using “Built-in”.'],
  ],
  [
    'plugged in again',
    view('Built-in', 'Built-in'),
    view('Headset', 'Built-in', 'Headset'),
    ['“Headset” is back and in use.'],
  ],
  [
    'chosen by hand',
    view('Built-in', 'Built-in', 'Headset'),
    view('Headset', 'Built-in', 'Headset'),
    [],
  ],
  [
    'another that is not used',
    view('Built-in', 'Built-in'),
    view('Built-in', 'Built-in', 'Headset'),
    [],
  ],
])('%s', (_, before, after, news) => {
  expect(deviceNews(before, after)).toEqual(news)
})
