import type { BlockKind } from '@expertconnect/contract/blocks/shapes'
import type { Instant } from '../time/instant.ts'

export interface Block {
  readonly id: string
  readonly kind: BlockKind
  /**
   * What a claim is compared with. Of an address and of a network it is a pseudonym under SECRET, so that it can outlive
   * what it was made of: whoever erases themselves does not get past it.
   */
  readonly key: string
  /** Whose it is; `null` where it counts for every expert. */
  readonly expertId: string | null
  /** An address or a domain, to be read. There is none of a network; that of an address goes with whoever had it. */
  readonly value?: string | undefined
  /** The booking that it was made from. */
  readonly bookingId: string
  readonly startsAt: Instant
  /** Who booked it; goes with them. */
  readonly name?: string | undefined
  readonly note?: string | undefined
  readonly madeAt: Instant
  /** The address of whoever made it. */
  readonly by: string
}

/** An address has few labels; what has more is none that anybody reads mail at. */
const mostLabels = 10

/** What stands behind the sign, in small letters. */
export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase()
}

/** The domain of an address and those that it lies in: who has one can make any number of domains inside it. */
export function domainsOf(email: string): string[] {
  const labels = domainOf(email).split('.').slice(-mostLabels)
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'))
}
