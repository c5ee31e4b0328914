import type { Follow } from '../fetching/follow.ts'
import type { Failed } from '../fetching/failures.ts'
import type { DavResource } from '../reading/multistatus.ts'
import type { CalendarReader } from '../reading/reader-thread.ts'
import { type Account, anonymously, type AskDav, type DavQuestion } from './dav.ts'
import { whichCalendars, whoAmI } from './questions.ts'

/** A calendar that somebody has at a server. */
export interface FoundCalendar {
  readonly address: string
  /** As it is called there; empty where it has no name. */
  readonly name: string
}

export type FoundCalendars =
  | { readonly kind: 'found'; readonly calendars: readonly FoundCalendar[] }
  /** `unauthorised`: the server does not take this name and password. */
  | (Failed & { readonly unauthorised?: boolean })

type Resources =
  | { readonly kind: 'resources'; readonly url: URL; readonly resources: readonly DavResource[] }
  | Extract<FoundCalendars, { kind: 'failed' }>

const homesAtMost = 3
const calendarsAtMost = 100
const noCalDav: Failed = { kind: 'failed', fault: 'not_a_calendar' }

/**
 * Finds the calendars of an account, beginning at any address of its server: it is asked who signs in, then where their
 * calendars are, then which (RFC 4791, 5397). An address that knows nothing of that leads to `/.well-known/caldav` of its
 * server (RFC 6764), which alone may lead to another server; so that is asked without name and password. Never rejects.
 */
export function createFindCalendars(follow: Follow, ask: AskDav, reader: CalendarReader) {
  async function find(
    address: string,
    account: Account,
    question: DavQuestion,
    signal: AbortSignal,
  ): Promise<Resources> {
    const answer = await ask(address, account, question, signal)
    if (answer.kind === 'failed') {
      const { status, ...failed } = answer
      if (status === 401) return { ...failed, unauthorised: true }
      return answer.fault === 'refused' ? noCalDav : failed
    }
    const resources = await reader.resources(answer.bytes)
    return resources ? { kind: 'resources', url: answer.url, resources } : noCalDav
  }

  /** Where the server of an address wants to be asked; null where it does not say. */
  async function wellKnown(address: URL, signal: AbortSignal): Promise<string | null> {
    try {
      const at = new URL('/.well-known/caldav', address).href
      // A browser would be led on to a page.
      const reached = await follow(at, anonymously(whoAmI), signal)
      reached?.response.destroy()
      return reached && reached.url.href !== at ? reached.url.href : null
    } catch {
      return null
    }
  }

  async function begin(address: URL, account: Account, signal: AbortSignal): Promise<Resources> {
    const isBare = address.pathname === '/'
    const known = isBare ? await wellKnown(address, signal) : null
    const first = await find(known ?? address.href, account, whoAmI, signal)
    if (first.kind === 'resources' || first.fault !== 'not_a_calendar') return first
    const other = isBare ? address.href : await wellKnown(address, signal)
    return other === null ? first : find(other, account, whoAmI, signal)
  }

  async function homesOf(
    begun: Extract<Resources, { kind: 'resources' }>,
    account: Account,
    signal: AbortSignal,
  ): Promise<readonly string[] | Failed> {
    const [here] = begun.resources
    if (!here) return noCalDav
    if (here.homes.length > 0) return absolute(here.homes, begun.url)
    const [principal] = here.principal === null ? [] : absolute([here.principal], begun.url)
    if (principal === undefined) return noCalDav
    const asked = await find(principal, account, whoAmI, signal)
    if (asked.kind === 'failed') return asked
    return absolute(asked.resources[0]?.homes ?? [], asked.url)
  }

  return async (address: URL, account: Account, signal: AbortSignal): Promise<FoundCalendars> => {
    const begun = await begin(address, account, signal)
    if (begun.kind === 'failed') return begun
    const homes = await homesOf(begun, account, signal)
    if ('kind' in homes) return homes
    if (homes.length === 0) return noCalDav
    const calendars = new Map<string, FoundCalendar>()
    for (const home of homes.slice(0, homesAtMost)) {
      const listed = await find(home, account, whichCalendars, signal)
      if (listed.kind === 'failed') return listed
      for (const each of listed.resources.filter(holdsEvents)) {
        const [at] = absolute([each.href], listed.url)
        if (at !== undefined) calendars.set(at, { address: at, name: each.name ?? '' })
      }
    }
    return { kind: 'found', calendars: [...calendars.values()].slice(0, calendarsAtMost) }
  }
}

function absolute(hrefs: readonly string[], base: URL): string[] {
  return hrefs.flatMap((href) => (URL.canParse(href, base.href) ? [new URL(href, base).href] : []))
}

function holdsEvents({ isCalendar, components }: DavResource): boolean {
  return isCalendar && (components.length === 0 || components.includes('VEVENT'))
}
