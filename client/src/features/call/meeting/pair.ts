import type { LocalTracks } from '../media/local-media.ts'
import { type Peer, type PeerListener, createPeer } from '../peer/peer.ts'
import { createReliable } from '../signalling/reliable.ts'
import type { OtherSide, Room } from '../signalling/room.ts'
import type { Environment } from './environment.ts'

/** This page and one page of the other side, for as long as both know of each other. */
export interface Pair {
  readonly seat: string
  /** The same page has come back, perhaps by another wire. */
  readonly meet: (side: OtherSide) => void
  /** Out of reach, and media may go on: null. */
  readonly setReachable: (isReachable: boolean) => void
  readonly peer: () => Peer
  readonly close: () => void
}

interface PairParts {
  readonly room: Room
  readonly side: OtherSide
  readonly environment: Environment
  readonly listener: PeerListener
  readonly tracks: () => LocalTracks
  readonly isSoundOnly: () => boolean
}

export function createPair(parts: PairParts): Pair {
  const { room, environment, listener } = parts
  let { side } = parts
  let stopHearing = () => {}
  let isReachable = true

  const reliable = createReliable({
    clock: environment.clock,
    transmit: (body) => side.wire.send(body),
    listener: {
      message: (message) => peer.receive(message),
      anew() {
        peer.close()
        listener.reached('connecting')
        listener.weakLine(false)
        peer = newPeer()
      },
    },
  })

  function newPeer(): Peer {
    const made = createPeer({
      ...environment,
      role: room.role,
      send: (signal) => reliable.send(signal),
      iceServers: () => room.iceServers(),
      listener,
    })
    made.setTracks(parts.tracks())
    made.setSoundOnly(parts.isSoundOnly())
    made.setReachable(isReachable)
    return made
  }

  function meet(next: OtherSide): void {
    stopHearing()
    side = next
    stopHearing = side.wire.onBody((body) => reliable.receive(body))
  }

  let peer = newPeer()
  meet(side)

  return {
    seat: side.seat,
    meet,
    setReachable(next) {
      isReachable = next
      reliable.setReachable(next)
      peer.setReachable(next)
    },
    peer: () => peer,
    close() {
      stopHearing()
      reliable.close()
      peer.close()
    },
  }
}
