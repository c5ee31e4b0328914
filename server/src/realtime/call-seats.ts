import { setTimeout as delay } from 'node:timers/promises'
import type { CallEnd, Seats } from '@expertconnect/contract/realtime'
import type { Logger } from 'pino'
import { logFault } from '../base/log.ts'
import { Refused } from '../base/problem.ts'
import { type Admission, refusedBy } from '../services/calls/entry.ts'
import type { Services } from '../services/services.ts'
import type { Absence, SeatState } from '../domain/calls/seat.ts'
import {
  type CallRooms,
  callRoom,
  type Guest,
  type Place,
  type Room,
  type Visit,
} from './call-rooms.ts'
import type { CallRecords } from './call-records.ts'
import type { ClientSocket, Sockets } from './commands.ts'

/** So long a seat is kept for whoever lost their line. */
const graceMs = 4000
const retryMs = 1000
/** A server that stops does not wait longer for its seats to be freed; the others miss it soon. */
const stopMs = 2000

export interface SeatOptions {
  readonly entry: Services['callEntry']
  readonly logger: Logger
  /** What others commit goes unheard, and all sockets were sent away for it. */
  readonly isDeaf: () => boolean
}

/** Who sits in a call, from taking a seat to why it is empty; all who have to do with the call are told. */
export function createCallSeats(
  sockets: Sockets,
  rooms: CallRooms,
  records: CallRecords,
  { entry, logger, isDeaf }: SeatOptions,
) {
  /** Who has asked for a seat and was not given it yet. */
  const taking = new Map<Visit, string>()
  let closed = false

  /** Comes back when it is known who sits there. */
  async function demandSeats(room: Room): Promise<void> {
    room.read ??= entry.listSeats(room.bookingId).then((states) => states.forEach(seatChanged))
    try {
      await room.read
    } catch (error) {
      room.read = undefined
      throw error
    }
  }

  async function sit(visit: Visit, seat: string): Promise<void> {
    const { room, pass, guest } = visit
    if (visit.place?.seat === seat || !guest || !room.record) return
    // Nobody is thrown out for a line that is gone.
    if (!visit.socket.connected) throw new Refused('not_found')
    // Another one of this very socket: nobody is told of the first.
    if (visit.place) rooms.stand(visit.place)
    const { record } = room
    taking.set(visit, seat)
    try {
      const state = await entry.takeSeat({ ...guest, record }, seat)
      const held = room.places.get(pass.role)
      const isSame = held?.seat === seat
      // The same page with a new line: whatever is left of the old one goes without a word to others. Only of a line that
      // broke meanwhile it is the other way round.
      if (isSame && visit.socket.connected) giveWay(held)
      seatChanged(state)
      if (isSame && !visit.socket.connected) throw new Refused('not_found')
      if (visit.ended) {
        void free(state, 'removed')
        throw refusedBy(visit.ended)
      }
      if (room.states.get(pass.role)?.version === state.version) {
        rooms.sit(visit, state)
        records.came(state)
        void tellTheOther({ ...guest, record })
      } else endAll([[visit, 'taken_over']])
    } finally {
      taking.delete(visit)
      const known = room.states.get(pass.role)
      if (known) freeOrphan(known)
    }
  }

  /** Nobody is kept from a call because the other side cannot be told of it. */
  async function tellTheOther(admission: Admission): Promise<void> {
    try {
      await entry.tellTheOther(admission)
    } catch (error) {
      logFault(logger, error, { bookingId: admission.record.id })
    }
  }

  /** The store gave no answer, and this server the seat to nobody; still it was taken, for longer than anybody waits. */
  function freeOrphan(state: SeatState): void {
    const { bookingId, role, seat, isHere } = state
    if (seat === null || !isHere || [...taking.values()].includes(seat)) return
    if (rooms.find(bookingId)?.places.get(role)?.seat !== seat) void free(state, 'lost')
  }

  function refusalOf(room: Room, { pass, person }: Guest): CallEnd | null {
    return room.record ? entry.refuse({ pass, person, record: room.record }) : null
  }

  /** Frees a seat however long the store does not answer: a later version of it is left alone. */
  async function free(state: SeatState, absence: Absence): Promise<void> {
    const write = records.went(state, absence)
    while (!closed) {
      try {
        if (await entry.freeSeat(state, absence)) await write()
        return
      } catch (error) {
        logFault(logger, error, { bookingId: state.bookingId, role: state.role })
        await delay(retryMs, undefined, { ref: false })
      }
    }
  }

  function vacate(place: Place, absence: Absence): void {
    if (rooms.stand(place)) void free(place.state, absence)
  }

  /**
   * To the same page on another line, here or at another server. Which of them is dead is not known: this one is ended as
   * if it had broken, and a page that is still on it comes back by itself.
   */
  function giveWay(place: Place): void {
    const { visit } = place
    if (!rooms.stand(place) || !visit) return
    out(visit)
    visit.socket.disconnect(true)
  }

  /** Of a seat that is somebody else's now. */
  function release(place: Place, reason: CallEnd): void {
    const { visit } = place
    if (rooms.stand(place) && visit) endAll([[visit, reason]])
  }

  function out(visit: Visit): void {
    rooms.end(visit)
    void visit.socket.leave(callRoom(visit.room.bookingId))
  }

  function leave(visit: Visit, absence: Absence): void {
    const { place } = visit
    out(visit)
    if (place) vacate(place, absence)
  }

  /** Those who may not be there any more hear of nothing but that, whoever else is sent away with them. */
  function endAll(ends: readonly (readonly [Visit, CallEnd])[]): void {
    for (const [visit, reason] of ends) {
      visit.ended = reason
      // Who is only being looked at is refused instead.
      if (!visit.guest) continue
      out(visit)
      visit.socket.emit('callEnded', { bookingId: visit.room.bookingId, reason })
    }
    for (const [{ place }] of ends) if (place) vacate(place, 'removed')
  }

  /** Sends away whoever may not be in this room as things are now. */
  function recheck(room: Room): void {
    const ends = [...room.visits].flatMap((visit) => {
      const refusal = visit.guest && refusalOf(room, visit.guest)
      return refusal ? [[visit, refusal] as const] : []
    })
    endAll(ends)
    for (const place of room.places.values()) {
      if (refusalOf(room, place.guest)) vacate(place, 'removed')
    }
  }

  function lost(place: Place): void {
    place.grace = setTimeout(() => {
      // Nobody could come back: they have as long again from when they can.
      if (isDeaf()) lost(place)
      else vacate(place, 'lost')
    }, graceMs).unref()
  }

  function away(socket: ClientSocket): void {
    const visit = rooms.visitOf(socket)
    if (!visit || closed) return
    const { place } = visit
    if (place) {
      place.visit = undefined
      visit.place = undefined
      lost(place)
    }
    out(visit)
  }

  function seatChanged(state: SeatState): void {
    freeOrphan(state)
    const room = rooms.find(state.bookingId)
    const known = room?.states.get(state.role)
    if (!room || (known && known.version >= state.version)) return
    room.states.set(state.role, state)
    const place = room.places.get(state.role)
    if (place?.seat === state.seat && state.isHere) place.state = state
    else if (place?.visit && state.seat === null) void retake(place)
    else if (place?.seat === state.seat) giveWay(place)
    else if (place) release(place, 'taken_over')
    if ((known?.seat ?? null) === state.seat) return
    const { bookingId, role, absence } = state
    sockets.to(callRoom(bookingId)).emit('callUpdated', {
      bookingId,
      seats: seatsOf(room),
      ...(absence ? { absence: { role, why: absence } } : {}),
    })
  }

  /** Others took this server for dead, and it is not. */
  async function retake(place: Place): Promise<void> {
    const { visit, seat } = place
    if (!rooms.stand(place) || !visit) return
    try {
      await sit(visit, seat)
    } catch (error) {
      if (!(error instanceof Refused)) logFault(logger, error, { bookingId: place.room.bookingId })
      if (!visit.ended) visit.socket.disconnect(true)
    }
  }

  return {
    demandSeats,
    sit,
    refusalOf,
    leave,
    endAll,
    recheck,
    vacate,
    away,
    seatChanged,
    /** From here on nobody who is away is waited for: they come back to another server. */
    close(): void {
      closed = true
    },

    /**
     * Frees the seats of this server, which nobody would do else before it was missed for seconds. Whoever has come back at
     * another one by then is left alone.
     */
    async freeAll(): Promise<void> {
      const places = rooms.all().flatMap((room) => [...room.places.values()])
      const freed = places.map(async (place) => {
        if (!rooms.stand(place)) return
        const write = records.went(place.state, 'lost')
        try {
          if (await entry.freeSeat(place.state, 'lost')) await write()
        } catch (error) {
          logFault(logger, error, { bookingId: place.room.bookingId })
        }
      })
      await Promise.race([Promise.all(freed), delay(stopMs, undefined, { ref: false })])
    },
  }
}

export function seatsOf({ states }: Room): Seats {
  const taken = [...states.values()].flatMap(({ role, seat }) =>
    seat === null ? [] : [[role, seat]],
  )
  return Object.fromEntries(taken) as Seats
}
