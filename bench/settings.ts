import type { StoreSize } from './store.ts'

export interface Settings {
  readonly rounds: number
  /** Of one round. */
  readonly seconds: number
  readonly warmUp: number
  /** Few bookings, and many. */
  readonly sizes: { readonly few: StoreSize; readonly many: StoreSize }
  /** As many experts, and next to no bookings or very many. */
  readonly growth: { readonly few: StoreSize; readonly many: StoreSize }
  readonly directory: { readonly few: StoreSize; readonly many: StoreSize }
  /** Pages that are open at once. */
  readonly lines: number
  /** How many watch one expert, and how many bookings are made meanwhile in one round. */
  readonly live: readonly {
    readonly watchers: number
    readonly connections: number
    readonly bookings: number
  }[]
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
  growth: {
    few: { experts: 10_000, bookings: 100 },
    many: { experts: 10_000, bookings: 1_000_000 },
  },
  directory: {
    few: { experts: 10_000, bookings: 10_000 },
    many: { experts: 100_000, bookings: 10_000 },
  },
  lines: 10_000,
  live: [
    { watchers: 1000, connections: 16, bookings: 160 },
    { watchers: 10_000, connections: 1, bookings: 16 },
  ],
  calls: { experts: 1001, bookings: 1000, calls: 1000 },
  joins: 30,
  breaks: 5,
  mails: 1000,
  strangers: 50_000,
}

/** A store is filled there in one transaction, which a million bookings are too many for. */
export const fullOnMongo: Settings = {
  ...full,
  growth: full.sizes,
  directory: {
    few: { experts: 1000, bookings: 10_000 },
    many: full.directory.few,
  },
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
  growth: {
    few: { experts: 120, bookings: 100 },
    many: { experts: 120, bookings: 2000 },
  },
  directory: { few: { experts: 200, bookings: 1000 }, many: { experts: 400, bookings: 1000 } },
  lines: 40,
  live: [
    { watchers: 20, connections: 16, bookings: 32 },
    { watchers: 40, connections: 1, bookings: 8 },
  ],
  calls: { experts: 120, bookings: 200, calls: 20 },
  joins: 2,
  breaks: 1,
  mails: 20,
  strangers: 500,
}
