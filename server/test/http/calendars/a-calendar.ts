import type { Deps } from '../../../src/base/deps.ts'
import type { Account } from '../../../src/busy/caldav/dav.ts'
import type { FoundCalendars } from '../../../src/busy/caldav/find-calendars.ts'
import type { AskedSource } from '../../../src/busy/calendars.ts'
import type { SourceFetched } from '../../../src/domain/calendars/source.ts'
import type { BusyTime } from '../../../src/domain/schedules/schedule.ts'
import { noEntries } from '../../no-entries.ts'
import { parseInstant } from '../../../src/domain/time/instant.ts'

export const secretAddress = 'https://calendar.example/private-0123456789/basic.ics'

export const timeOf = (from: string, to: string): BusyTime => ({
  from: parseInstant(from),
  to: parseInstant(to),
})

/** What a server of calendars answers, as tests say it; and what it was asked. */
export function createFakeCalendars() {
  const asked: AskedSource[] = []
  const answers = new Map<string, () => SourceFetched | Promise<SourceFetched>>()
  let found: FoundCalendars = { kind: 'failed', fault: 'unreachable' }
  const looked: (Account & { readonly address: string })[] = []
  const calendars: Deps['calendars'] = {
    async fetch(source) {
      asked.push(source)
      return (await answers.get(source.address)?.()) ?? { kind: 'failed', fault: 'unreachable' }
    },
    async find({ href: address }, account) {
      looked.push({ address, ...account })
      return found
    },
    entries: noEntries,
    allows: (origin) => origin === 'http://127.0.0.1:5232',
  }

  return {
    calendars,
    asked,
    /** Accounts that calendars were looked for in. */
    looked,
    find(next: FoundCalendars): void {
      found = next
    },
    answer(fetched: SourceFetched | (() => Promise<SourceFetched>), address = secretAddress): void {
      answers.set(address, typeof fetched === 'function' ? fetched : () => fetched)
    },
    busy(...busy: BusyTime[]): void {
      const read = { kind: 'read', busy, events: busy.length, skipped: [] } as const
      const edition = { etag: '"a"', lastModified: null }
      answers.set(secretAddress, () => ({
        kind: 'read',
        read,
        timeZone: 'Europe/London',
        ...edition,
      }))
    },
  }
}
