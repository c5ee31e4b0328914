import { calendarAddress } from './address.ts'

/** Where providers are asked for calendars, by the ends of the addresses that they give out. */
const providers: readonly (readonly [RegExp, string])[] = [
  [/^((www\.)?icloud|me|mac)\.com$/, 'caldav.icloud.com'],
  [/^(www\.)?(fastmail\.[a-z]+|fastmail\.com\.au|sent\.com)$/, 'caldav.fastmail.com'],
]

/**
 * Where an account is looked for: `https://cloud.example/remote.php/dav`, `cloud.example` and `ada@cloud.example` all say
 * it. Null where nobody could.
 */
export function accountAddress(written: string): URL | null {
  const text = written.trim().replace(/^caldavs?:\/\//i, 'https://')
  if (/^[a-z]+:\/\//i.test(text)) return withProvider(calendarAddress(text))
  const host = /^[^\s/@]+@([^\s/@]+)$/.exec(text)?.[1] ?? text
  return withProvider(calendarAddress(`https://${host}`))
}

function withProvider(url: URL | null): URL | null {
  const provider = url && providers.find(([host]) => host.test(url.hostname))?.[1]
  return provider === undefined || provider === null ? url : new URL(`https://${provider}/`)
}
