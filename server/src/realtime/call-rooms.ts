import type { CallRole } from '@expertconnect/contract/calls/shapes'
import type { CallEnd } from '@expertconnect/contract/realtime'
import type { BookingRecord } from '../domain/bookings/booking.ts'
import type { Pass } from '../domain/calls/entry.ts'
import type { Person } from '../domain/people/person.ts'
import type { SeatState } from '../domain/calls/seat.ts'
import type { ClientSocket } from './commands.ts'

/** The lobby and the room of one booking. */
export const callRoom = (bookingId: string) => `call:${bookingId}`

/** Who was let in, as they were last looked at. */
export interface Guest {
  readonly pass: Pass
  person: Person | null
}

/** One socket in the lobby of a call, or on a seat of it. */
export interface Visit {
  readonly socket: ClientSocket
  readonly room: Room
  readonly pass: Pass
  /** Left out while it is being looked at. */
  guest?: Guest
  place?: Place | undefined
  /** Whoever it is has changed since they were looked at. */
  isDoubted?: boolean
  ended?: CallEnd
}

/** A seat whose page has, or had until a moment ago, its socket on this server. */
export interface Place {
  readonly room: Room
  readonly role: CallRole
  readonly seat: string
  readonly guest: Guest
  /** As it was last taken: what is freed is this version of it. */
  state: SeatState
  /** Left out while the line is lost. */
  visit?: Visit | undefined
  grace?: NodeJS.Timeout
}

/** A call that somebody on this server has to do with. */
export interface Room {
  readonly bookingId: string
  /** The latest version that was seen here. */
  record?: BookingRecord
  /** Settles when it is known who sits there; left out where it must be read. */
  read?: Promise<void> | undefined
  /** The sides as they are, wherever their sockets are. */
  readonly states: Map<CallRole, SeatState>
  readonly places: Map<CallRole, Place>
  readonly visits: Set<Visit>
}

export type CallRooms = ReturnType<typeof createCallRooms>

/** The calls of this server, for as long as somebody here has to do with them. */
export function createCallRooms() {
  const rooms = new Map<string, Room>()
  const visits = new Map<ClientSocket, Visit>()

  function roomOf(bookingId: string): Room {
    const known = rooms.get(bookingId)
    if (known) return known
    const room: Room = { bookingId, states: new Map(), places: new Map(), visits: new Set() }
    rooms.set(bookingId, room)
    return room
  }

  function dropIfEmpty(room: Room): void {
    if (room.visits.size > 0 || room.places.size > 0) return
    if (rooms.get(room.bookingId) === room) rooms.delete(room.bookingId)
  }

  return {
    all: (): Room[] => [...rooms.values()],
    find: (bookingId: string): Room | undefined => rooms.get(bookingId),
    /** Where this socket was let in. */
    visitOf: (socket: ClientSocket): Visit | undefined => visits.get(socket),

    /** It is being looked at, and hears of nothing yet. */
    begin(socket: ClientSocket, pass: Pass): Visit {
      const visit: Visit = { socket, room: roomOf(pass.bookingId), pass }
      visit.room.visits.add(visit)
      return visit
    },

    settle(visit: Visit): void {
      visits.set(visit.socket, visit)
    },

    /** What one visit of a socket sits on, to the next one of the same side. */
    handOver(from: Visit, to: Visit): void {
      from.room.visits.delete(from)
      const { place } = from
      if (!place || !to.guest) return
      const moved = { ...place, guest: to.guest, visit: to }
      to.place = moved
      to.room.places.set(place.role, moved)
    },

    sit(visit: Visit, state: SeatState): void {
      const { room, guest } = visit
      const { role, seat } = state
      if (!guest || seat === null) return
      const place = { room, role, seat, guest, state, visit }
      visit.place = place
      room.places.set(role, place)
    },

    /** Takes a seat out of this server's hands; false if it was not in them. */
    stand(place: Place): boolean {
      const { room, role } = place
      clearTimeout(place.grace)
      if (room.places.get(role) !== place) return false
      room.places.delete(role)
      if (place.visit) place.visit.place = undefined
      dropIfEmpty(room)
      return true
    },

    /** Neither in the lobby nor on a seat any more; a seat that it sat on stays taken. */
    end(visit: Visit): void {
      visit.room.visits.delete(visit)
      if (visits.get(visit.socket) === visit) visits.delete(visit.socket)
      dropIfEmpty(visit.room)
    },
  }
}
