import type { ClientSession, Connection } from 'mongoose'
import type { AuditEntry } from '../../../domain/people/audit.ts'
import type {
  SlotRecord,
  LiveRecord,
  OccupiedTime,
  Span,
} from '../../../domain/bookings/booking.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import { cellsOf } from '../../../domain/bookings/occupancy.ts'
import { emailKey } from '../../../domain/people/person.ts'
import { release } from '../../../domain/bookings/transitions.ts'
import type { OccupiedRange, Unproved } from '../../port/bookings.ts'
import { docOf, type OccupiedDoc, occupiedTimeOf, recordOf } from './record-mapper.ts'
import { answerIn } from './answers.ts'
import type { Audit } from '../audit/audit.ts'
import type { BookingDoc } from '../engine/documents.ts'
import { isDuplicate } from '../engine/faults.ts'
import type { Feed } from '../engine/feed.ts'
import type { Models } from '../engine/models.ts'

/** `stale`: the stored version is not one below. `duplicate`: a cell or a key belongs to another record. */
export type Written = 'done' | 'stale' | 'duplicate'

/** Read from an index, in which what a document lacks is null. */
type UnprovedDoc = Pick<BookingDoc, '_id' | 'network' | 'createdAt' | 'startsAt' | 'until'> & {
  readonly expiresAt?: Instant | null
}

export type Records = ReturnType<typeof createRecords>

/** A hold that expired may be in the way again and again while others take its place: then they have it. */
const attempts = 4

