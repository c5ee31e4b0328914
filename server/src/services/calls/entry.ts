import { otherRole } from '@expertconnect/contract/calls/other-role'
import { randomUUID } from 'node:crypto'
import type { CallEnd } from '@expertconnect/contract/realtime'
import type { Deps } from '../../base/deps.ts'
import { Refused } from '../../base/problem.ts'
import { type BookingRecord, isBooking } from '../../domain/bookings/booking.ts'
import type { CallEvent } from '../../domain/calls/call-event.ts'
import { type Pass, refuseEntry } from '../../domain/calls/entry.ts'
import { roomClosesAt } from '../../domain/calls/room.ts'
import { waitingMessage } from '../../domain/messages/message.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Absence, SeatState, Signal } from '../../domain/calls/seat.ts'
import { listBehind } from '../bookings/overruns.ts'

/** Who was let in, and what that was decided by. */
export interface Admission {
  readonly pass: Pass
  readonly record: BookingRecord
  /** Whose session it rests on; null where it rests on a link. */
  readonly person: Person | null
}

/** Going into a room, being there, and being told to go. */
export function createCallEntry({ storage, clock, tokens }: Deps) {
  /** Of this run: what it writes of calls is compared by its own clock alone. */
  const server = randomUUID()
  let written = 0

  /** As they are now; null where their session is over, or there was none. */
  async function findPerson({ proof }: Pass): Promise<Person | null> {
    if (proof.kind !== 'session') return null
    const { sessionId, personId } = proof
    const [person, sessions] = await Promise.all([
      storage.people.find(personId),
      storage.people.listSessions(personId, clock()),
    ])
    return sessions.some(({ id }) => id === sessionId) ? person : null
  }

  /** Why they may not be there, by what is known of them. */
  function refuse({ pass, record, person }: Admission): CallEnd | null {
    return refuseEntry(pass, record, person, clock())
  }

  return {
    /** What a ticket says. Whoever has none that is good learns nothing. */
    readTicket(ticket: string): Pass {
      const pass = tokens.readCall(ticket, clock())
      if (pass === null) throw new Refused('not_found')
      return pass
    },

    /** Lets somebody in as they are now. Throws why not. */
    async admit(pass: Pass): Promise<Admission> {
      const [record, person] = await Promise.all([
        storage.bookings.find(pass.bookingId),
        findPerson(pass),
      ])
      if (!isBooking(record)) throw new Refused('not_found')
      const admission = { pass, record, person }
      const refusal = refuse(admission)
      if (refusal !== null) throw refusedBy(refusal)
      return admission
    },

    refuse,
    findPerson,

    listSeats: (bookingId: string): Promise<readonly SeatState[]> =>
      storage.calls.listSeats(bookingId),

    takeSeat({ pass, record }: Admission, seat: string): Promise<SeatState> {
      const { bookingId, role } = pass
      return storage.calls.takeSeat({
        bookingId,
        role,
        seat,
        now: clock(),
        until: roomClosesAt(record),
      })
    },

    /** Owes the other side a word that somebody is there, unless they have been there themselves. */
    async tellTheOther({ pass, record }: Admission): Promise<void> {
      const other = otherRole(pass.role)
      const seats = await storage.calls.listSeats(record.id)
      if (seats.some(({ role }) => role === other)) return
      await storage.messages.owe(waitingMessage(record, other, clock()))
    },

    freeSeat: (state: SeatState, absence: Absence): Promise<boolean> =>
      storage.calls.freeSeat(state, absence),

    /** The booking of a call, for whoever tells of it. */
    async findBooking(id: string): Promise<BookingRecord | null> {
      const record = await storage.bookings.find(id)
      return isBooking(record) ? record : null
    },

    /** The sessions right behind this one whose customers wait, maybe for an expert who is still in it. */
    listBehind: (previous: BookingRecord): Promise<BookingRecord[]> =>
      listBehind({ storage }, previous, clock()),

    /** What happened at this moment to whoever sits or sat there. */
    eventOf({ bookingId, role }: SeatState, seat: string, kind: CallEvent['kind']): CallEvent {
      const id = `${server}-${++written}`
      return { id, bookingId, role, kind, seat, at: clock(), server }
    },

    note: (events: readonly CallEvent[]): Promise<void> => storage.callEvents.append(events),

    /** To whoever sits there, on another server. */
    pass: (signal: Signal): Promise<void> => storage.calls.pass(signal, clock()),

    isOver: (record: BookingRecord): boolean => roomClosesAt(record) <= clock(),
  }
}

/** As a refusal of the catalogue. */
export function refusedBy(end: CallEnd): Refused {
  return new Refused(end === 'removed' ? 'not_found' : 'room_closed')
}
