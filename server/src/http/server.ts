import { endpoints } from '@expertconnect/contract/endpoints'
import type { CallHealth } from '@expertconnect/contract/calls/shapes'
import compression from 'compression'
import express, {
  type ErrorRequestHandler,
  type Express,
  type RequestHandler,
  Router,
} from 'express'
import type { Logger } from 'pino'
import type { Instant } from '../domain/time/instant.ts'
import { logFault } from '../base/log.ts'
import type { LogMarks } from '../base/log-marks.ts'
import type { MailState } from '../mail/mail-health.ts'
import { Refused } from '../base/problem.ts'
import type { Sample } from '../base/sampling.ts'
import type { Services } from '../services/services.ts'
import { bindEndpoints, routePath } from './bind.ts'
import { boardRoute } from './routes/board.ts'
import { type DevMail, devMailRoutes } from './pages/dev-mail.ts'
import { exchangeOf, sendProblem, wideEvents } from './exchange.ts'
import { createHandlers } from './handlers/handlers.ts'
import { serveOpenApi } from './openapi/routes.ts'
import { looksOf } from './pages/document.ts'
import { createFirstData } from './pages/first-data.ts'
import { problemPage } from './pages/problem.ts'
import { bounceRoutes } from './routes/bounces.ts'
import { calendarFeedRoute } from './routes/calendar-feed.ts'
import { calendarFileRoute } from './routes/calendar-file.ts'
import { photoRoute } from './routes/photo.ts'
import { probeRoutes } from './routes/probes.ts'
import { shareRoutes } from './routes/share-picture.ts'
import { securityTxt } from './routes/security-txt.ts'
import { servePages } from './pages/client.ts'
import { createRateLimits, type RateLimits } from './guards/rate-limits.ts'
import { demandOrigin, securityHeaders } from './guards/security.ts'
import { demandThisMachine } from './guards/this-machine.ts'

export interface HttpOptions {
  readonly services: Services
  readonly clock: () => Instant
  readonly logger: Logger
  readonly marks: LogMarks
  /** Of refusals, which go into the log. */
  readonly sample: Sample
  readonly publicUrl: () => string
  readonly secure: boolean
  readonly isAllowedOrigin: (origin: string) => boolean
  readonly trustProxy: number
  readonly rateLimits: boolean
  /** Throws if the store cannot serve. */
  readonly ready: () => Promise<void>
  /** Whether the relay of calls does its part. */
  readonly relay: () => CallHealth['relay']
  /** Whether mails can be handed over. */
  readonly mail: () => MailState
  readonly portraitsDir: string
  /** The outbox as a page, for who has the key; `null` everywhere but in a demo on this machine, whose mail stays there. */
  readonly devMail: DevMail | null
  /** Only a demo on this machine shows the kit that pages are made of. */
  readonly showsKit: boolean
  /** `null` where the client is not built: the interface alone is served then. */
  readonly clientDir: string | null
  /** Where weaknesses are reported; `null` where nobody has said. */
  readonly securityContact: string | null
  /** Opens the hook for reports of failed delivery; `null`: there is none. */
  readonly bounceSecret: string | null
}

export function createHttp(options: HttpOptions): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', options.trustProxy)
  app.set('query parser', 'simple')
  app.use(wideEvents(options.logger, options.marks, options.sample))
  app.use(securityHeaders(options.secure))
  const limits = options.rateLimits
    ? createRateLimits(options.services.limits, options.logger, options.clock)
    : null
  const reads = limits ? [limits.reads] : []
  if (limits) app.use(limits.floods)
  app.use('/api/v1', createApi(options, limits))
  app.use(probeRoutes({ ...options, limits: limits ? [limits.probes] : [] }))
  app.get('/problems/:code', problemPage)
  if (options.securityContact !== null) {
    app.get(
      '/.well-known/security.txt',
      securityTxt(options.securityContact, options.clock, options.publicUrl),
    )
  }
  if (options.bounceSecret !== null) {
    app.use(bounceRoutes(options.services.bounces, options.bounceSecret, limits))
  }
  serveOpenApi(app, options.secure, looksOf(options.clientDir))
  if (options.devMail)
    app.use('/dev/mail', demandThisMachine, devMailRoutes(options.devMail, options.secure))
  app.use(
    '/portraits',
    express.static(options.portraitsDir, { index: false, maxAge: '7d' }),
    // What is no portrait is refused as everything else is, not by the words of that middleware.
    () => {
      throw new Refused('not_found')
    },
  )
  app.get('/photos/:file', ...reads, photoRoute(options.services.profiles))
  app.use(shareRoutes({ ...options, limits: reads }))
  if (options.clientDir) {
    servePages(app, {
      clientDir: options.clientDir,
      firstData: createFirstData(options.services, options.clock),
      memory: options.services.pageMemory,
      publicUrl: options.publicUrl,
      showsKit: options.showsKit,
      secure: options.secure,
      limits: reads,
    })
  }
  app.use(() => {
    throw new Refused('not_found')
  })
  app.use(answerErrors(options.logger))
  return app
}

function createApi(options: HttpOptions, limits: RateLimits | null): Router {
  const { services, clock } = options
  const router = Router()
  router.use(demandOrigin(options.isAllowedOrigin))
  router.use(compressIfAccepted())
  const board = boardRoute(services.boards, clock)
  router.get(routePath(endpoints.getBoard.path), ...(limits?.of('getBoard') ?? []), board)
  bindEndpoints(router, createHandlers(services), limits, {
    secure: options.secure,
    recognise: (session) => services.signIn.recognise(session),
  })
  const calendarFile = calendarFileRoute(services.calendarFiles)
  const reads = limits ? [limits.reads] : []
  router.get<{ id: string }>('/bookings/:id/calendar.ics', ...reads, calendarFile)
  router.get<{ address: string }>(
    '/calendars/:address.ics',
    ...(limits ? [limits.feeds] : []),
    calendarFeedRoute(services.calendarFeeds),
  )
  for (const [path, methods] of methodsByPath()) {
    router.all(routePath(path), (_request, response) => {
      response.setHeader('Allow', methods.join(', '))
      throw new Refused('method_not_allowed')
    })
  }
  router.use(() => {
    throw new Refused('not_found')
  })
  return router
}

function methodsByPath(): Map<string, string[]> {
  const byPath = new Map<string, string[]>()
  for (const { path, method } of Object.values(endpoints)) {
    const methods = method === 'GET' ? ['GET', 'HEAD'] : [method]
    byPath.set(path, [...(byPath.get(path) ?? []), ...methods])
  }
  return byPath
}

/** Compression wraps what an answer is written with, a fifth of the cost of a board: only for those who accept it. */
function compressIfAccepted(): RequestHandler {
  const compress = compression()
  return (request, response, next) => {
    if (request.headers['accept-encoding'] !== undefined) return compress(request, response, next)
    response.vary('Accept-Encoding')
    next()
  }
}

/** Refusals are answered by the catalogue; what Express and its parsers throw is mapped to it; the rest is a 500. */
function answerErrors(logger: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error)
    const refused = error instanceof Refused ? error : refusalOf(error)
    if (!refused) logFault(logger, error, { requestId: exchangeOf(request).requestId })
    sendProblem(request, response, refused ?? error)
  }
}

function refusalOf(error: unknown): Refused | null {
  if (!(error instanceof Error) || !('status' in error)) return null
  if (error.status === 413) return new Refused('too_large')
  if (error.status === 415) return new Refused('unsupported_media')
  if (error.status === 404) return new Refused('not_found')
  return typeof error.status === 'number' && error.status < 500 ? new Refused('malformed') : null
}
