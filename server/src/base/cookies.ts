/**
 * The session, the sign-in, what a passkey is to sign, and the change of address that were asked for, that this browser has
 * proved an address before, and the key to the mail of a demo.
 */
export type CookieName = 'session' | 'sign-in' | 'passkey' | 'address' | 'browser' | 'demo'

/** Over https the names bind the cookies to this very host (`__Host-`); plain http has no such names. */
export function nameOfCookie(name: CookieName, secure: boolean): string {
  const plain = name === 'session' ? 'ec' : `ec-${name}`
  return secure ? `__Host-${plain}` : plain
}

/** Its value in a Cookie header, if it can be one of ours. */
export function readCookie(
  header: string | undefined,
  name: CookieName,
  secure: boolean,
): string | undefined {
  const begin = `${nameOfCookie(name, secure)}=`
  const found = (header ?? '').split(/;\s*/).find((each) => each.startsWith(begin))
  const value = found?.slice(begin.length)
  return value !== undefined && /^[\w.-]{1,200}$/.test(value) ? value : undefined
}
