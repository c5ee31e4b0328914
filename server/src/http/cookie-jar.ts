import type { Request, Response } from 'express'
import { nameOfCookie, readCookie } from '../base/cookies.ts'
import type { CookieJar } from './handlers/handler.ts'

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
