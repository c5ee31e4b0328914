import { createServer, type Server } from 'node:http'
import type { Logger } from 'pino'
import { isLoopback } from './config.ts'
import type { Deps } from '../base/deps.ts'
import { hour, plus } from '../domain/time/instant.ts'
import { createDrain } from './drain.ts'
import { createHttp } from '../http/server.ts'
import { repeat } from '../jobs/repeat.ts'
import type { Outbox } from '../mail/outbox.ts'
import { createGateway } from '../realtime/server.ts'
import { refreshNextFree } from '../jobs/refresh-next-free.ts'
import { createServices, type Services } from '../services/services.ts'

export interface AppOptions extends Deps {
  readonly logger: Logger
  /** Known only once the port is bound. */
  readonly publicUrl: () => string
  readonly secure: boolean
  readonly trustProxy: number
  readonly rateLimits: boolean
  readonly portraitsDir: string
  /** The outbox as a page; `null` everywhere but in a demo on this machine. */
  readonly devMail: Pick<Outbox, 'list'> | null
  readonly clientDir: string | null
}

export interface App {
  readonly server: Server
  readonly services: Services
  /** Ordered: no new work, sockets, jobs, and the store stays open for whoever opened it. */
  close(): Promise<void>
}

/** Holds end at most this much after their expiry. */
const holdSweepMs = 250
const nextFreeMs = 250
const forgetMs = hour

/** Puts the application together. Nothing listens yet. */
export function createApp(options: AppOptions): App {
  const { storage, clock, logger, publicUrl } = options
  const services = createServices(options, publicUrl)
  const isAllowedOrigin = (origin: string): boolean =>
    origin === publicUrl() || isLoopbackOn(portOf(server), origin)
  const http = createHttp({ ...options, services, isAllowedOrigin, ready: () => storage.ping() })
  const server = createServer(http)
  const drain = createDrain(server)
  const gateway = createGateway(server, {
    services,
    clock,
    logger,
    secure: options.secure,
    isAllowedOrigin,
    timeZoneOf: async (id) => {
      const expert = await storage.experts.find(id)
      if (!expert) throw new Error(`There is no expert ${id}`)
      return expert.schedule.timeZone
    },
    listen: (listener) => storage.listen(listener),
  })

  async function forget(): Promise<void> {
    await storage.bookings.forgetReleased(plus(clock(), -24 * hour))
    await storage.uses.forget(clock())
    await storage.people.forgetEnded(clock())
  }

  const jobs = [
    repeat('release-holds', holdSweepMs, () => storage.bookings.releaseExpired(clock()), logger),
    repeat('next-free', nextFreeMs, () => refreshNextFree(options), logger),
    repeat('forget', forgetMs, forget, logger),
  ]
  return {
    server,
    services,
    async close() {
      // The gateway waits for connections to end, and they end by draining.
      await Promise.all([gateway.close(), drain()])
      await Promise.all(jobs.map((job) => job.stop()))
      services.boards.close()
    },
  }
}

/** `localhost`, `127.0.0.1` and `[::1]` are one place if the port is the one that this server listens on. */
function isLoopbackOn(port: number, origin: string): boolean {
  if (!URL.canParse(origin)) return false
  const url = new URL(origin)
  return url.protocol === 'http:' && Number(url.port || 80) === port && isLoopback(url.hostname)
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : -1
}
