import type { Server as HttpServer, IncomingMessage } from 'node:http'
import { BoardWatch, BookingWatch, DeskWatch } from '@expertconnect/contract/realtime'
import type { ClientToServer, ServerToClient } from '@expertconnect/contract/realtime'
import type { Logger } from 'pino'
import { Server, type Socket } from 'socket.io'
import type { SignedIn } from '../base/actor.ts'
import { readCookie } from '../base/cookies.ts'
import { type Committed, isSession } from '../domain/bookings/booking.ts'
import { formatInstant, type Instant } from '../domain/time/instant.ts'
import { emailKey } from '../domain/people/person.ts'
import { Refused } from '../base/problem.ts'
import type { Services } from '../services/services.ts'
import { mintActor } from '../base/sessions.ts'
import { createCommands } from './commands.ts'
import { toBookingUpdated } from './boards.ts'

export interface GatewayOptions {
  readonly services: Services
  readonly clock: () => Instant
  readonly logger: Logger
  /** Of the session cookie. */
  readonly secure: boolean
  readonly isAllowedOrigin: (origin: string) => boolean
  /** The zone in which an expert's events are labelled. */
  readonly timeZoneOf: (expertId: string) => Promise<string>
  readonly listen: (listener: {
    changed(changes: readonly Committed[]): void
    scheduleChanged(expertId: string): void
    sessionEnded(sessionId: string): void
    personChanged(personId: string): void
    interrupted(): void
    resumed(complete: boolean): void
  }) => () => void
}

const boardRoom = (expertId: string) => `board:${expertId}`
const bookingRoom = (id: string) => `booking:${id}`
const addressRoom = (email: string) => `address:${emailKey(email)}`
/** The sessions of an expert, told to that expert. */
const deskRoom = (expertId: string) => `desk:${expertId}`
/** Left only by going: they are how a socket is found that must be let go. */
const sessionRoom = (id: string) => `session:${id}`
const personRoom = (id: string) => `person:${id}`
/** Boards and bookings that one socket may watch at a time: a page watches a few. */
const roomsPerSocket = 60

/** The time zones of experts whose boards were looked at, remembered for their events. */
const rememberedZones = 10_000
/** An election that somebody asked for takes less, and then nobody needs to notice. */
const interruptionMs = 2000

type NoServerEvents = Record<string, never>

interface SocketData {
  signedIn?: SignedIn | null
}

