/** The address as programs on this device take it: pressed, it opens the one that subscribes. */
export function webcalLink(url: string): string {
  return url.replace(/^https?:/, 'webcal:')
}

/** Google asks for it by its own servers, and takes `webcal` alone for a calendar to subscribe to. */
export function googleFeedLink(url: string): string {
  return `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(webcalLink(url))}`
}

/** Outlook on the web takes no `webcal`. `work`: of a company or a school. */
export function outlookFeedLink(url: string, name: string, kind: 'home' | 'work'): string {
  const host = kind === 'home' ? 'outlook.live.com' : 'outlook.office.com'
  const query = [`url=${encodeURIComponent(url)}`, `name=${encodeURIComponent(name)}`]
  return `https://${host}/calendar/0/addfromweb?${query.join('&')}`
}

/** Whether servers of other companies may reach it: those of Google, Microsoft and Proton. */
export function isReachable(url: string): boolean {
  return url.startsWith('https:')
}

/** How often each program looks, as people report it; nobody promises it. */
export const paces = [
  { program: 'Google Calendar', pace: 'every 4 to 24 hours' },
  { program: 'Outlook on the web', pace: 'every 3 to 24 hours' },
  { program: 'Proton Calendar', pace: 'every 4 to 16 hours' },
  { program: 'Apple Calendar', pace: 'as you set it: every 5 minutes to every week' },
  { program: 'Thunderbird', pace: 'every 30 minutes' },
  { program: 'Fastmail', pace: 'every hour' },
] as const
