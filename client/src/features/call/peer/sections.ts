import type { LocalTracks } from '../media/local-media.ts'
import { type Load, applyCap, askForWholePicture, capsFor, contentHints } from './bitrate.ts'
import type { Link } from './peer-link.ts'

/** The sections of every connection of ours, in this order, for its whole life. */
const kinds = ['audio', 'video', 'video'] as const

export const noTracks: LocalTracks = { microphone: null, camera: null, screen: null }

/** What is sent through the fixed sections of one connection, and with how much. */
export interface Sections {
  /** The expert's side lays them out. */
  readonly layOut: () => readonly RTCRtpTransceiver[]
  /** The customer's side finds them in the first offer. False: it was none of ours. */
  readonly find: () => boolean
  readonly put: (tracks: LocalTracks) => Promise<void>
  readonly limit: (load: Load) => Promise<void>
  /** Takes the tracks out and puts them in again. */
  readonly putAnew: () => Promise<void>
  /** Whole pictures, for who has missed some. */
  readonly refresh: () => Promise<void>
  readonly remoteTracks: () => readonly MediaStreamTrack[]
}

/** `streams`: sound and camera of one stream are played in step; the screen has its own. */
export function createSections(link: Link, newStream: () => MediaStream): Sections {
  let sections: readonly RTCRtpTransceiver[] = []
  let tracks = noTracks
  let load: Load | null = null
  /** One change of a sender after the other. */
  let row = Promise.resolve()
  const talk = newStream()
  const streams = [talk, talk, newStream()]

  const senders = () => sections.map(({ sender }) => sender)

  async function putNow(): Promise<void> {
    const wanted = [tracks.microphone, tracks.camera, tracks.screen]
    for (const [at, sender] of senders().entries()) {
      const track = wanted[at] ?? null
      if (sender.track === track) continue
      if (track && 'contentHint' in track) track.contentHint = contentHints[at] ?? ''
      await sender.replaceTrack(track).catch(() => undefined)
    }
  }

  async function limitNow(): Promise<void> {
    const caps = load ? capsFor(load) : []
    for (const [at, sender] of senders().entries()) {
      const cap = caps[at]
      if (cap) await applyCap(sender, cap)
    }
  }

  function inRow(step: () => Promise<void>): Promise<void> {
    row = row.then(step, step).catch(() => undefined)
    return row
  }

  return {
    layOut() {
      sections = kinds.map((kind, at) =>
        link.addTransceiver(kind, { direction: 'sendrecv', streams: streams.slice(at, at + 1) }),
      )
      return sections
    },
    find() {
      const found = link.getTransceivers()
      sections = found.slice(0, kinds.length)
      for (const [at, section] of sections.entries()) {
        section.direction = 'sendrecv'
        const stream = streams[at]
        if (stream) section.sender.setStreams?.(stream)
      }
      return (
        found.length === kinds.length &&
        kinds.every((kind, at) => found[at]?.receiver.track.kind === kind)
      )
    },
    put(next) {
      tracks = next
      return inRow(putNow)
    },
    limit(next) {
      load = next
      return inRow(limitNow)
    },
    putAnew: () =>
      inRow(async () => {
        for (const sender of senders()) await sender.replaceTrack(null).catch(() => undefined)
        await putNow()
      }),
    refresh: () =>
      inRow(async () => {
        for (const sender of senders()) {
          if (sender.track?.kind === 'video') await askForWholePicture(sender)
        }
      }),
    remoteTracks: () => sections.map(({ receiver }) => receiver.track),
  }
}