export function createRecords(
  connection: Connection,
  { bookings }: Pick<Models, 'bookings'>,
  audit: Audit,
  feed: Feed,
) {
  /**
   * Documents of records that were found a moment ago: whoever changes one need not read it again. What has happened to it
   * since is told by its version, or is safe to do once more (marks of what is owed and due).
   */
  const docs = new WeakMap<SlotRecord, BookingDoc>()

  /** Answers when this server has told its listeners, so that nobody who was answered reads what was before. */
  async function write(doc: BookingDoc, work: () => Promise<boolean>): Promise<Written> {
    const echo = feed.expect(doc._id, doc.version)
    try {
      if (!(await work())) {
        echo.cancel()
        return 'stale'
      }
    } catch (error) {
      echo.cancel()
      if (isDuplicate(error)) return 'duplicate'
      throw error
    }
    await echo.told
    return 'done'
  }

  function findDoc(id: string): Promise<BookingDoc | null> {
    return bookings.findById(id).lean()
  }

  function insert(doc: BookingDoc): Promise<Written> {
    return write(doc, async () => {
      await bookings.create([doc])
      return true
    })
  }

  /** With an audit entry it is a transaction. */
  function replace(doc: BookingDoc, entry?: AuditEntry): Promise<Written> {
    const { _id, expertId, version } = doc
    const stored = { _id, expertId, version: version - 1 }
    const put = async (session: ClientSession | null): Promise<boolean> => {
      const options = { runValidators: true, ...(session ? { session } : {}) }
      return (await bookings.replaceOne(stored, doc, options)).matchedCount === 1
    }
    if (!entry) return write(doc, () => put(null))
    return write(doc, () =>
      connection.transaction(async (session) => {
        if (!(await put(session))) return false
        await audit.insert(entry, session)
        return true
      }),
    )
  }

  function releaseHold(doc: BookingDoc, now: Instant): Promise<Written> {
    const record = recordOf(doc)
    if (record.state !== 'held') throw new Error(`Record ${doc._id} is no hold`)
    return replace(
      docOf(release(record), {
        answers: doc.answers,
        at: now,
        change: { kind: 'released' },
        due: true,
      }),
    )
  }

  /** Releases expired holds that own a cell of `doc`. False if one of its cells belongs to a live record. */
  async function clearTheWay(doc: BookingDoc, now: Instant): Promise<boolean> {
    // The newest, whether or not a majority has it: the index decides again anyway.
    const owners = await bookings
      .find({ expertId: doc.expertId, active: true, cells: { $in: doc.cells } })
      .readConcern('local')
      .lean()
    const others = owners.filter(({ _id }) => _id !== doc._id)
    const isKept = ({ expiresAt }: BookingDoc) => expiresAt === undefined || expiresAt > now
    if (others.some(isKept)) return false
    for (const other of others) await releaseHold(other, now)
    return true
  }

  /** Writes a document with the cells that it takes. Expired holds never block it, and the unique index decides. */
  async function take(
    doc: BookingDoc,
    now: Instant,
    attempt: () => Promise<Written>,
  ): Promise<Written> {
    for (let round = 0; round < attempts; round++) {
      const written = await attempt()
      if (written !== 'duplicate') return written
      if (!(await clearTheWay(doc, now))) break
    }
    return 'duplicate'
  }

  async function findBoth(id: string) {
    const doc = await findDoc(id)
    if (!doc) return null
    const record = recordOf(doc)
    docs.set(record, doc)
    return { record, doc }
  }

  async function find(id: string): Promise<SlotRecord | null> {
    return (await findBoth(id))?.record ?? null
  }

  async function findWithAnswer(id: string, key: string) {
    const found = await findBoth(id)
    return found && { record: found.record, answer: answerIn(found.doc, { bookingId: id }, key) }
  }

  /** The document of `before`, where it was found here, or as it is now. */
  async function docBefore(id: string, before: SlotRecord | undefined): Promise<BookingDoc | null> {
    return (before && docs.get(before)) ?? findDoc(id)
  }

  async function listOccupied(expertId: string, range: OccupiedRange): Promise<OccupiedTime[]> {
    const docs = await bookings
      .find(
        {
          expertId,
          active: true,
          until: { $gt: range.from },
          startsAt: { $lt: range.to },
        },
        { version: 1, state: 1, startsAt: 1, endsAt: 1, until: 1, expiresAt: 1 },
      )
      .hint('occupied_time')
      .lean<OccupiedDoc[]>()
    // Asked of the server, an alternative would have it fetch every document; few holds have expired and are still there.
    return docs
      .map(occupiedTimeOf)
      .filter((time) => time.state === 'booked' || time.expiresAt > range.now)
      .toSorted((a, b) => a.startsAt - b.startsAt)
  }

  return {
    insert: (doc: BookingDoc, now: Instant) => take(doc, now, () => insert(doc)),
    replace: (doc: BookingDoc, now: Instant, entry?: AuditEntry) =>
      take(doc, now, () => replace(doc, entry)),
    releaseHold,

    docBefore,
    find,
    findWithAnswer,
    listOccupied,

    countHolds: (holder: string, now: Instant, but: string): Promise<number> =>
      bookings.countDocuments({
        state: 'held',
        holder,
        expiresAt: { $gt: now },
        _id: { $ne: but },
      }),

    countBookings: (maker: string, now: Instant, but: string): Promise<number> =>
      bookings.countDocuments({ state: 'booked', maker, endsAt: { $gt: now }, _id: { $ne: but } }),

    async sumUnproved(record: LiveRecord, since: Instant, now: Instant): Promise<Unproved> {
      const docs = await bookings
        .find(
          { expertId: record.expertId, unproved: true, endsAt: { $gt: now } },
          { network: 1, createdAt: 1, startsAt: 1, until: 1, expiresAt: 1 },
        )
        .hint('unproved_time')
        .lean<UnprovedDoc[]>()
      const others = docs.filter(
        ({ _id, expiresAt }) => _id !== record.id && (expiresAt ?? Infinity) > now,
      )
      const sum = (chosen: readonly UnprovedDoc[]): number =>
        chosen.reduce((total, { startsAt, until }) => total + (until - startsAt), 0)
      return {
        network: sum(others.filter(({ network }) => network === record.network)),
        lately: sum(others.filter(({ createdAt }) => createdAt > since)),
      }
    },

    prove: async (email: string, maker: string, now: Instant): Promise<void> => {
      await bookings.updateMany(
        { emailKey: emailKey(email), state: 'booked', endsAt: { $gt: now }, unproved: true },
        { $set: { maker }, $unset: { unproved: true } },
      )
    },

    async isAnyOwned(expertId: string, span: Span): Promise<boolean> {
      const owned = { expertId, active: true, cells: { $in: cellsOf(span) } }
      return (await bookings.exists(owned)) !== null
    },
  }
}
