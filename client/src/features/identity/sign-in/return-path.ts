import { paths } from '../../../lib/paths.ts'

/**
 * Where one goes on to after signing in: a path of our own, whatever somebody wrote into the link that led here. It is
 * looked at as a browser reads it: `/..//x` is `//x`, which is another machine.
 */
export function returnPath(search: string): string {
  const to = new URLSearchParams(search).get('to') ?? ''
  if (!to.startsWith('/') || !URL.canParse(to, location.origin)) return paths.bookings
  const { origin, pathname, search: query } = new URL(to, location.origin)
  const isOwn = origin === location.origin && !pathname.startsWith('//')
  const leadsOn = isOwn && pathname.replace(/\/+$/, '') !== paths.signIn()
  return leadsOn ? pathname + query : paths.bookings
}
