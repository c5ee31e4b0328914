import { type BlockKind, blockKinds } from '@expertconnect/contract/blocks/shapes'
import type { Deps } from '../../base/deps.ts'
import { domainOf, domainsOf } from '../../domain/blocks/block.ts'
import type { BookingRecord, HeldRecord, Origin } from '../../domain/bookings/booking.ts'
import { emailKey } from '../../domain/people/person.ts'
import type { Alike } from '../../storage/port/bookings.ts'
import { isShared } from './shared-domains.ts'

/** One thing that a booking can be told by, and what else has it. */
export interface Trait {
  readonly kind: BlockKind
  /** What a block of it is found by. */
  readonly key: string
  /** An address or a domain, to be read. */
  readonly value?: string
  readonly alike: Pick<Alike, 'by' | 'value'>
  readonly isOf: (hold: HeldRecord) => boolean
}

/** Where somebody comes from who wants to book. */
export interface Coming {
  readonly networks: readonly (string | undefined)[]
  readonly emails: readonly string[]
}

export type Traits = ReturnType<typeof createTraits>

export function createTraits({ tokens }: Pick<Deps, 'tokens'>) {
  const keys = {
    address: (email: string) => `address ${tokens.pseudonym(`blocked ${emailKey(email)}`)}`,
    domain: (domain: string) => `domain ${domain}`,
    network: (network: string) => `network ${network}`,
  }

  const makers: Readonly<Record<BlockKind, (record: Traced) => Trait | null>> = {
    address: ({ customer: { email } }) => ({
      kind: 'address',
      key: keys.address(email),
      value: email,
      alike: { by: 'email', value: email },
      isOf: ({ pending }) =>
        pending !== undefined && emailKey(pending.customer.email) === emailKey(email),
    }),
    domain({ customer: { email } }) {
      const domain = domainOf(email)
      if (isShared(domain)) return null
      return {
        kind: 'domain',
        key: keys.domain(domain),
        value: domain,
        alike: { by: 'domain', value: domain },
        isOf: ({ pending }) =>
          pending !== undefined && domainsOf(pending.customer.email).includes(domain),
      }
    },
    network({ network }) {
      if (network === undefined) return null
      return {
        kind: 'network',
        key: keys.network(network),
        alike: { by: 'network', value: network },
        isOf: (hold) => hold.network === network,
      }
    },
  }

  return {
    /** `null` where a booking has no such trait, or strangers share it. */
    traitOf: (record: Traced, kind: BlockKind): Trait | null => makers[kind](record),

    traitsOf: (record: Traced): Trait[] =>
      blockKinds.map((kind) => makers[kind](record)).filter((trait) => trait !== null),

    /** All that somebody may be blocked by. */
    keysOf({ networks, emails }: Coming): string[] {
      const from = networks.filter((network) => network !== undefined).map(keys.network)
      const as = emails.flatMap((email) => [
        keys.address(email),
        ...domainsOf(email).map(keys.domain),
      ])
      return [...new Set([...from, ...as])]
    },
  }
}

type Traced = Pick<BookingRecord, 'customer'> & Origin
