import { day, type Instant, plus } from '../time/instant.ts'

/** What a customer says of a session that took place. */
export interface Review {
  readonly id: string
  readonly expertId: string
  /** Left out of those that a store was filled with. */
  readonly bookingId?: string | undefined
  /** Starts at 1 and rises by one with every change. */
  readonly version: number
  readonly rating: number
  readonly text?: string | undefined
  /** The display name that the writer chose for publication. */
  readonly author: string
  readonly writtenAt: Instant
  readonly editedAt?: Instant | undefined
  /** What the expert says to it. */
  readonly answer?: { readonly text: string; readonly writtenAt: Instant } | undefined
  /** Taken off the expert's page: it counts for nothing. */
  readonly hidden?:
    | { readonly reason: string; readonly at: Instant; readonly by: string }
    | undefined
  /** The first reason against it and how many gave one, since an administrator last looked. */
  readonly report?:
    | { readonly reason: string; readonly at: Instant; readonly count: number }
    | undefined
}

const editableFor = 14 * day

/** Until when its writer may change it. */
export function editableUntil({ writtenAt }: Pick<Review, 'writtenAt'>): Instant {
  return plus(writtenAt, editableFor)
}

/** Without what tells of its writer. The stars stay: the expert earned them. */
export function withoutWriter({
  text: _text,
  answer: _answer,
  report: _report,
  ...review
}: Review) {
  return { ...review, version: review.version + 1, author: 'A former customer' } satisfies Review
}
