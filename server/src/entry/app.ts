import type { Server } from 'node:http'
import type { Logger } from 'pino'
import type { Deps } from '../base/deps.ts'
import { createLogMarks } from '../base/log-marks.ts'
import { isLoopbackOn } from '../base/network.ts'
import { createSampler } from '../base/sampling.ts'
import { createFront, shareWithUpgrades } from '../http/front.ts'
import type { DevMail } from '../http/pages/dev-mail.ts'
import { createHttp } from '../http/server.ts'
import { keepCheckingMail } from '../jobs/check-mail.ts'
import { keepCheckingRelay } from '../jobs/check-relay.ts'
import { keepDelivering } from '../jobs/deliver-messages.ts'
import { keepCalendarsFresh } from '../jobs/refresh-calendars.ts'
import { keepCalendarsTold } from '../jobs/tell-calendars.ts'
import { keepForgetting } from '../jobs/forget.ts'
import { keepForgettingMail } from '../jobs/forget-mail.ts'
import { keepNextFree } from '../jobs/refresh-next-free.ts'
import { keepReleasingHolds } from '../jobs/release-holds.ts'
import { keepSettling } from '../jobs/settle-calls.ts'
import { createMailHealth } from '../mail/mail-health.ts'
import { createSendNow } from './send-now.ts'
import { createIceServers, createOpenIceServers, type RelaySettings } from '../relay/ice-servers.ts'
import { createRelayHealth } from '../relay/relay-health.ts'
import { createSockets, type SocketOptions } from '../realtime/server.ts'
import { createCallFaults } from '../services/calls/faults.ts'
import { recalledExpert } from '../services/experts/find.ts'
import { createServices, type Services } from '../services/services.ts'
import { createDrain } from './drain.ts'

/** What the application makes of its other options. */
type MadeHere = 'sendMail' | 'iceServers' | 'practiceIceServers' | 'relay' | 'callFaults'

export interface AppOptions extends Omit<Deps, MadeHere> {
  /** How browsers find a path to each other. */
  readonly relaySettings: RelaySettings
  /** Whether that is a server, and not this machine. */
  readonly hasMailServer: boolean
  readonly logger: Logger
  /** Known only once the port is bound. */
  readonly publicUrl: () => string
  readonly secure: boolean
  readonly trustProxy: number
  /** Pages may be opened by any name of this machine. */
  readonly loopbackOrigins: boolean
  readonly rateLimits: boolean
  readonly portraitsDir: string
  /** The outbox as a page, for who has the key; `null` everywhere but in a demo on this machine, whose mail stays there. */
  readonly devMail: DevMail | null
  /** Only a demo on this machine shows the kit that pages are made of. */
  readonly showsKit: boolean
  readonly clientDir: string | null
  /** Where weaknesses are reported; `null` where nobody has said. */
  readonly securityContact: string | null
  /** Opens the hook for reports of failed delivery; `null`: there is none. */
  readonly bounceSecret: string | null
}

export interface App {
  readonly server: Server
  readonly services: Services
  /** Why no mail can be handed over now, or null; from then on that is watched. */
  checkMail(): Promise<string | null>
  /** Ordered: no new work, sockets, jobs, and the store stays open for whoever opened it. */
  close(): Promise<void>
}

/** Puts the application together. Nothing listens yet. */
export function createApp(options: AppOptions): App {
  const { storage, clock, logger, publicUrl, relaySettings } = options
  const relayHealth = createRelayHealth(relaySettings, clock, logger)
  const mailHealth = createMailHealth(options.transport, options.hasMailServer, clock, logger)
  const deps: Deps = {
    ...options,
    transport: mailHealth.transport,
    sendMail: createSendNow(mailHealth.transport, options.newMessageId, clock),
    iceServers: createIceServers(relaySettings),
    practiceIceServers: createOpenIceServers(relaySettings),
    relay: relayHealth.read,
    callFaults: createCallFaults(options, logger),
  }
  const services = createServices(deps, publicUrl)
  const isAllowedOrigin = (origin: string): boolean =>
    origin === publicUrl() || (options.loopbackOrigins && isLoopbackOn(portOf(server), origin))
  const marks = createLogMarks(options.tokens)
  const sample = createSampler()
  const http = createHttp({
    ...options,
    marks,
    sample,
    services,
    isAllowedOrigin,
    ready: () => storage.ping(),
    relay: relayHealth.read,
    mail: mailHealth.read,
  })
  const server = createFront(http)
  const drain = createDrain(server)
  const socketOptions: SocketOptions = {
    services,
    clock,
    logger,
    marks,
    sample,
    secure: options.secure,
    rateLimits: options.rateLimits,
    trustProxy: options.trustProxy,
    isAllowedOrigin,
    isListed: async (id) => (await storage.experts.recall(id))?.listed === true,
    timeZoneOf: async (id) => (await recalledExpert(storage, id)).schedule.timeZone,
    listen: (listener) => storage.listen(listener),
  }
  const sockets = shareWithUpgrades(server, () => createSockets(server, socketOptions))

  const jobs = [
    keepReleasingHolds(options, logger),
    keepNextFree(options, logger),
    keepForgetting(options, logger),
    keepForgettingMail(options, logger),
    keepCheckingMail(mailHealth, logger),
    keepDelivering(options, services, logger),
    keepSettling(services, logger),
    keepCalendarsFresh(services, logger),
    keepCalendarsTold(options, services, logger),
    ...(relaySettings.turnSecret === null ? [] : [keepCheckingRelay(relayHealth, logger)]),
  ]
  return {
    server,
    services,
    checkMail: () => mailHealth.check(),
    async close() {
      // The sockets' server waits for connections to end, and they end by draining.
      await Promise.all([sockets.close(), drain()])
      await Promise.all(jobs.map((job) => job.stop()))
      services.boards.close()
      services.outlook.close()
      services.pageMemory.close()
    },
  }
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : -1
}
