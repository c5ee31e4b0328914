import { callRoles } from '@expertconnect/contract/calls/shapes'
import { day, hour, type Instant, plus } from '../../../domain/time/instant.ts'
import type { SeatState } from '../../../domain/calls/seat.ts'
import type { CallStorage } from '../../port/calls.ts'
import { sittingSince } from '../../rules/seats.ts'
import type { Tell } from '../../rules/listeners.ts'

interface Kept {
  readonly state: SeatState
  readonly until: Instant
}

/** In memory alone: one server has the file to itself, and all sockets end with it. */
export function createCalls(tell: Tell): CallStorage {
  const seats = new Map<string, Kept>()
  let sweptAt: Instant | undefined

  function keep(state: SeatState, until: Instant): void {
    seats.set(nameOf(state), { state, until })
    tell((listener) => listener.seatChanged?.(state))
  }

  function sweep(now: Instant): void {
    sweptAt ??= now
    if (now < plus(sweptAt, hour)) return
    sweptAt = now
    for (const [name, { until }] of seats) if (plus(until, day) <= now) seats.delete(name)
  }

  return {
    async takeSeat({ bookingId, role, seat, now, until }) {
      sweep(now)
      const before = seats.get(nameOf({ bookingId, role }))?.state
      const version = (before?.version ?? 0) + 1
      const since = sittingSince(before, now)
      const state = { bookingId, role, seat, since, version, isHere: true }
      keep(state, until)
      return state
    },

    async freeSeat({ bookingId, role, version }, absence) {
      const kept = seats.get(nameOf({ bookingId, role }))
      if (kept?.state.version !== version || kept.state.seat === null) return false
      keep({ ...kept.state, seat: null, absence, version: version + 1 }, kept.until)
      return true
    },

    async listSeats(bookingId) {
      return callRoles.flatMap((role) => seats.get(nameOf({ bookingId, role }))?.state ?? [])
    },

    async pass(signal) {
      tell((listener) => listener.signalled?.(signal))
    },
  }
}

function nameOf({ bookingId, role }: Pick<SeatState, 'bookingId' | 'role'>): string {
  return `${bookingId}:${role}`
}
