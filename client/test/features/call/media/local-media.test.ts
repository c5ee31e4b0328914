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

test('nothing is asked for before it is turned on, and then both in one question', async () => {
  media.subscribe(() => undefined)
  await pass(100)
  expect([states(), world.media.asked]).toEqual([['off', 'off'], []])
  const turning = media.turnOnBoth()
  expect(states()).toEqual(['asking', 'asking'])
  await turning
  expect(states()).toEqual(['on', 'on'])
  expect(world.media.asked).toHaveLength(1)
  expect(media.read().preview?.getVideoTracks()).toEqual([media.tracks().camera])
  expect(media.read().microphones.map(({ id }) => id)).toEqual(['built-in', 'headset'])
})

test('a microphone that is missing does not hold the camera', async () => {
  world.devices = [device('videoinput', 'webcam')]
  await media.turnOnBoth()
  expect(states()).toEqual(['faulty', 'on'])
  expect(media.read().microphone.fault).toBe('no_device')
})

test('a microphone that hangs does not hold the camera either', async () => {
  for (const permission of Object.values(world.permissions)) permission.state = 'granted'
  world.hangs = { audio: true }
  const turning = media.turnOnBoth()
  await pass(5000)
  expect(states()).toEqual(['asking', 'on'])
  await pass(9000)
  await turning
  expect(states()).toEqual(['faulty', 'on'])
  expect(media.read().microphone.fault).toBe('taken')
})

test('while the question stands open nothing else is asked', async () => {
  world.hangs = { audio: true }
  void media.turnOnBoth()
  await pass(60_000)
  expect(states()).toEqual(['asking', 'asking'])
  expect(world.media.asked).toHaveLength(1)
})

test('nobody is asked a second time after closing the question', async () => {
  world.faults = {
    audio: fail('NotAllowedError', 'Permission dismissed'),
    video: fail('NotAllowedError', 'Permission dismissed'),
  }
  await media.turnOnBoth()
  expect(world.media.asked).toHaveLength(1)
  expect([media.read().microphone.fault, media.read().camera.fault]).toEqual([
    'dismissed',
    'dismissed',
  ])
})

test('a camera that was refused before does not take the microphone with it', async () => {
  world.permissions.camera.state = 'denied'
  world.faults = { video: fail('NotAllowedError', 'Permission denied') }
  await media.turnOnBoth()
  expect(states()).toEqual(['on', 'faulty'])
  expect(media.read().camera.fault).toBe('denied')
})

test('as soon as it is allowed in the settings it comes on by itself', async () => {
  world.permissions.camera.state = 'denied'
  world.faults = { video: fail('NotAllowedError', 'Permission denied') }
  await media.turnOnBoth()
  world.faults = {}
  world.permissions.camera.state = 'granted'
  world.permissions.camera.tell('change')
  await pass(10)
  expect(states()).toEqual(['on', 'on'])
})

test('muting keeps the microphone open; a camera that is off is stopped', async () => {
  await media.turnOnBoth()
  const [microphone, camera] = [world.last('audio'), world.last('video')]
  media.turnOff('microphone')
  media.turnOff('camera')
  expect(states()).toEqual(['muted', 'off'])
  expect([microphone.enabled, microphone.readyState]).toEqual([false, 'live'])
  expect([camera.readyState, media.tracks().camera, media.read().preview]).toEqual([
    'ended',
    null,
    null,
  ])
  await media.turnOn('microphone')
  expect(media.tracks().microphone).toBe(microphone)
  expect(microphone.enabled).toBe(true)
})

test('whoever sends is told of another track, and only then', async () => {
  const told = vi.fn<() => void>()
  await media.turnOnBoth()
  media.onTracks(told)
  media.turnOff('microphone')
  expect(told).not.toHaveBeenCalled()
  media.turnOff('camera')
  expect(told).toHaveBeenLastCalledWith(expect.objectContaining({ camera: null }))
})

test('a camera that comes after it was turned off again is given back', async () => {
  const turning = media.turnOn('camera')
  media.turnOff('camera')
  await turning
  expect(states()).toEqual(['off', 'off'])
  expect(world.live()).toEqual([])
})

test('a device that was chosen is asked for exactly, and by name only where it is gone', async () => {
  await media.choose('microphone', 'headset')
  await media.turnOn('microphone')
  expect(media.read().microphone.deviceId).toBe('headset')
  media.close()
  world.devices = [device('audioinput', 'built-in')]
  await media.turnOn('microphone')
  const how = world.media.asked.map(({ audio }) => audio?.deviceId)
  expect(how).toEqual([{ exact: 'headset' }, { exact: 'headset' }, { ideal: 'headset' }])
  expect(media.read().microphone.deviceId).toBe('built-in')
})

test('another device is opened after the old one is stopped, and muted if that was', async () => {
  await media.turnOnBoth()
  media.turnOff('microphone')
  const choosing = media.choose('microphone', 'headset')
  expect(states()).toEqual(['muted', 'on'])
  await choosing
  expect(world.overlaps).toBe(0)
  expect([states(), world.last('audio').enabled]).toEqual([['muted', 'on'], false])
  expect(media.read().microphone.deviceId).toBe('headset')
})

