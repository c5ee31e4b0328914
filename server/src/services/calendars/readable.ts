import type { Deps } from '../../base/deps.ts'

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
