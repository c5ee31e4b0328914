// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applyCap,
  capsFor,
  preferVp8,
  withStartBitrate,
} from '../../../../src/features/call/peer/bitrate.ts'
import { fragmentsIn, readSignal } from '../../../../src/features/call/peer/signals.ts'

const usual = { isMobile: false, isSharing: false, isSoundOnly: false, isWeak: false }

describe('what is sent', () => {
  it('is capped by what it is, and by the device', () => {
    expect(capsFor(usual).map(({ maxBitrate }) => maxBitrate)).toEqual([
      40_000, 1_500_000, 2_500_000,
    ])
    expect(capsFor({ ...usual, isMobile: true })[1]?.maxBitrate).toBe(600_000)
    expect(capsFor({ ...usual, isSharing: true })[1]?.maxBitrate).toBe(300_000)
    expect(capsFor(usual)[2]).toMatchObject({
      maxFramerate: 15,
      degradation: 'maintain-resolution',
    })
  })

  it('is sound before picture', () => {
    expect(capsFor(usual).map(({ priority }) => priority)).toEqual(['high', 'low', 'medium'])
    expect(capsFor({ ...usual, isWeak: true }).map(({ isActive }) => isActive)).toEqual([
      true,
      false,
      true,
    ])
    expect(capsFor({ ...usual, isSoundOnly: true }).map(({ isActive }) => isActive)).toEqual([
      true,
      false,
      false,
    ])
  })

  it('keeps what else the browser had set, and survives a browser that refuses', async () => {
    let set: unknown
    const sender = {
      getParameters: () => ({ transactionId: 't', encodings: [{ rid: 'r' }] }),
      setParameters: (given: unknown) => {
        set = given
        return Promise.reject(new Error('no'))
      },
    } as unknown as RTCRtpSender
    const [, camera] = capsFor(usual)
    if (camera) await applyCap(sender, camera)
    expect(set).toMatchObject({
      transactionId: 't',
      encodings: [{ rid: 'r', active: true, maxBitrate: 1_500_000, maxFramerate: 30 }],
      degradationPreference: 'balanced',
    })
  })

  it('is VP8, where the browser would rather not', () => {
    const codec = (mimeType: string) => ({ mimeType, clockRate: 90_000 })
    const chosen: string[][] = []
    const transceiver = {
      setCodecPreferences: (codecs: RTCRtpCodec[]) =>
        chosen.push(codecs.map(({ mimeType }) => mimeType)),
    } as unknown as RTCRtpTransceiver
    preferVp8(transceiver, [codec('video/H264'), codec('video/VP8'), codec('video/rtx')])
    preferVp8(transceiver, [codec('video/VP8'), codec('video/H264')])
    preferVp8(transceiver, [codec('video/H264')])
    expect(chosen).toEqual([['video/VP8', 'video/H264', 'video/rtx']])
  })
})

describe('a description', () => {
  const sdp = [
    'v=0',
    'm=audio 9 UDP/TLS/RTP/SAVPF 111',
    'a=ice-ufrag:abcd',
    'a=rtpmap:111 opus/48000/2',
    'm=video 9 UDP/TLS/RTP/SAVPF 96 97 98',
    'a=ice-ufrag:abcd',
    'a=rtpmap:96 VP8/90000',
    'a=rtpmap:98 VP8/90000',
    'a=fmtp:98 max-fs=12',
    'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
    '',
  ].join('\r\n')

  it('is told with how much to begin, in the sections of pictures alone', () => {
    const amended = withStartBitrate(sdp, 700)
    expect(amended).toContain('a=rtpmap:96 VP8/90000\r\na=fmtp:96 x-google-start-bitrate=700\r\n')
    expect(amended).toContain('a=fmtp:98 max-fs=12;x-google-start-bitrate=700\r\n')
    expect(amended.match(/start-bitrate/g)).toHaveLength(2)
    expect(withStartBitrate(amended, 700)).toBe(amended)
    expect(withStartBitrate('nonsense', 700)).toBe('nonsense')
  })

  it('names its round', () => {
    expect([...fragmentsIn(sdp)]).toEqual(['abcd'])
  })
})

describe('a signal', () => {
  it('is read as it is meant', () => {
    const offer = { kind: 'offer', generation: 1, number: 7, sdp: 'v=0' }
    expect(readSignal({ ...offer, more: true })).toEqual(offer)
    const candidate = { candidate: 'candidate:1 ufrag xy', sdpMid: '0', sdpMLineIndex: 0 }
    expect(readSignal({ kind: 'candidate', generation: 1, candidate })).toEqual({
      kind: 'candidate',
      generation: 1,
      candidate: { ...candidate, usernameFragment: 'xy' },
    })
  })

  it('is nothing where it is not', () => {
    for (const found of [
      null,
      'offer',
      {},
      { kind: 'offer', generation: 1 },
      { kind: 'offer', generation: -1, number: 1, sdp: '' },
      { kind: 'offer', generation: 1, number: 1, sdp: 5 },
      { kind: 'candidate', generation: 1, candidate: null },
      { kind: 'candidate', generation: 1, candidate: { candidate: 'x'.repeat(2000) } },
      { kind: 'constructor', generation: 1 },
    ]) {
      expect(readSignal(found)).toBeNull()
    }
    fc.assert(fc.property(fc.anything(), (found) => void readSignal(found)))
  })
})
