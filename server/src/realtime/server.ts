import type { Server as HttpServer, IncomingMessage } from 'node:http'
import type { Logger } from 'pino'
import { Server } from 'socket.io'
import type { LogMarks } from '../base/log-marks.ts'
import type { Sample } from '../base/sampling.ts'
import type { Committed } from '../domain/bookings/booking.ts'
import { formatInstant, type Instant } from '../domain/time/instant.ts'
import type { Services } from '../services/services.ts'
import type { SeatState, Signal } from '../domain/calls/seat.ts'
import { createBoards } from './boards.ts'
import { createBookings } from './bookings.ts'
import { createCalls } from './calls.ts'
import { createCommands, type Sockets } from './commands.ts'
import { createLines } from './lines.ts'
import { createPeople } from './people.ts'

export interface SocketOptions {
  readonly services: Services
  readonly clock: () => Instant
  readonly logger: Logger
  /** Of the session cookie. */
  readonly secure: boolean
  readonly isAllowedOrigin: (origin: string) => boolean
  /** The zone in which an expert's events are labelled. */
  readonly timeZoneOf: (expertId: string) => Promise<string>
  /** To strangers there are no others. */
  readonly isListed: (expertId: string) => Promise<boolean>
  readonly marks: LogMarks
  /** Of refusals, which go into the log. */
  readonly sample: Sample
  readonly rateLimits: boolean
  readonly trustProxy: number
  readonly listen: (listener: {
    changed(changes: readonly Committed[]): void
    scheduleChanged(expertId: string): void
    sessionEnded(sessionId: string): void
    personChanged(personId: string): void
    seatChanged(state: SeatState): void
    signalled(signal: Signal): void
    interrupted(): void
    resumed(complete: boolean): void
  }) => () => void
}

/** An election that somebody asked for takes less, and then nobody needs to notice. */
const interruptionMs = 2000

/** Tells who looks at an expert or a booking what was committed, and nobody else. */
export function createSockets(httpServer: HttpServer, options: SocketOptions) {
  const { services, clock, logger, marks, sample } = options
  const lines = createLines({ limited: options.rateLimits, trustProxy: options.trustProxy, clock })
  /** Changes go unheard: nobody may believe that what they look at is live. */
  let deaf = false
  const sockets: Sockets = new Server(httpServer, {
    serveClient: false,
    // No sticky sessions are needed, and compression would cost 250 KB of memory a socket.
    transports: ['websocket'],
    perMessageDeflate: false,
    maxHttpBufferSize: 64 * 1024,
    allowRequest: (request: IncomingMessage, decide) => {
      const { origin } = request.headers
      if (deaf || (origin !== undefined && !options.isAllowedOrigin(origin))) {
        return decide(null, false)
      }
      void lines.admit(request).then((isAdmitted) => decide(null, isAdmitted && !deaf))
    },
  })
  sockets.engine.on('connection', (line: Parameters<typeof lines.follow>[0]) => lines.follow(line))
  const now = () => formatInstant(clock())
  const boards = createBoards(sockets, {
    ...options,
    now,
    isCurrent: (expertId, seen) => services.boards.isCurrent(expertId, seen),
  })
  const { addressOf } = lines
  const bookings = createBookings(sockets, {
    bookings: services.bookings,
    calls: services.callEntry,
    logger,
    addressOf,
    now,
  })
  const people = createPeople(sockets, { signIn: services.signIn, secure: options.secure })

  const calls = createCalls(sockets, {
    entry: services.callEntry,
    logger,
    now,
    isDeaf: () => deaf,
  })

  // Who had shaken hands before, and asks to come in only now, would not be among those who were sent away.
  sockets.use((_socket, next) => next(deaf ? new Error('Not now') : undefined))
  sockets.use((socket, next) => void people.recognise(socket, next))
  sockets.on('connection', (socket) => {
    socket.data.network = lines.networkOf(socket.request)
    const on = createCommands(socket, { logger, marks, sample, lines })
    boards.serve(socket, on)
    bookings.serve(socket, on)
    calls.serve(socket, on)
  })

  // One chain keeps the order of events: finding an expert's zone takes a turn of the loop.
  let told = Promise.resolve()
  let patience: NodeJS.Timeout | undefined
  const stopListening = options.listen({
    changed(changes) {
      for (const change of changes) calls.changed(change)
      for (const change of changes) told = told.then(() => tell(change))
    },
    scheduleChanged(expertId) {
      boards.tellScheduleChanged(expertId)
      // What happens to them from here on waits for it.
      told = told.then(() => boards.lookAgain(expertId))
    },
    sessionEnded(id) {
      // First, while they can still be told why.
      calls.sessionEnded(id)
      people.sessionEnded(id)
    },
    personChanged(id) {
      people.doubt(id)
      void calls.personChanged(id).finally(() => people.personChanged(id))
    },
    seatChanged(state) {
      calls.seatChanged(state)
      void bookings.tellPresence(state.bookingId)
    },
    signalled: (signal) => calls.signalled(signal),
    interrupted() {
      // Told again, it is still the same interruption: a new timer each time might never run out.
      patience ??= setTimeout(() => {
        deaf = true
        // They come back by themselves, spread out, say so meanwhile, and take a fresh snapshot.
        sockets.disconnectSockets(true)
      }, interruptionMs)
    },
    resumed(complete) {
      clearTimeout(patience)
      patience = undefined
      deaf = false
      if (complete) return
      calls.lookAgain()
      told = told.then(() => boards.tellAllStale())
      sendAway()
    },
  })

  async function tell(change: Committed): Promise<void> {
    bookings.tell(change)
    await boards.tell(change)
  }

  /**
   * Nobody knows what was missed. Those who follow a booking, or are in a call, take a snapshot by coming back, and whoever is signed in
   * comes back as well: their session may have ended unheard.
   */
  function sendAway(): void {
    for (const room of sockets.of('/').adapter.rooms.keys()) {
      if (/^(booking|address|desk|person|call):/.test(room))
        sockets.in(room).disconnectSockets(true)
    }
  }

  return {
    /** Whether a request asks for a line of ours. */
    isOurs: ({ url = '', headers }: IncomingMessage): boolean =>
      url.startsWith(`${sockets.path()}/`) && headers.upgrade?.toLowerCase() === 'websocket',

    async close(): Promise<void> {
      stopListening()
      calls.close()
      clearTimeout(patience)
      await told
      // It waits for what else is under way; the seats of those it sends away first do not.
      const closed = sockets.close()
      await calls.freeSeats()
      await closed
    },
  }
}
