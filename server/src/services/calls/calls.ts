import { otherRole } from '@expertconnect/contract/calls/other-role'
import type { Call, CallFault, CallRole, IceServer } from '@expertconnect/contract/calls/shapes'
import type { Actor } from '../../base/actor.ts'
import type { Deps } from '../../base/deps.ts'
import { Refused } from '../../base/problem.ts'
import type { BookingRecord } from '../../domain/bookings/booking.ts'
import { callRoleOf, type Pass } from '../../domain/calls/entry.ts'
import { relayedUntil, roomClosesAt, roomOpensAt, roomStateOf } from '../../domain/calls/room.ts'
import { meetingUrlOf } from '../../domain/experts/meeting-url.ts'
import { formatInstant, minute, plus } from '../../domain/time/instant.ts'
import { findVisible } from '../bookings/bookings.ts'
import { presentMoreTime } from '../bookings/more-time.ts'
import { isExpertHeldUp } from '../bookings/overruns.ts'
import { presentSaidLate } from '../bookings/present.ts'
import { expertOf } from '../experts/find.ts'
import { passOf } from './pass.ts'

const ticketLife = minute

/** What a side of a booking is told of its call. Being in it is in `entry.ts`. */
export function createCalls(deps: Deps) {
  const { storage, clock, tokens } = deps

  /** The booking and the side of it that the actor is. Administrators see that it is there, and have no side. */
  async function demandSide(
    actor: Actor,
    id: string,
  ): Promise<{ record: BookingRecord; role: CallRole }> {
    const { record, parties } = await findVisible(deps, actor, id)
    const role = callRoleOf(parties)
    if (role === null) throw new Refused('forbidden')
    return { record, role }
  }

  function ticketFor(pass: Pass): string {
    return tokens.forCall(pass, plus(clock(), ticketLife))
  }

  return {
    async read(actor: Actor, id: string): Promise<Call> {
      const { record, role } = await demandSide(actor, id)
      const now = clock()
      const [expert, seats] = await Promise.all([
        expertOf(storage, record.expertId),
        storage.calls.listSeats(id),
      ])
      const [more, isHeldUp] = await Promise.all([
        presentMoreTime(deps, record, expert, role, now),
        role === 'customer' && isExpertHeldUp(deps, record, seats, now),
      ])
      const state = roomStateOf(record, now)
      const sideOf = (of: CallRole) => ({
        name: of === 'customer' ? record.customer.name : expert.name,
        // Of a room that is closed nobody is told who sat there last.
        isThere: state === 'open' && seats.some((each) => each.role === of && each.seat !== null),
        ...lateOf(record, of),
      })
      const hasCall = state === 'early' || state === 'open'
      const until = relayedUntil(record, now)
      // When no path was found is the time to need it. Nobody books and cancels to learn it, or comes by it later on.
      const meetingUrl = state === 'open' ? meetingUrlOf(expert, record) : undefined
      const demoPath = state === 'open' ? deps.demoPath(record, role) : undefined
      return {
        bookingId: id,
        version: record.version,
        role,
        state,
        now: formatInstant(now),
        startsAt: formatInstant(record.startsAt),
        endsAt: formatInstant(record.endsAt),
        opensAt: formatInstant(roomOpensAt(record)),
        closesAt: formatInstant(roomClosesAt(record)),
        expert: { slug: expert.slug, name: expert.name, photoUrl: expert.photoUrl },
        self: sideOf(role),
        other: {
          ...sideOf(otherRole(role)),
          ...(isHeldUp ? { heldUp: true } : {}),
        },
        ...more,
        iceServers: hasCall ? [...deps.iceServers({ bookingId: id, role, until })] : [],
        ...(meetingUrl !== undefined && { meetingUrl }),
        ...(demoPath !== undefined && { demoPath }),
        ...(state === 'open'
          ? { ticket: ticketFor(passOf(tokens, actor, record, role, now)) }
          : {}),
      }
    },

    /** A side tells why its browser found no way. */
    async report(actor: Actor, id: string, fault: CallFault): Promise<void> {
      const { role } = await demandSide(actor, id)
      await deps.callFaults.note(fault, { bookingId: id, role })
    },

    practice(): { iceServers: IceServer[] } {
      return { iceServers: [...deps.practiceIceServers] }
    },
  }
}

function lateOf(record: BookingRecord, role: CallRole) {
  const said = record.state === 'booked' ? record.late?.[role] : undefined
  return said ? { late: presentSaidLate(said) } : {}
}
