import type { IncomingMessage } from 'node:http'
import { BookingWatch, DeskWatch } from '@expertconnect/contract/realtime'
import type { Logger } from 'pino'
import { demandExpert, demandPerson } from '../base/demand.ts'
import { logFault } from '../base/log.ts'
import { mintActor } from '../base/sessions.ts'
import { type BookingRecord, type Committed, isBooking } from '../domain/bookings/booking.ts'
import { emailKey } from '../domain/people/person.ts'
import type { Services } from '../services/services.ts'
import { type ClientSocket, type Commands, join, type Sockets } from './commands.ts'

/** Of the customer's link as it was then: a correction of the address voids it, and nobody is told in its room again. */
const customerRoom = (id: string, tokenVersion: number) => `booking:${id}:${tokenVersion}`
const expertRoom = (id: string) => `booking:${id}:expert`
const addressRoom = (email: string) => `address:${emailKey(email)}`
/** Look-ups, which a stranger can ask for with made-up tokens. */
const lookUpCost = 5
/** The bookings of an expert, told to that expert. */
export const deskRoom = (expertId: string) => `desk:${expertId}`

/** Of its customer alone. */
function roomsOfCustomer({ id, tokenVersion, customer }: BookingRecord): string[] {
  return [customerRoom(id, tokenVersion), addressRoom(customer.email)]
}

/** Of all who may see it, as it is now. */
function roomsOf(record: BookingRecord): string[] {
  const { expertId, id } = record
  return [...roomsOfCustomer(record), expertRoom(id), deskRoom(expertId)]
}

interface BookingOptions {
  readonly bookings: Services['bookings']
  readonly calls: Pick<Services['callEntry'], 'findBooking' | 'listBehind'>
  readonly logger: Logger
  readonly addressOf: (request: IncomingMessage) => string | undefined
  /** The server's clock, as a client reads it. */
  readonly now: () => string
}

/** Tells who may see a booking that it changed, and nothing else: the client reads it again through HTTP. */
export function createBookings(sockets: Sockets, options: BookingOptions) {
  const { bookings, calls, logger, addressOf, now } = options
  return {
    serve(socket: ClientSocket, on: Commands): void {
      const asking = () => ({ signedIn: socket.data.signedIn ?? null })
      on(
        'bookings:watch',
        BookingWatch,
        async (wanted) => {
          if (wanted.id === undefined) {
            await join(socket, addressRoom(demandPerson(asking()).email))
            return { now: now() }
          }
          const { id, token } = wanted
          const ip = addressOf(socket.request)
          const actor = mintActor({ ip, authorization: `Bearer ${token}` })
          // Read before joining, so that no stranger hears of it, and after, so that no change falls in between.
          const { link, tokenVersion } = await bookings.readByLink(actor, id)
          await join(socket, link === 'expert' ? expertRoom(id) : customerRoom(id, tokenVersion))
          const { version } = await bookings.readByLink(actor, id)
          return { now: now(), version }
        },
        { cost: lookUpCost },
      )
      on('desk:watch', DeskWatch, async () => {
        await join(socket, deskRoom(demandExpert(asking()).expertId))
        return { now: now() }
      })
    },

    tell({ record }: Committed): void {
      if (!isBooking(record)) return
      const { id, version } = record
      sockets.to(roomsOf(record)).emit('bookingChanged', { id, version })
    },

    /**
     * Somebody came into its room, or is gone from it. Who that is they read for themselves; as do the customers of what
     * comes right behind it, whose expert may be held up by it or no longer.
     */
    async tellPresence(id: string): Promise<void> {
      try {
        const record = await calls.findBooking(id)
        if (!record) return
        sockets.to(roomsOf(record)).emit('presenceChanged', { id })
        for (const next of await calls.listBehind(record)) {
          sockets.to(roomsOfCustomer(next)).emit('presenceChanged', { id: next.id })
        }
      } catch (error) {
        logFault(logger, error, { bookingId: id })
      }
    },
  }
}
