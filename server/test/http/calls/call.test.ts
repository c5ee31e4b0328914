import { afterEach, describe, expect, it } from 'vitest'
import { type CallScene, openCall } from '../../realtime/call-scene.ts'
import { later, tuesdayTen } from '../requests.ts'
import { signedIn } from '../desk-world.ts'

let scene: CallScene
afterEach(() => scene.stop())

const relaySettings = {
  stunUrls: ['stun:turn.example'],
  turnUrls: ['turn:127.0.0.1:9?transport=tcp'],
  turnSecret: 'what the relay knows as well',
}

describe('the relay of a call', () => {
  it('is for a test of the connection before the room opens, and then until it closes', async () => {
    scene = await openCall({ relaySettings })
    const found: unknown[] = []
    for (const minutes of [-60 * 24 * 90, -11, -10, 0, 59, 60]) {
      scene.at(later(tuesdayTen, minutes))
      const { state, iceServers } = await scene.read(scene.token)
      const relay = iceServers.find(({ username }) => username !== undefined)
      const seconds = Number(relay?.username?.split(':')[0])
      const until = relay && (seconds * 1000 - Date.parse(tuesdayTen)) / 60_000
      found.push([minutes, state, until])
    }
    expect(found).toEqual([
      [-60 * 24 * 90, 'early', -60 * 24 * 90 + 10],
      [-11, 'early', -1],
      [-10, 'open', 60],
      [0, 'open', 60],
      [59, 'open', 60],
      [60, 'over', undefined],
    ])
  })
})

describe('the expert’s own link', () => {
  it('is told the two of a booking while its room is open', async () => {
    scene = await openCall()
    const ada = await signedIn(scene.world, 'ada-lovelace@example.com')
    const meetingUrl = 'https://meet.example/ada'
    await ada.send('changeProfile', { body: { version: 1, meetingUrl } })
    const found: unknown[] = []
    for (const minutes of [-11, -10, 59, 60]) {
      scene.at(later(tuesdayTen, minutes))
      for (const token of [scene.token, scene.expertToken]) {
        found.push((await scene.read(token)).meetingUrl)
      }
    }
    const open = [meetingUrl, meetingUrl]
    expect(found).toEqual([undefined, undefined, ...open, ...open, undefined, undefined])
  })
})
