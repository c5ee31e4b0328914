import type { Request, Response } from 'express'
import { type CookieName, nameOfCookie, readCookie } from '../base/cookies.ts'

/** The cookies of one request and of the answer to it. */
export interface CookieJar {
  read(name: CookieName): string | undefined
  keep(name: CookieName, value: string, seconds: number): void
  forget(name: CookieName): void
}

/** Our cookies: out of reach of scripts, and never sent by another site's requests that change something. */
export function cookieJarOf(request: Request, response: Response, secure: boolean): CookieJar {
  const options = { httpOnly: true, secure, sameSite: 'lax', path: '/' } as const
  return {
    read: (name) => readCookie(request.headers.cookie, name, secure),
    keep(name, value, seconds) {
      response.cookie(nameOfCookie(name, secure), value, { ...options, maxAge: seconds * 1000 })
    },
    forget(name) {
      response.clearCookie(nameOfCookie(name, secure), options)
    },
  }
}