/** Tells who looks at an expert or a booking what was committed, and nobody else. */
export function createGateway(httpServer: HttpServer, options: GatewayOptions) {
  const { services, clock } = options
  /** Changes go unheard: nobody may believe that what they look at is live. */
  let deaf = false
  const io = new Server<ClientToServer, ServerToClient, NoServerEvents, SocketData>(httpServer, {
    serveClient: false,
    // No sticky sessions are needed, and compression would cost 250 KB of memory a socket.
    transports: ['websocket'],
    perMessageDeflate: false,
    maxHttpBufferSize: 64 * 1024,
    allowRequest: (request: IncomingMessage, decide) => {
      const { origin } = request.headers
      decide(null, !deaf && (origin === undefined || options.isAllowedOrigin(origin)))
    },
  })

  // Who had shaken hands before, and asks to come in only now, would not be among those who were sent away.
  io.use((_socket, next) => next(deaf ? new Error('Not now') : undefined))

  io.use((socket, next) => void recognise(socket, next))

  io.on('connection', (socket) => {
    const on = createCommands(socket, options.logger)
    const now = () => formatInstant(clock())

    on('board:watch', BoardWatch, async ({ expertId }) => {
      await join(socket, boardRoom(expertId))
      return { now: now() }
    })
    on('board:unwatch', BoardWatch, async ({ expertId }) => {
      await socket.leave(boardRoom(expertId))
      return null
    })
    on('bookings:watch', BookingWatch, async (wanted) => {
      if (wanted.id === undefined) {
        const { signedIn } = socket.data
        if (!signedIn) throw new Refused('signed_out')
        await join(socket, addressRoom(signedIn.person.email))
        return { now: now() }
      }
      const { id, token } = wanted
      const actor = mintActor({ ip: socket.handshake.address, authorization: `Bearer ${token}` })
      // Read before joining, so that no stranger hears of it, and after, so that no change falls in between.
      await services.bookings.read(actor, id)
      await join(socket, bookingRoom(id))
      const { booking } = await services.bookings.read(actor, id)
      return { now: now(), version: booking.version }
    })
    on('desk:watch', DeskWatch, async () => {
      const { signedIn } = socket.data
      if (!signedIn) throw new Refused('signed_out')
      const { expertId } = signedIn.person
      if (expertId === null) throw new Refused('forbidden')
      await join(socket, deskRoom(expertId))
      return { now: now() }
    })
  })

  /** Who is signed in in the browser that asks; what a cookie says is looked up for every connection. */
  async function recognise(
    socket: Pick<Socket, 'handshake' | 'data' | 'join'>,
    next: (error?: Error) => void,
  ): Promise<void> {
    const { cookie } = socket.handshake.headers
    const session = readCookie(cookie, 'session', options.secure)
    try {
      const signedIn = session === undefined ? null : await services.signIn.recognise(session)
      socket.data.signedIn = signedIn
      if (signedIn) {
        await socket.join([sessionRoom(signedIn.session.id), personRoom(signedIn.person.id)])
      }
      next()
    } catch (error) {
      next(error instanceof Error ? error : new Error('Not now'))
    }
  }

  const zones = new Map<string, Promise<string>>()

  function timeZoneOf(expertId: string): Promise<string> {
    const known = zones.get(expertId)
    if (known) return known
    if (zones.size >= rememberedZones) zones.clear()
    const asked = options.timeZoneOf(expertId)
    zones.set(expertId, asked)
    asked.catch(() => zones.delete(expertId))
    return asked
  }

  // One chain keeps the order of events: finding an expert's zone takes a turn of the loop.
  let told = Promise.resolve()
  let patience: NodeJS.Timeout | undefined
  const stopListening = options.listen({
    changed(changes) {
      for (const change of changes) told = told.then(() => tell(change))
    },
    scheduleChanged(expertId) {
      zones.delete(expertId)
      io.to([boardRoom(expertId), deskRoom(expertId)]).emit('boardStale', { expertId })
    },
    sessionEnded(id) {
      io.in(sessionRoom(id)).disconnectSockets(true)
    },
    personChanged(id) {
      // What they may do is looked at anew as they come back.
      io.in(personRoom(id)).disconnectSockets(true)
    },
    interrupted() {
      // Told again, it is still the same interruption: a new timer each time might never run out.
      patience ??= setTimeout(() => {
        deaf = true
        // They come back by themselves, spread out, say so meanwhile, and take a fresh snapshot.
        io.disconnectSockets(true)
      }, interruptionMs)
    },
    resumed(complete) {
      clearTimeout(patience)
      patience = undefined
      deaf = false
      if (!complete) tellStale()
    },
  })

  async function tell(change: Committed): Promise<void> {
    const { expertId, id, version } = change.record
    const { record } = change
    const own = isSession(record) ? [addressRoom(record.customer.email), deskRoom(expertId)] : []
    io.to([bookingRoom(id), ...own]).emit('bookingChanged', { id, version })
    if (change.kind === 'corrected' || !isWatched(boardRoom(expertId))) return
    try {
      const event = toBookingUpdated(change, await timeZoneOf(expertId))
      io.to(boardRoom(expertId)).emit('bookingUpdated', event)
    } catch (error) {
      options.logger.error({ err: error }, 'an event could not be told')
      io.to(boardRoom(expertId)).emit('boardStale', { expertId })
    }
  }

  /**
   * Nobody knows what was missed: each takes a snapshot. Those who follow a booking do so by coming back, and whoever is
   * signed in as well: their session may have ended unheard.
   */
  function tellStale(): void {
    for (const room of io.of('/').adapter.rooms.keys()) {
      if (room.startsWith(boardRoom(''))) {
        io.to(room).emit('boardStale', { expertId: room.slice(boardRoom('').length) })
      }
      if (/^(booking|address|desk|person):/.test(room)) io.in(room).disconnectSockets(true)
    }
  }

  function isWatched(room: string): boolean {
    return (io.of('/').adapter.rooms.get(room)?.size ?? 0) > 0
  }

  return {
    async close(): Promise<void> {
      stopListening()
      clearTimeout(patience)
      await told
      await io.close()
    },
  }
}

async function join(socket: Pick<Socket, 'rooms' | 'leave' | 'join'>, room: string): Promise<void> {
  // The oldest room makes place: a page that moves from expert to expert and forgets to unwatch keeps working.
  const rooms = [...socket.rooms].filter((each) => /^(board|booking|address|desk):/.test(each))
  if (rooms.length >= roomsPerSocket && rooms[0] !== undefined) await socket.leave(rooms[0])
  await socket.join(room)
}
