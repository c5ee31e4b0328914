import type { Seal } from '../../busy/seal.ts'
import type { Account } from '../../busy/caldav/dav.ts'
import type { CalendarSource } from '../../domain/calendars/source.ts'

/** What opens a calendar elsewhere: all of it is secret. */
export interface Access {
  readonly address: string
  /** Null of a file that the address alone opens. */
  readonly account: Account | null
}

/** As it is kept in the row of the calendar with this id, and opens in no other. */
export function sealAccess(seal: Seal, { address, account }: Access, id: string): string {
  return seal.seal(account ? JSON.stringify({ address, ...account }) : address, id)
}

/** Null of what was sealed under another SECRET. */
export function openAccess(
  seal: Seal,
  { id, kind, sealedAddress }: Pick<CalendarSource, 'id' | 'kind' | 'sealedAddress'>,
): Access | null {
  const opened = seal.open(sealedAddress, id)
  if (opened === null) return null
  if (kind === 'file') return { address: opened, account: null }
  const { address, ...account } = JSON.parse(opened) as Account & { address: string }
  return { address, account }
}

/** The same for all writings of one address, and of one account there; by itself it tells nothing of either. */
export function markOf(seal: Seal, { address, account }: Access, expertId: string): string {
  return seal.mark(account ? `${address}\n${account.userName}` : address, expertId)
}