test('where the other device fails, the old one comes back', async () => {
  await media.turnOn('camera')
  vi.spyOn(world.media, 'getUserMedia').mockRejectedValueOnce(fail('NotReadableError'))
  await media.choose('camera', 'second')
  expect([states()[1], media.read().camera.deviceId]).toEqual(['on', 'webcam'])
})

test('a reload finds devices and states as they were', async () => {
  await media.choose('microphone', 'headset')
  await media.turnOnBoth()
  media.turnOff('microphone')
  media.close()
  media = createLocalMedia()
  await media.restore()
  expect(states()).toEqual(['muted', 'on'])
  expect(world.last('audio').enabled).toBe(false)
  expect(media.read().microphone.deviceId).toBe('headset')
  media.turnOff('camera')
  media.close()
  media = createLocalMedia()
  await media.restore()
  expect(states()).toEqual(['muted', 'off'])
})

test('who has left finds all as it was on return, but a reload turns on nothing unasked', async () => {
  await media.turnOnBoth()
  media.turnOff('microphone')
  media.giveBack()
  media.giveBack()
  expect([world.live(), states()]).toEqual([[], ['off', 'off']])
  const reloaded = createLocalMedia()
  await reloaded.restore()
  expect(world.live()).toEqual([])
  reloaded.close()
  await media.restore()
  expect(states()).toEqual(['muted', 'on'])
  media.close()
  media = createLocalMedia()
  await media.restore()
  expect(states()).toEqual(['muted', 'on'])
})

test('in a tab where nothing was on, restoring asks for nothing', async () => {
  await media.restore()
  expect(world.media.asked).toEqual([])
})

test('a microphone that gives zeros for seconds is dead', async () => {
  await media.turnOn('microphone')
  const levels: number[] = []
  media.onLevel((level) => levels.push(level))
  await pass(1000)
  expect(levels).toHaveLength(20)
  expect(levels.every((level) => level > 0.5 && level <= 1)).toBe(true)
  world.sound = 0
  await pass(3900)
  expect(media.read().isSilent).toBe(false)
  await pass(300)
  expect(media.read().isSilent).toBe(true)
  world.sound = 0.1
  await pass(100)
  expect(media.read().isSilent).toBe(false)
})

test('the meter hears who speaks while they are muted', async () => {
  await media.turnOn('microphone')
  media.turnOff('microphone')
  const clone = world.live().find((track) => track.listeners === 0)
  expect([world.last('audio').enabled, clone?.enabled]).toEqual([false, true])
})

test('a screen is shared beside the camera, and stopped by the bar of the browser', async () => {
  await media.turnOn('camera')
  expect(media.read().canShare).toBe(true)
  await media.share()
  expect(world.media.getDisplayMedia.mock.calls[0]?.[0]).toMatchObject({
    systemAudio: 'exclude',
    audio: false,
  })
  expect(media.tracks().screen).not.toBeNull()
  world.last('video').unplug()
  expect([media.tracks().screen, media.read().screen, states()[1]]).toEqual([null, null, 'on'])
})

test('closing the question what to share is no fault; a system that forbids it is', async () => {
  world.media.getDisplayMedia.mockRejectedValueOnce(fail('NotAllowedError', 'Permission denied'))
  await media.share()
  expect(media.read().screenFault).toBeUndefined()
  const bySystem = fail('NotAllowedError', 'Permission denied by system')
  world.media.getDisplayMedia.mockRejectedValueOnce(bySystem)
  await media.share()
  expect(media.read().screenFault).toBe('blocked_by_system')
})

test('a phone has nothing to share with', () => {
  Object.defineProperty(navigator, 'mediaDevices', { value: new EventTarget(), configurable: true })
  expect(media.read().canShare).toBe(false)
})

test('closing leaves no track, no context and no listener behind', async () => {
  const onDocument = vi.spyOn(document, 'addEventListener')
  const offDocument = vi.spyOn(document, 'removeEventListener')
  for (let round = 0; round < 3; round += 1) {
    await media.turnOnBoth()
    await media.share()
    await media.choose('microphone', 'headset')
    media.close()
  }
  await pass(10_000)
  expect(world.live()).toEqual([])
  expect(world.contexts.map(({ state }) => state)).toEqual(['closed', 'closed', 'closed'])
  const targets = [world.media, ...Object.values(world.permissions), ...world.tracks]
  expect(targets.map(({ listeners }) => listeners).filter((count) => count !== 0)).toEqual([])
  expect(offDocument.mock.calls.length).toBe(onDocument.mock.calls.length)
  expect(vi.getTimerCount()).toBe(0)
})

test('a page that is not served over https says so', async () => {
  Object.defineProperty(navigator, 'mediaDevices', { value: undefined, configurable: true })
  delete (navigator as { mediaDevices?: unknown }).mediaDevices
  await media.turnOnBoth()
  expect([media.read().microphone.fault, media.read().camera.fault]).toEqual([
    'unsupported',
    'unsupported',
  ])
})
