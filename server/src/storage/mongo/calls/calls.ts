import { callRoles } from '@expertconnect/contract/calls/shapes'
import { mongo } from 'mongoose'
import { setTimeout as delay } from 'node:timers/promises'
import type { SeatState, Signal } from '../../../domain/calls/seat.ts'
import type { CallStorage, SeatTaken } from '../../port/calls.ts'
import { Unavailable } from '../../port/unavailable.ts'
import { sittingSince } from '../../rules/seats.ts'
import type { SeatDoc, SignalDoc } from '../engine/documents.ts'
import { isDuplicate } from '../engine/faults.ts'
import type { Models } from '../engine/models.ts'
import type { Presence } from './presence.ts'
import { freed } from './seats.ts'

const tries = 20
const pauseMs = 25

export function createCalls(
  { seats, signals }: Pick<Models, 'seats' | 'signals'>,
  presence: Presence,
  serverId: string,
): CallStorage {
  const seatOf = seatReader(serverId)

  /** Whether it is the next version: of two that follow the same one, one is. */
  async function follow(before: SeatDoc | null, next: SeatDoc): Promise<boolean> {
    if (before) {
      const filter = { _id: next._id, version: before.version }
      return (await seats.replaceOne(filter, next)).matchedCount === 1
    }
    try {
      await seats.create([next])
      return true
    } catch (error) {
      if (isDuplicate(error)) return false
      throw error
    }
  }

  async function takeSeat({ bookingId, role, seat, now, until }: SeatTaken): Promise<SeatState> {
    await presence.begin()
    const _id = nameOf({ bookingId, role })
    for (let attempt = 0; attempt < tries; attempt++) {
      const before = await seats.findById(_id).read('primary').readConcern('local').lean()
      const version = (before?.version ?? 0) + 1
      const since = sittingSince(before, now)
      const taken = { bookingId, role, seat, since, version, server: serverId }
      const next: SeatDoc = { _id, ...taken, until: new Date(until) }
      if (await follow(before, next)) return seatOf(next)
      await delay(pauseMs)
    }
    throw new Unavailable('others took the same seat all the time')
  }

  return {
    takeSeat,

    async freeSeat({ bookingId, role, version }, absence) {
      const before = await seats.findById(nameOf({ bookingId, role })).lean()
      if (before?.version !== version || before.seat === null) return false
      return follow(before, freed(before, absence))
    },

    async listSeats(bookingId) {
      await presence.begin()
      const names = callRoles.map((role) => nameOf({ bookingId, role }))
      const docs = await seats.find({ _id: { $in: names } }).lean()
      return docs.map(seatOf)
    },

    async pass(signal, now) {
      const doc: SignalDoc = { _id: new mongo.ObjectId(), ...signal, at: new Date(now) }
      // What a lost primary takes with it is sent again by whoever said it.
      await signals.collection.insertOne(doc, { writeConcern: { w: 1 } })
    },
  }
}

/** How a server reads what is stored: it knows its own seats. */
export function seatReader(serverId: string): (doc: SeatDoc) => SeatState {
  return ({ bookingId, role, seat, absence, since, version, server }) => ({
    bookingId,
    role,
    seat,
    ...(absence === undefined ? {} : { absence }),
    ...(since === undefined ? {} : { since }),
    version,
    isHere: server === serverId,
  })
}

export function signalOf({ bookingId, from, to, body }: SignalDoc): Signal {
  return { bookingId, from, to, body }
}

function nameOf({ bookingId, role }: Pick<SeatState, 'bookingId' | 'role'>): string {
  return `${bookingId}:${role}`
}
