import type { Block, BlockKind } from '@expertconnect/contract/blocks/shapes'
import { formatDate } from '../../lib/time/time.ts'

/** What a block is by, as it is offered. */
export const kindWords: Readonly<Record<BlockKind, string>> = {
  address: 'This address',
  domain: 'Everyone at this domain',
  network: 'The network it came from',
}

/** Whom a block keeps away, as a heading. A network has no name: it is told by the session that came from it. */
export function blockTitle({ kind, value, booking }: Block, zone: string): string {
  const whose = `the session of ${formatDate(booking.startsAt, zone)}${booking.name === undefined ? '' : ` by ${booking.name}`}`
  if (kind === 'network') return `The network of ${whose}`
  if (kind === 'domain') return `Everyone at ${value ?? 'a domain'}`
  return value ?? `The address of ${whose}`
}
