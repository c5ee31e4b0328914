import type { IncomingMessage } from 'node:http'
import { BookingWatch, DeskWatch } from '@expertconnect/contract/realtime'
import { demandExpert, demandPerson } from '../base/demand.ts'
import { mintActor } from '../base/sessions.ts'
import { type Committed, isBooking } from '../domain/bookings/booking.ts'
import { emailKey } from '../domain/people/person.ts'
import type { Services } from '../services/services.ts'
import { type ClientSocket, type Commands, join, type Sockets } from './commands.ts'

/** Look-ups, which a stranger can ask for with made-up tokens. */
const lookUpCost = 5
const bookingRoom = (id: string) => `booking:${id}`
const addressRoom = (email: string) => `address:${emailKey(email)}`
/** The bookings of an expert, told to that expert. */
export const deskRoom = (expertId: string) => `desk:${expertId}`

interface BookingOptions {
  readonly bookings: Services['bookings']
  readonly addressOf: (request: IncomingMessage) => string | undefined
  /** The server's clock, as a client reads it. */
  readonly now: () => string
}

/** Tells who may see a booking that it changed, and nothing else: the client reads it again through HTTP. */
export function createBookings(sockets: Sockets, { bookings, addressOf, now }: BookingOptions) {
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
          await bookings.read(actor, id)
          await join(socket, bookingRoom(id))
          const { booking } = await bookings.read(actor, id)
          return { now: now(), version: booking.version }
        },
        { cost: lookUpCost },
      )
      on('desk:watch', DeskWatch, async () => {
        await join(socket, deskRoom(demandExpert(asking()).expertId))
        return { now: now() }
      })
    },

    tell({ record }: Committed): void {
      const { expertId, id, version } = record
      const own = isBooking(record) ? [addressRoom(record.customer.email), deskRoom(expertId)] : []
      sockets.to([bookingRoom(id), ...own]).emit('bookingChanged', { id, version })
    },
  }
}
