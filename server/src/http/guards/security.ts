import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { RequestHandler } from 'express'
import helmet from 'helmet'
import { Refused } from '../../base/problem.ts'
import { sendProblem } from '../exchange.ts'
import { permissionsPolicy } from './permissions.ts'

/** The security headers of every answer. Nothing is loaded from elsewhere, and no script or style is inline. */
export function securityHeaders(secure: boolean): RequestHandler {
  return setting(headersOf(secure, false))
}

/** Over those of every answer: what a page needs that shows a call, and no other page has. */
export function callPageHeaders(secure: boolean): RequestHandler {
  return setting(headersOf(secure, true))
}

function setting(headers: readonly [string, string][]): RequestHandler {
  return (_request, response, next) => {
    for (const [name, value] of headers) response.setHeader(name, value)
    next()
  }
}

/** They are the same for every answer, so Helmet's dozen middlewares run once, for an answer that nobody gets. */
function headersOf(secure: boolean, isOfCall: boolean): readonly [string, string][] {
  const request = new IncomingMessage(new Socket())
  const response = new ServerResponse(request)
  const setHeaders = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        // What a microphone or the other side sends is no address; sounds and pictures made here are.
        ...(isOfCall ? { mediaSrc: ["'self'", 'blob:'] } : {}),
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    // A manage token stands in the fragment, which browsers never send; still, no address of ours goes elsewhere.
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    frameguard: { action: 'deny' },
    crossOriginEmbedderPolicy: false,
  })
  setHeaders(request, response, () => undefined)
  const headers = { ...response.getHeaders(), 'permissions-policy': permissionsPolicy(isOfCall) }
  return Object.entries(headers).map(([name, value]) => [name, String(value)])
}

const changing = new Set(['POST', 'PATCH', 'PUT', 'DELETE'])

/**
 * Refuses what changes state and comes from another origin: by Origin where it is sent, else by Sec-Fetch-Site. A
 * request with neither and without a cookie is an API client and carries no authority that a page could abuse.
 */
export function demandOrigin(isAllowed: (origin: string) => boolean): RequestHandler {
  return (request, response, next) => {
    if (!changing.has(request.method)) return next()
    const { origin, cookie, 'sec-fetch-site': site } = request.headers
    const refused =
      origin === undefined
        ? cookie !== undefined || site === 'cross-site' || site === 'same-site'
        : !isAllowed(origin)
    if (refused) return sendProblem(request, response, new Refused('forbidden_origin'))
    next()
  }
}
