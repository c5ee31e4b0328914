import type { mongo } from 'mongoose'
import type { Committed } from '../../../domain/bookings/booking.ts'
import type { SeatState, Signal } from '../../../domain/calls/seat.ts'
import type { Tell } from '../../rules/listeners.ts'
import type { BookingDoc, ExpertDoc, SeatDoc, SignalDoc } from './documents.ts'

export type HeardDoc = BookingDoc | SeatDoc | SignalDoc
export type HeardEvent = mongo.ChangeStreamDocument<HeardDoc>

/** What a document is after the change. */
export type Version = number | 'gone'

/** What was written, in the words of the port. */
export interface Readers {
  readonly committedOf: (doc: BookingDoc) => Committed
  readonly seatOf: (doc: SeatDoc) => SeatState
  readonly signalOf: (doc: SignalDoc) => Signal
}

/** What a server hears of all that is written. */
export const pipeline = [
  {
    $match: {
      $or: [
        {
          'ns.coll': 'bookings',
          operationType: { $in: ['insert', 'replace'] },
          'fullDocument.change': { $exists: true },
        },
        {
          'ns.coll': 'experts',
          operationType: 'update',
          'updateDescription.updatedFields.scheduleVersion': { $exists: true },
        },
        {
          'ns.coll': 'experts',
          operationType: 'update',
          'updateDescription.updatedFields.version': { $exists: true },
        },
        {
          'ns.coll': 'experts',
          operationType: 'update',
          'updateDescription.updatedFields.ratedBy': { $exists: true },
        },
        {
          'ns.coll': 'people',
          operationType: 'update',
          'updateDescription.updatedFields.version': { $exists: true },
        },
        { 'ns.coll': 'sessions', operationType: 'delete' },
        { 'ns.coll': 'seats', operationType: { $in: ['insert', 'replace'] } },
        { 'ns.coll': 'signals', operationType: 'insert' },
      ],
    },
  },
]

/** Tells the listeners what an event says. Answers by which name that is waited for, if it may be. */
export function createTelling(tell: Tell, { committedOf, seatOf, signalOf }: Readers) {
  function tellWritten(collection: string, doc: HeardDoc): string | undefined {
    if (collection === 'signals') {
      const signal = signalOf(doc as SignalDoc)
      tell((listener) => listener.signalled?.(signal))
      return undefined
    }
    if (collection === 'seats') {
      const state = seatOf(doc as SeatDoc)
      tell((listener) => listener.seatChanged?.(state))
      return undefined
    }
    const booking = doc as BookingDoc
    const change = committedOf(booking)
    tell((listener) => listener.changed?.([change]))
    return nameOf(booking._id, booking.version)
  }

  function tellUpdated(collection: string, id: string, updated: object): string | undefined {
    const { scheduleVersion, version, ratedBy } = updated as Partial<ExpertDoc>
    if (scheduleVersion !== undefined) {
      tell((listener) => listener.scheduleChanged?.(id))
      return nameOf(id, scheduleVersion)
    }
    if (ratedBy !== undefined) {
      tell((listener) => listener.scheduleChanged?.(id))
      return ratedBy
    }
    if (version === undefined) return undefined
    if (collection === 'experts') {
      tell((listener) => listener.scheduleChanged?.(id))
      return nameOf(profileOf(id), version)
    }
    tell((listener) => listener.personChanged?.(id))
    return nameOf(id, version)
  }

  return function tellOf(event: HeardEvent): string | undefined {
    if (event.operationType === 'insert' || event.operationType === 'replace') {
      return tellWritten(event.ns.coll, event.fullDocument)
    }
    if (event.operationType === 'update') {
      const { updatedFields = {} } = event.updateDescription
      return tellUpdated(event.ns.coll, String(event.documentKey._id), updatedFields)
    }
    if (event.operationType !== 'delete') return undefined
    const id = String(event.documentKey._id)
    tell((listener) => listener.sessionEnded?.(id))
    return nameOf(id, 'gone')
  }
}

/** The schedule of an expert has versions as well. */
export function profileOf(expertId: string): string {
  return `profile of ${expertId}`
}

export function nameOf(id: string, version: Version): string {
  return `${id}@${version}`
}
