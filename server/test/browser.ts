import type { EndpointName } from '@expertconnect/contract/endpoints'
import type { SendOptions, World } from './harness.ts'

/** Keeps cookies and names its origin, as a browser on a page of this server does. */
export function createBrowser(world: World, userAgent = 'Mozilla/5.0 (X11; Linux) Firefox/140.0') {
  const cookies = new Map<string, string>()

  function withCookies(options: SendOptions): SendOptions {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return {
      ...options,
      headers: {
        Origin: world.url,
        'User-Agent': userAgent,
        ...(cookie ? { Cookie: cookie } : {}),
        ...options.headers,
      },
    }
  }

  function keep(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (name === undefined || value === undefined) continue
      if (/expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
  }

  return {
    cookies,
    async send<N extends EndpointName>(name: N, options: SendOptions = {}) {
      const answer = await world.send(name, withCookies(options))
      keep(answer.headers)
      return answer
    },
    async refuse(name: EndpointName, options: SendOptions = {}) {
      const answer = await world.refuse(name, withCookies(options))
      keep(answer.headers)
      return answer
    },
    /** Asks for a code, reads it from the mail and signs in. */
    async signIn(email: string) {
      await this.send('startSignIn', { body: { email } })
      return this.send('proveSignIn', { body: { code: codeIn(world) } })
    },
  }
}

/** Of the last mail that has one: what bookings owe goes out meanwhile. */
export function codeIn({ mails }: World): string {
  return lastIn(mails, /Your code: (\d{4} \d{4})/) ?? 'no code'
}

export function linkIn({ mails }: World): string {
  return lastIn(mails, /\/sign-in#([\w-]+)/) ?? 'no link'
}

function lastIn(mails: World['mails'], pattern: RegExp): string | undefined {
  return mails.flatMap(({ text }) => pattern.exec(text)?.[1] ?? []).at(-1)
}
