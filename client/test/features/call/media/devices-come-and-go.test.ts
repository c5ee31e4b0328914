import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLocalMedia } from '../../../../src/features/call/media/create-local-media.ts'
import type { LocalMedia } from '../../../../src/features/call/media/local-media.ts'
import { begin, device, fail, world } from './fake-devices.ts'

let media: LocalMedia

beforeEach(() => {
  begin()
  vi.useFakeTimers()
  media = createLocalMedia()
})

afterEach(() => {
  media.close()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const states = () => [media.read().microphone.state, media.read().camera.state]
const plug = async (...devices: ReturnType<typeof device>[]) => {
  world.devices = devices
  world.media.tell('devicechange')
  world.media.tell('devicechange')
  await pass(600)
}

test('an unplugged device gives way to another, and comes back when it was chosen', async () => {
  await media.choose('microphone', 'headset')
  await media.turnOn('microphone')
  world.last('audio').unplug()
  expect(states()[0]).toBe('interrupted')
  await plug(device('audioinput', 'built-in'))
  expect([states()[0], media.read().microphone.deviceId]).toEqual(['on', 'built-in'])
  await plug(device('audioinput', 'built-in'), device('audioinput', 'headset'))
  expect(media.read().microphone.deviceId).toBe('headset')
})

test('the last one says so, and is back when one is plugged in', async () => {
  await media.turnOn('camera')
  world.last('video').unplug()
  await plug(device('audioinput', 'built-in'))
  expect(media.read().camera).toEqual({ state: 'faulty', fault: 'no_device' })
  await plug(device('videoinput', 'webcam'))
  expect(states()[1]).toBe('on')
})

test('a headset that vanishes without a word, as on Safari, is noticed too', async () => {
  await media.choose('microphone', 'headset')
  await media.turnOn('microphone')
  await plug(device('audioinput', 'built-in'))
  expect(media.read().microphone.deviceId).toBe('built-in')
})

test('Chrome keeps the id of the default and changes its label', async () => {
  world.devices = [device('audioinput', 'default', 'Default - Built-in')]
  await media.turnOn('microphone')
  const before = world.last('audio')
  await plug(device('audioinput', 'default', 'Default - Built-in'))
  expect(world.last('audio')).toBe(before)
  await plug(device('audioinput', 'default', 'Default - Headset'))
  expect(world.last('audio').label).toBe('Default - Headset')
})

test('what the system took is fetched anew when it gives it back', async () => {
  await media.turnOnBoth()
  const before = world.last('audio')
  before.take(true)
  expect(states()).toEqual(['interrupted', 'on'])
  await pass(5000)
  before.take(false)
  await pass(10)
  expect(states()).toEqual(['on', 'on'])
  expect(world.last('audio')).not.toBe(before)
  expect(before.readyState).toBe('ended')
})

test('a blink of the system changes nothing', async () => {
  await media.turnOn('microphone')
  const before = world.last('audio')
  before.take(true)
  await pass(200)
  before.take(false)
  expect([states()[0], world.last('audio')]).toEqual(['on', before])
})

test('it is fetched on return to the page, and stays interrupted while the phone rings on', async () => {
  await media.turnOnBoth()
  world.last('audio').take(true)
  world.last('video').take(true)
  await pass(3000)
  world.faults = { audio: fail('NotReadableError') }
  document.dispatchEvent(new Event('visibilitychange'))
  await pass(10)
  expect(states()).toEqual(['interrupted', 'on'])
  world.faults = {}
  await media.resume()
  expect(states()).toEqual(['on', 'on'])
})
