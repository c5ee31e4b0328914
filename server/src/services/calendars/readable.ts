import type { Deps } from '../../base/deps.ts'
import { invalid } from '../../base/problem.ts'

/**
 * What can be seen of an address itself that keeps it from being asked for; null where nothing does. Where it leads is
 * found out when it is asked for, and all alike.
 */
export function whyUnreadable(
  url: URL,
  calendars: Pick<Deps['calendars'], 'allows'>,
): string | null {
  if (url.username !== '' || url.password !== '') {
    return 'An address with a name or a password in it cannot be used'
  }
  return url.protocol === 'http:' && !calendars.allows(url.origin)
    ? 'Only addresses that begin with https:// are read'
    : null
}

/** An address that can be asked for, as somebody gave it; `noAddress` is said where it is none at all. Refuses with 422. */
export function demandReadable(
  url: URL | null,
  calendars: Pick<Deps['calendars'], 'allows'>,
  noAddress: string,
): URL {
  const fault = url ? whyUnreadable(url, calendars) : noAddress
  if (!url || fault !== null) throw invalid('#/address', fault ?? noAddress)
  return url
}
