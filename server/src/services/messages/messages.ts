import type {
  AdminMessage,
  BookingMessage,
  MessagesPage,
  MessagesQuery,
  Recipient,
} from '@expertconnect/contract/messages/shapes'
import type { Actor } from '../../base/actor.ts'
import { readTimePlace, writeTimePlace } from '../../base/cursors.ts'
import { demandAdmin } from '../../base/demand.ts'
import type { Deps } from '../../base/deps.ts'
import type { Limits } from '../../base/limits.ts'
import { Refused } from '../../base/problem.ts'
import { statusOf } from '../../domain/bookings/policy.ts'
import { confirmationAgain, type Message } from '../../domain/messages/message.ts'
import { formatInstant, hour } from '../../domain/time/instant.ts'
import { findVisible } from '../bookings/bookings.ts'
import type { Parties } from '../bookings/parties.ts'
import { presentAdminMessage, presentBookingMessage } from './present.ts'
import type { MailPause } from './pause.ts'

const perPage = 50
/** Of one booking. */
const againPerHour = 3
/** Sent only to whoever does not see it on the page. */
const unlessSeen: ReadonlySet<Message['kind']> = new Set(['waiting', 'late'])

/** What people see of the mails that they are owed, and what they can do about them. */
export function createMessages(deps: Deps, limits: Limits, pause: MailPause) {
  const { storage, clock, newId } = deps

  return {
    /** Customers see what goes to them, experts also what goes to their customer. */
    async listOfBooking(actor: Actor, id: string): Promise<{ items: BookingMessage[] }> {
      const { parties } = await findVisible(deps, actor, id)
      const messages = await storage.messages.listOfBooking(id)
      const seen = recipientsSeenBy(parties)
      const shown = messages.filter(
        // That nobody had to be called for is no news.
        ({ about, kind, state }) =>
          seen.includes(about.recipient) && !(unlessSeen.has(kind) && state === 'dropped'),
      )
      return { items: shown.map((message) => presentBookingMessage(message, parties)) }
    },

    async sendAgain(actor: Actor, id: string): Promise<void> {
      const { record, parties } = await findVisible(deps, actor, id)
      if (!parties.includes('customer')) throw new Refused('forbidden')
      if (record.state !== 'booked' || statusOf(record, clock()) !== 'booked') {
        throw new Refused('not_changeable')
      }
      const { count, endsIn } = await limits.count('again', id, hour)
      if (count > againPerHour) {
        throw new Refused('too_many', { retryAfterSeconds: Math.ceil(endsIn / 1000) })
      }
      await storage.messages.owe(confirmationAgain(record, newId(), clock()))
    },

    async list(actor: Actor, query: MessagesQuery): Promise<MessagesPage> {
      demandAdmin(actor)
      const [{ items, next }, counts] = await Promise.all([
        storage.messages.list({
          show: query.show ?? 'all',
          after: readTimePlace(query.cursor),
          limit: query.limit ?? perPage,
        }),
        storage.messages.countOf(),
      ])
      const paused = pause.read()
      return {
        items: items.map((message): AdminMessage => presentAdminMessage(message, clock())),
        ...(next ? { nextCursor: writeTimePlace(next) } : {}),
        mail: {
          ...counts,
          paused: paused && {
            since: formatInstant(paused.since),
            until: formatInstant(paused.until),
            reason: paused.reason,
          },
        },
      }
    },

    async retry(actor: Actor, id: string): Promise<void> {
      demandAdmin(actor)
      if (!(await storage.messages.retry(id, clock()))) throw new Refused('not_changeable')
    },
  }
}

function recipientsSeenBy(parties: Parties): readonly Recipient[] {
  return parties.includes('expert') || parties.includes('admin')
    ? ['customer', 'expert']
    : ['customer']
}
