/** Many programs show an address that begins with `webcal://`: it is the same one of https. */
function withoutWebcal(address: string): string {
  return address.trim().replace(/^webcals?:\/\//i, 'https://')
}

/** As it is kept: one form of all that it can be written as. Null where it is none. */
export function calendarAddress(written: string): URL | null {
  const text = withoutWebcal(written)
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  url.hash = ''
  return /^https?:$/.test(url.protocol) ? url : null
}

/** Its server, and the end of what tells it from others there: enough to know it again, and not to open it. */
export function shownAddress({ host, pathname, search }: URL): string {
  const parts = `${pathname}${search}`.split(/[/?&=]/)
  const longest = parts.reduce((long, part) => (part.length > long.length ? part : long), '')
  return longest.length < 12 ? host : `${host} …${longest.slice(-4)}`
}

/** Of an account: its server, and who signs in there. */
export function shownAccount({ host }: URL, userName: string): string {
  return `${host} (${userName})`
}

const names: readonly (readonly [RegExp, string])[] = [
  [/(^|\.)google\.com$/, 'Google Calendar'],
  [/(^|\.)(outlook|office365|office|live)\.com$/, 'Outlook'],
  [/(^|\.)icloud\.com$/, 'iCloud'],
  [/(^|\.)proton\.me$/, 'Proton Calendar'],
  [/(^|\.)zoho\.[a-z.]+$/, 'Zoho Calendar'],
  [/(^|\.)fastmail\.com$/, 'Fastmail'],
]

/** What a calendar is called until its expert says otherwise. */
export function usualName({ hostname }: URL): string {
  return (names.find(([host]) => host.test(hostname))?.[1] ?? hostname).slice(0, 60)
}
