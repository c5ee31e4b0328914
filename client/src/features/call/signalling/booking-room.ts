import type { Call } from '@expertconnect/contract/calls/shapes'
import type { CallEnd } from '@expertconnect/contract/realtime'
import { problems } from '@expertconnect/contract/problems'
import { randomId } from '../../../lib/browser/random-id.ts'
import { serverNow } from '../../../lib/time/server-clock.ts'
import { call as request } from '../../../server/api/client.ts'
import { ApiProblem } from '../../../server/api/problem.ts'
import { type CallRoom, enterCallRoom } from '../../../server/live/call-room.ts'
import { createOthers } from './others.ts'
import type { Room, RoomListener } from './room.ts'

/** A ticket lives for a minute. */
const freshTicket = 30_000
const freshServers = 20_000

/** The room of a booking: `call` is what the lobby has read of it, `token` the link that somebody came with. */
export function openBookingRoom({ call, token }: { call: Call; token?: string }): Room {
  const { bookingId, role } = call
  const seat = randomId()
  let known: Call | null = call
  let reading: Promise<Call> | null = null
  let door: CallRoom | null = null

  /** As it is, or was at most so long ago. */
  async function read(age: number): Promise<Call> {
    if (known && serverNow() - Date.parse(known.now) < age) return known
    reading ??= request(
      'getCall',
      { params: { id: bookingId } },
      token === undefined ? {} : { bearer: token },
    ).finally(() => (reading = null))
    known = await reading
    return known
  }

  /** The first may be the lobby's, to save the time; each later one is fresh, and policy was asked for it. */
  function ticketing() {
    let age = freshTicket
    return async () => {
      const { ticket } = await read(age)
      age = 0
      if (ticket !== undefined) return ticket
      throw new ApiProblem({
        type: 'about:blank',
        ...problems.room_closed,
        code: 'room_closed',
      })
    }
  }

  /** Why somebody who was in the room is refused now. */
  async function endNow(): Promise<CallEnd> {
    try {
      const { state } = await read(0)
      if (state === 'cancelled' || state === 'over') return state
      return state === 'early' ? 'moved' : 'removed'
    } catch {
      return 'removed'
    }
  }

  function enter(listener: RoomListener): Promise<void> {
    return new Promise((resolve, reject) => {
      let hasEntered = false
      const others = createOthers(
        (to, body) => entered.send(to, body),
        (side, absence) => listener.other(side, absence),
      )
      const entered = enterCallRoom(
        { bookingId, seat, ticket: ticketing() },
        {
          seats(seats, absence) {
            hasEntered = true
            const why = absence?.role === role ? undefined : absence?.why
            others.seen(role === 'expert' ? seats.customer : seats.expert, why)
            resolve()
          },
          signal: (from, body) => others.heard(from, body),
          reachable: (isReachable) => listener.reachable(isReachable),
          ended(reason) {
            resolve()
            listener.ended(reason)
          },
          refused(problem) {
            if (hasEntered) void endNow().then((reason) => listener.ended(reason))
            else reject(new ApiProblem(problem))
          },
        },
      )
      door = entered
    })
  }

  return {
    role,
    seat,
    iceServers: async () => (await read(freshServers)).iceServers,
    enter,
    leave: () => door?.leave(),
    check: () => door?.check(),
    report(fault) {
      const options = token === undefined ? {} : { bearer: token }
      request('reportCall', { params: { id: bookingId }, body: { fault } }, options).catch(
        () => undefined,
      )
    },
  }
}
