import { otherRole } from '@expertconnect/contract/calls/other-role'
import { CallJoin, CallLeave, CallSignal, CallWatch } from '@expertconnect/contract/realtime'
import { createBudget } from '../base/budgets.ts'
import { logFault } from '../base/log.ts'
import { Refused } from '../base/problem.ts'
import { type Committed, isBooking } from '../domain/bookings/booking.ts'
import { refusedBy } from '../services/calls/entry.ts'
import type { Signal } from '../domain/calls/seat.ts'
import { createCallRecords } from './call-records.ts'
import { callRoom, createCallRooms, type Guest, type Place, type Visit } from './call-rooms.ts'
import { type SeatOptions, createCallSeats, seatsOf } from './call-seats.ts'
import { type ClientSocket, type Commands, demandLeft, type Sockets } from './commands.ts'

/** At most so much later than its time a room is closed. */
const sweepMs = 500
/** A connection is described in a dozen signals, and again when it breaks. */
const signalPace = { perSecond: 40, burst: 200 }
/** Of characters. What is said to a line that takes nothing waits in memory until that line is called dead. */
const signalVolume = { perSecond: 65_536, burst: 2_097_152 }

interface CallOptions extends SeatOptions {
  /** The server's clock, as a client reads it. */
  readonly now: () => string
}

/** The room of a booking: who is let in and who must go, and what its two sides say to each other. */
export function createCalls(sockets: Sockets, options: CallOptions) {
  const { entry, logger, now } = options
  const rooms = createCallRooms()
  const records = createCallRecords(rooms, options)
  const seats = createCallSeats(sockets, rooms, records, options)

  /** Lets a socket into the lobby, in place of where it was before. What it sits on there it keeps. */
  async function enter(socket: ClientSocket, ticket: string): Promise<Visit> {
    const pass = entry.readTicket(ticket)
    const before = rooms.visitOf(socket)
    // It hears of changes from here on, so that none falls between looking and being there.
    const visit = rooms.begin(socket, pass)
    const { room } = visit
    try {
      let guest: Guest
      do {
        visit.isDoubted = false
        const { record, person } = await entry.admit(pass)
        guest = { pass, person }
        if (!room.record || room.record.version < record.version) room.record = record
        await seats.demandSeats(room)
      } while (visit.isDoubted)
      const refusal = visit.ended ?? seats.refusalOf(room, guest)
      if (refusal) throw refusedBy(refusal)
      visit.guest = guest
    } catch (error) {
      rooms.end(visit)
      throw error
    }
    if (before && !before.ended) {
      if (before.room === room && before.pass.role === pass.role) rooms.handOver(before, visit)
      else seats.leave(before, 'left')
    }
    rooms.settle(visit)
    // One that is gone already would stay in the list of rooms for ever.
    if (socket.connected) await socket.join(callRoom(room.bookingId))
    return visit
  }

  function deliver(place: Place, from: string, body: string): void {
    const { bookingId } = place.room
    place.visit?.socket.emit('callSignal', { bookingId, from, body })
  }

  const sweeping = setInterval(() => {
    for (const room of rooms.all()) {
      if (room.record && entry.isOver(room.record)) seats.recheck(room)
    }
  }, sweepMs).unref()

  return {
    serve(socket: ClientSocket, on: Commands): void {
      // One after the other: who leaves while they come in has left.
      let last: Promise<unknown> = Promise.resolve()
      const inTurn = <T>(work: () => Promise<T> | T): Promise<T> => {
        const mine = last.then(work)
        last = mine.catch(() => undefined)
        return mine
      }
      const spendVolume = createBudget(signalVolume)
      on('call:watch', CallWatch, ({ ticket }) =>
        inTurn(async () => {
          const { room } = await enter(socket, ticket)
          return { now: now(), seats: seatsOf(room) }
        }),
      )
      on('call:join', CallJoin, ({ ticket, seat }) =>
        inTurn(async () => {
          const visit = await enter(socket, ticket)
          await seats.sit(visit, seat)
          return { now: now(), seats: seatsOf(visit.room) }
        }),
      )
      on(
        'call:signal',
        CallSignal,
        async ({ to, body }) => {
          const place = rooms.visitOf(socket)?.place
          if (!place) throw new Refused('not_found')
          demandLeft(spendVolume(body.length))
          const { room, role, seat: from } = place
          const other = otherRole(role)
          const there = room.places.get(other)
          if (there?.seat === to) {
            deliver(there, from, body)
            return null
          }
          if (room.states.get(other)?.seat !== to) throw new Refused('not_found')
          await entry.pass({ bookingId: room.bookingId, from, to, body })
          return null
        },
        { pace: signalPace },
      )
      on('call:leave', CallLeave, () =>
        inTurn(() => {
          const visit = rooms.visitOf(socket)
          if (visit) seats.leave(visit, 'left')
          return null
        }),
      )
      socket.on('disconnect', () => void inTurn(() => seats.away(socket)))
    },

    changed({ record }: Committed): void {
      const room = rooms.find(record.id)
      if (!room || !isBooking(record)) return
      if (room.record && room.record.version >= record.version) return
      room.record = record
      seats.recheck(room)
    },

    sessionEnded(id: string): void {
      for (const room of rooms.all()) {
        const isOfIt = ({ pass: { proof } }: Pick<Guest, 'pass'>) =>
          proof.kind === 'session' && proof.sessionId === id
        seats.endAll([...room.visits].filter(isOfIt).map((visit) => [visit, 'removed']))
        for (const place of room.places.values()) {
          if (isOfIt(place.guest)) seats.vacate(place, 'removed')
        }
      }
    },

    /** Comes back when those who may not be there any more have been sent away. */
    async personChanged(id: string): Promise<void> {
      const isTheirs = ({ pass: { proof } }: Pick<Guest, 'pass'>) =>
        proof.kind === 'session' && proof.personId === id
      for (const room of rooms.all()) {
        const visits = [...room.visits].filter(isTheirs)
        const guests = [...room.places.values()].map(({ guest }) => guest).filter(isTheirs)
        for (const visit of visits) visit.isDoubted = true
        const known = new Set([...guests, ...visits.flatMap(({ guest }) => guest ?? [])])
        try {
          for (const guest of known) guest.person = await entry.findPerson(guest.pass)
        } catch (error) {
          // Their sockets are sent away, and policy is asked again when they come back.
          logFault(logger, error, { bookingId: room.bookingId })
        }
        if (known.size > 0) seats.recheck(room)
      }
    },

    seatChanged: seats.seatChanged,

    signalled({ bookingId, from, to, body }: Signal): void {
      for (const place of rooms.find(bookingId)?.places.values() ?? []) {
        if (place.seat === to) deliver(place, from, body)
      }
    },

    /** Changes went unheard: who sits where is read again. */
    lookAgain(): void {
      for (const room of rooms.all()) {
        room.read = undefined
        seats
          .demandSeats(room)
          .catch((error: unknown) => logFault(logger, error, { bookingId: room.bookingId }))
      }
    },

    close(): void {
      seats.close()
      records.close()
      clearInterval(sweeping)
    },

    /** When all sockets were sent away. */
    freeSeats: (): Promise<void> => seats.freeAll(),
  }
}
