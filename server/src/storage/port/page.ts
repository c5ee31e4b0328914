import type { Instant } from '../../domain/time/instant.ts'

/** `next`: the place of its last item, where more may follow. */
export interface Page<T, P> {
  readonly items: readonly T[]
  readonly next?: P | undefined
}

/** The last item of a page that is ordered by time. */
export interface TimePlace {
  readonly at: Instant
  readonly id: string
}

/**
 * By the beginning of an e-mail address or by the beginnings of words, in the form of the domain's `searchWords`.
 * Names of bookings and applications are looked for in so many of them at a time: a page may be short or empty and still
 * have a next one.
 */
export interface Wanted {
  readonly email?: string | undefined
  readonly words?: readonly string[] | undefined
}
