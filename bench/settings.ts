import type { StoreSize } from './store.ts'

export interface Settings {
  readonly rounds: number
  /** Of one round. */
  readonly seconds: number
  readonly warmUp: number
  /** Few bookings, and many. */
  readonly sizes: { readonly few: StoreSize; readonly many: StoreSize }
  readonly directory: StoreSize
  readonly watchers: number
  /** Bookings in one round of the live bench. */
  readonly liveBookings: number
  /** Of two each. */
  readonly calls: StoreSize & { readonly calls: number }
  /** How often a browser joins. */
  readonly joins: number
  /** How often a line breaks. */
  readonly breaks: number
  /** How many are owed in one round. */
  readonly mails: number
  /** Requests of the memory bench, each of a network of its own. */
  readonly strangers: number
}

export const full: Settings = {
  rounds: 5,
  seconds: 2,
  warmUp: 2,
  sizes: {
    few: { experts: 1000, bookings: 1000 },
    many: { experts: 1000, bookings: 100_000 },
  },
  directory: { experts: 10_000, bookings: 10_000 },
  watchers: 1000,
  liveBookings: 160,
  calls: { experts: 1001, bookings: 1000, calls: 1000 },
  joins: 30,
  breaks: 5,
  mails: 1000,
  strangers: 50_000,
}

/** Shows that everything runs. Its figures say nothing. */
export const smoke: Settings = {
  rounds: 2,
  seconds: 0.2,
  warmUp: 0.1,
  sizes: {
    few: { experts: 120, bookings: 1000 },
    many: { experts: 120, bookings: 2000 },
  },
  directory: { experts: 200, bookings: 1000 },
  watchers: 20,
  liveBookings: 32,
  calls: { experts: 120, bookings: 200, calls: 20 },
  joins: 2,
  breaks: 1,
  mails: 20,
  strangers: 500,
}
