import type { Endpoint } from '@expertconnect/contract/endpoint'
import { maxPhotoBytes } from '@expertconnect/contract/experts/routes'
import { endpoints } from '@expertconnect/contract/endpoints'
import express, { type Request, type RequestHandler, type Router } from 'express'
import { Refused } from '../base/problem.ts'
import { mintActor } from '../base/sessions.ts'
import type { SignedIn } from '../base/actor.ts'
import { cookieJarOf } from './cookie-jar.ts'
import { deviceOf } from './device.ts'
import { exchangeOf, sendProblem } from './exchange.ts'
import type { HandledName, HandlerInput, Handlers } from './handlers/handler.ts'
import { parseInput } from '../base/input.ts'
import type { RateLimits } from './guards/rate-limits.ts'

const keyPattern = /^[\x21-\x7e]{8,128}$/

const pictureTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif']

/** How a browser that is signed in is known again. */
export interface Browsers {
  readonly secure: boolean
  recognise(session: string): Promise<SignedIn | null>
}

/** Binds every endpoint of the table to its route: limit, read, parse, call, answer. */
export function bindEndpoints(
  router: Router,
  handlers: Handlers,
  limits: RateLimits | null,
  browsers: Browsers,
): void {
  for (const name of Object.keys(handlers) as HandledName[]) {
    const endpoint: Endpoint = endpoints[name]
    const steps: RequestHandler[] = limits?.of(name) ?? []
    if (endpoint.body) steps.push(demandJson, express.json({ limit: '64kb' }))
    if (endpoint.picture) steps.push(...readPicture)
    steps.push(bind(name, endpoint, handlers, browsers))
    const method = endpoint.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete'
    router[method](routePath(endpoint.path), ...steps)
  }
}

/** `/experts/{slug}` in the table is `/experts/:slug` in Express. */
export function routePath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1')
}

function bind<N extends HandledName>(
  name: N,
  endpoint: Endpoint,
  handlers: Handlers,
  browsers: Browsers,
): RequestHandler {
  return async (request, response) => {
    const cookies = cookieJarOf(request, response, browsers.secure)
    const session = endpoint.personal ? cookies.read('session') : undefined
    const signedIn = session === undefined ? null : await browsers.recognise(session)
    const input = { ...readInput(request, endpoint, signedIn), cookies } as HandlerInput<N>
    const answer = await handlers[name](input)
    // What was read with a token or a session is personal: no cache keeps it, not the browser's own either.
    const isPublic =
      endpoint.method === 'GET' && !endpoint.personal && request.headers.authorization === undefined
    response.setHeader('Cache-Control', isPublic ? 'no-cache' : 'no-store')
    response.status(endpoint.status)
    if (answer === null) response.end()
    else response.json(answer)
  }
}

function readInput(request: Request, endpoint: Endpoint, signedIn: SignedIn | null) {
  const exchange = exchangeOf(request)
  const { authorization } = request.headers
  exchange.actor = mintActor({ ip: request.ip, authorization, signedIn })
  const header = request.headers['idempotency-key']
  if (endpoint.keyed && (typeof header !== 'string' || !keyPattern.test(header))) {
    throw new Refused('key_required', {
      detail:
        'Send an Idempotency-Key header of 8 to 128 printable characters, new for each intention.',
    })
  }
  return {
    actor: exchange.actor,
    device: deviceOf(request.headers['user-agent']),
    key: endpoint.keyed ? header : '',
    params: endpoint.params ? parseParams(endpoint.params, request.params) : undefined,
    query: endpoint.query ? parseInput(endpoint.query, request.query) : undefined,
    body: endpoint.body ? parseInput(endpoint.body, request.body) : undefined,
    picture: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
  }
}

/** A faulty part of an address names nothing: that is a 404, not a fault of a form. */
export function parseParams<T>(schema: Parameters<typeof parseInput<T>>[0], params: unknown): T {
  try {
    return parseInput(schema, params)
  } catch {
    throw new Refused('not_found')
  }
}

/** As they come: what was packed once more could unfold to anything. */
const readPicture: readonly RequestHandler[] = [
  (request, response, next) => {
    if (request.is(pictureTypes)) return next()
    const refused = new Refused('unsupported_media', {
      detail: `Send the bytes of a picture, as ${pictureTypes.join(', ')}.`,
    })
    sendProblem(request, response, refused)
  },
  express.raw({ type: pictureTypes, limit: maxPhotoBytes, inflate: false }),
]

const demandJson: RequestHandler = (request, response, next) => {
  if (request.is('application/json')) return next()
  const refused = request.headers['content-type'] === undefined ? 'malformed' : 'unsupported_media'
  sendProblem(request, response, new Refused(refused, { detail: 'Send a JSON body.' }))
}
