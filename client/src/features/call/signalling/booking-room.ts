import type { Call } from '@expertconnect/contract/calls/shapes'
import type { Room } from './room.ts'

/** The room of a booking: `call` is what the lobby has read of it, `token` the link that somebody came with. */
export function openBookingRoom(_from: { call: Call; token?: string }): Room {
  throw new Error('Comes with the engine')
}
