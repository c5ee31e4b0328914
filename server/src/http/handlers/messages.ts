import type { Services } from '../../services/services.ts'
import type { Handlers } from './handler.ts'

type MessageHandlers = Pick<
  Handlers,
  | 'listBookingMessages'
  | 'sendAgain'
  | 'getMailChoices'
  | 'chooseMails'
  | 'listMessages'
  | 'retryMessage'
>

/** The e-mails that are due to people. */
export function createMessageHandlers({ messages, mailChoices }: Services): MessageHandlers {
  return {
    listBookingMessages: ({ actor, params }) => messages.listOfBooking(actor, params.id),
    sendAgain: async ({ actor, params }) => {
      await messages.sendAgain(actor, params.id)
      return null
    },
    getMailChoices: ({ actor }) => mailChoices.read(actor),
    chooseMails: ({ actor, body }) => mailChoices.choose(actor, body),
    listMessages: ({ actor, query }) => messages.list(actor, query),
    retryMessage: async ({ actor, params }) => {
      await messages.retry(actor, params.id)
      return null
    },
  }
}
