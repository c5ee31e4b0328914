import { paths } from '../../../lib/paths.ts'

/** Where one goes on to after signing in: a path of our own, whatever somebody wrote into the link that led here. */
export function returnPath(search: string): string {
  const to = new URLSearchParams(search).get('to') ?? ''
  if (!to.startsWith('/') || !URL.canParse(to, location.origin)) return paths.bookings
  const { origin, pathname, search: query } = new URL(to, location.origin)
  const leadsOn = origin === location.origin && pathname !== paths.signIn()
  return leadsOn ? pathname + query : paths.bookings
}
