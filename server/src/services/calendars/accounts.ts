import type {
  AccountInput,
  FoundCalendars,
  SourceFault,
} from '@expertconnect/contract/calendars/source-shapes'
import { addressAtMost } from '@expertconnect/contract/calendars/source-shapes'
import { writtenLine } from '@expertconnect/contract/written'
import type { Actor } from '../../base/actor.ts'
import { demandExpert } from '../../base/demand.ts'
import type { Deps } from '../../base/deps.ts'
import { invalid } from '../../base/problem.ts'
import { accountAddress } from '../../domain/calendars/account-address.ts'
import { usualName } from '../../domain/calendars/address.ts'
import { markOf } from './access.ts'
import { demandReadable, whyUnreadable } from './readable.ts'

const nameAtMost = 60

/** Of whatever cannot be connected to the words are the same, as they are of the address of a file. */
const words: Readonly<Partial<Record<SourceFault, string>>> = {
  unreachable: 'Nothing can be read at this address. Is it complete?',
  failing: 'Its server has a fault or too much to do. Please try again later.',
  too_slow: 'Its server took too long to answer. Please try again later.',
  too_big: 'Its server answers more than can be read.',
}
const noCalDav = 'No calendars can be found at this address by CalDAV'

/** The accounts that experts have at servers of calendars. Nothing of them is kept here but with a calendar that is added. */
export function createCalendarAccounts(deps: Pick<Deps, 'storage' | 'seal' | 'calendars'>) {
  const { storage, seal, calendars } = deps

  return {
    /** Asks the server now, which may take 20 seconds. */
    async find(actor: Actor, { address, ...account }: AccountInput): Promise<FoundCalendars> {
      const { expertId } = demandExpert(actor)
      const url = demandReadable(accountAddress(address), calendars, noCalDav)
      const found = await calendars.find(url, account)
      if (found.kind === 'failed') {
        if (found.unauthorised) {
          throw invalid(
            '#/password',
            'The server does not take this user name with this password. Many servers want an app password here.',
          )
        }
        throw invalid('#/address', words[found.fault] ?? noCalDav)
      }
      const sources = await storage.calendars.sourcesOf(expertId)
      const marks = new Set(sources.map(({ addressMark }) => addressMark))
      const items = found.calendars.flatMap((calendar) => {
        const at = new URL(calendar.address)
        if (at.href.length > addressAtMost || whyUnreadable(at, calendars) !== null) return []
        const added = marks.has(markOf(seal, { address: at.href, account }, expertId))
        return [{ address: at.href, name: nameOf(calendar.name, at), added }]
      })
      if (items.length === 0) throw invalid('#/address', 'There is no calendar in this account')
      return { items }
    },
  }
}

/** As it may be called here as well. */
function nameOf(name: string, url: URL): string {
  const cut = writtenLine(name).slice(0, nameAtMost)
  return cut.replace(/[\uD800-\uDBFF]$/, '').trim() || usualName(url)
}
