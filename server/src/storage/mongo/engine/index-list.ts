import type { Indexes } from './index-shape.ts'
import type { Models } from './models.ts'
import { peopleIndexes } from './people-indexes.ts'

const dayInSeconds = 24 * 3600

/** By collection and name. Unique ones of bookings begin with the key that a cluster would be sharded by. */
export const indexes: Readonly<Record<keyof Models, Indexes>> = {
  bookings: {
    // Decides every race for a slot.
    cell_owner: {
      key: { expertId: 1, cells: 1 },
      unique: true,
      partialFilterExpression: { active: true },
    },
    claim_key: {
      key: { expertId: 1, claimKeys: 1 },
      unique: true,
      partialFilterExpression: { claimKeys: { $exists: true } },
    },
    // With all that a board needs, so that no document is fetched for it.
    occupied_time: {
      key: {
        expertId: 1,
        until: 1,
        startsAt: 1,
        endsAt: 1,
        state: 1,
        expiresAt: 1,
        version: 1,
        _id: 1,
        // What a partial index promises is looked up all the same.
        active: 1,
      },
      partialFilterExpression: { active: true },
    },
    live_holds_of: { key: { holder: 1, expiresAt: 1 }, partialFilterExpression: { state: 'held' } },
    // With all that is summed up of it.
    unproved_time: {
      key: {
        expertId: 1,
        endsAt: 1,
        network: 1,
        createdAt: 1,
        startsAt: 1,
        until: 1,
        expiresAt: 1,
        _id: 1,
        unproved: 1,
      },
      partialFilterExpression: { unproved: true },
    },
    bookings_made_by: {
      key: { maker: 1, endsAt: 1, state: 1 },
      partialFilterExpression: { maker: { $exists: true } },
    },
    bookings_of: { key: { emailKey: 1, endsAt: 1 }, partialFilterExpression: { state: 'booked' } },
    // With what a page of somebody's bookings is chosen by.
    bookings_of_by_start: {
      key: { emailKey: 1, state: 1, startsAt: 1, _id: 1, endsAt: 1 },
      partialFilterExpression: { emailKey: { $exists: true } },
    },
    // With what a page of an expert's sessions is chosen by; only sessions were booked.
    sessions_of_expert: {
      key: { expertId: 1, startsAt: 1, _id: 1, state: 1, endsAt: 1 },
      partialFilterExpression: { bookedAt: { $exists: true } },
    },
    // What administrators look through, whoever booked.
    sessions_by_start: {
      key: { startsAt: 1, _id: 1, state: 1, endsAt: 1 },
      partialFilterExpression: { emailKey: { $exists: true } },
    },
    bookings_of_network: {
      key: { network: 1, startsAt: 1, _id: 1, endsAt: 1 },
      partialFilterExpression: { state: 'booked', network: { $exists: true } },
    },
    disputed: {
      key: { dispute: 1, disputedAt: -1, _id: -1 },
      partialFilterExpression: { dispute: { $exists: true } },
    },
    expiring: { key: { expiresAt: 1 }, partialFilterExpression: { state: 'held' } },
    released: { key: { releasedAt: 1 }, partialFilterExpression: { state: 'released' } },
    due: { key: { due: 1, expertId: 1 }, partialFilterExpression: { due: true } },
    owing: { key: { expertId: 1, _id: 1 }, partialFilterExpression: { owed: { $exists: true } } },
    reminding: { key: { remindAt: 1 }, partialFilterExpression: { remindAt: { $exists: true } } },
  },
  experts: {
    slug: { key: { slug: 1 }, unique: true },
    // The directory is of those who are listed.
    listed_by_soonest: { key: { listed: 1, soonest: 1, _id: 1 } },
    listed_by_rating: { key: { listed: 1, ratingRank: 1, _id: 1 } },
    listed_by_price: { key: { listed: 1, hourlyRate: 1, _id: 1 } },
    category_by_soonest_listed: { key: { listed: 1, 'category.slug': 1, soonest: 1, _id: 1 } },
    category_by_rating_listed: { key: { listed: 1, 'category.slug': 1, ratingRank: 1, _id: 1 } },
    category_by_price_listed: { key: { listed: 1, 'category.slug': 1, hourlyRate: 1, _id: 1 } },
    language_by_soonest_listed: { key: { listed: 1, spoken: 1, soonest: 1, _id: 1 } },
    words: { key: { words: 1 } },
    // All of a category, and whoever refers to a photo.
    category: { key: { 'category.slug': 1 } },
    photo: { key: { photoUrl: 1 } },
    refresh: { key: { refreshAt: 1, _id: 1 } },
  },
  reviews: {
    shown_page: { key: { expertId: 1, shown: 1, hasText: -1, writtenAt: -1, _id: -1 } },
    shown_stars: { key: { expertId: 1, shown: 1, rating: 1 } },
    of_expert: { key: { expertId: 1, writtenAt: -1, _id: -1 } },
    by_time: { key: { writtenAt: -1, _id: -1 } },
    hidden: {
      key: { writtenAt: -1, _id: -1, shown: 1 },
      partialFilterExpression: { shown: false },
    },
    reported: {
      key: { writtenAt: -1, _id: -1, report: 1 },
      partialFilterExpression: { report: { $exists: true } },
    },
    // Of several at once, one is the review of its booking.
    of_booking: {
      key: { bookingId: 1 },
      unique: true,
      partialFilterExpression: { bookingId: { $exists: true } },
    },
  },
  categories: { position: { key: { position: 1 } } },
  photos: {},
  applications: {
    by_time: { key: { sentAt: -1, _id: -1 } },
    by_state: { key: { state: 1, sentAt: -1, _id: -1 } },
    of_email: { key: { emailKey: 1, sentAt: -1, _id: -1 } },
  },
  audit: {
    by_time: { key: { at: -1, _id: -1 } },
    by_kind: { key: { kind: 1, at: -1, _id: -1 } },
    of_subject: { key: { 'subject.id': 1, action: 1 } },
  },
  blocks: {
    // Of many that block the same at once, one does.
    key: { key: { key: 1, expertId: 1 }, unique: true },
    by_time: { key: { expertId: 1, madeAt: -1, _id: -1 } },
    of_email: { key: { emailKey: 1 }, partialFilterExpression: { emailKey: { $exists: true } } },
    of_booking: { key: { bookingId: 1 } },
  },
  reports: {
    open: { key: { bookingId: 1 }, unique: true, partialFilterExpression: { state: 'open' } },
    by_time: { key: { reportedAt: -1, _id: -1 } },
    by_state: { key: { state: 1, reportedAt: -1, _id: -1 } },
  },
  uses: { ended: { key: { endsAt: 1 } } },
  ...peopleIndexes,
  installation: {},
  mailChoices: {
    agenda: { key: { agendaAt: 1 }, partialFilterExpression: { agendaAt: { $exists: true } } },
  },
  messages: {
    due: { key: { dueAt: 1, owedAt: 1 }, partialFilterExpression: { state: 'waiting' } },
    in_line: { key: { line: 1, kind: 1, version: 1 } },
    of_booking: {
      key: { bookingId: 1, owedAt: -1 },
      partialFilterExpression: { bookingId: { $exists: true } },
    },
    by_time: { key: { owedAt: -1, _id: -1 } },
    by_state: { key: { state: 1, owedAt: -1, _id: -1 } },
    handed_over: {
      key: { 'stamp.messageId': 1 },
      partialFilterExpression: { state: 'handed_over' },
    },
    settled: {
      key: { settledAt: 1 },
      partialFilterExpression: { settledAt: { $type: 'number' } },
    },
  },
  seats: {
    of_server: { key: { server: 1 }, partialFilterExpression: { seat: { $type: 'string' } } },
    forgotten: { key: { until: 1 }, expireAfterSeconds: dayInSeconds },
  },
  callEvents: {
    of_booking: { key: { bookingId: 1 } },
    open: { key: { open: 1, bookingId: 1 }, partialFilterExpression: { open: true } },
    by_time: { key: { at: 1 } },
  },
  notes: { of_expert: { key: { expertId: 1, side: 1, bookingId: 1 } } },
  calendarSources: {
    // Of one address an expert has one, however often it is added.
    address: { key: { expertId: 1, addressMark: 1 }, unique: true },
    of_expert: { key: { expertId: 1, addedAt: 1, _id: 1 } },
    due: { key: { dueAt: 1 }, partialFilterExpression: { paused: false } },
  },
  signals: { forgotten: { key: { at: 1 }, expireAfterSeconds: 60 } },
  servers: { forgotten: { key: { seenAt: 1 }, expireAfterSeconds: dayInSeconds } },
}
