import * as z from 'zod/mini'
import { type EndpointsOf, IdParams, roleRefusals } from '../endpoint.ts'
import { messageRoutes } from './routes.ts'
import { BookingMessages, MailChoices, MessageId, MessagesPage, MessagesQuery } from './shapes.ts'

/** The mails that people are owed, and what became of each. */
export const messageEndpoints = {
  listBookingMessages: {
    ...messageRoutes.listBookingMessages,
    summary: 'Read which mails were sent about a booking, and what became of each',
    params: IdParams,
    response: BookingMessages,
    status: 200,
    personal: true,
    token: 'manageToken',
    problems: ['not_found', 'link_over'],
  },
  sendAgain: {
    ...messageRoutes.sendAgain,
    summary: 'Send the customer the confirmation of their booking again',
    params: IdParams,
    response: null,
    status: 202,
    personal: true,
    token: 'manageToken',
    perHour: 60,
    problems: ['not_found', 'link_over', 'forbidden', 'not_changeable'],
  },
  getMailChoices: {
    ...messageRoutes.getMailChoices,
    summary: 'Read which mails an expert gets',
    response: MailChoices,
    status: 200,
    personal: true,
    problems: roleRefusals,
  },
  chooseMails: {
    ...messageRoutes.chooseMails,
    summary: 'Choose which mails an expert gets',
    body: MailChoices,
    response: MailChoices,
    status: 200,
    personal: true,
    problems: roleRefusals,
  },
  listMessages: {
    ...messageRoutes.listMessages,
    summary: 'Read what waits to be sent, what failed, and whether mail goes out',
    query: MessagesQuery,
    response: MessagesPage,
    status: 200,
    personal: true,
    problems: roleRefusals,
  },
  retryMessage: {
    ...messageRoutes.retryMessage,
    summary: 'Try a mail once more that failed',
    params: z.object({ id: MessageId }),
    response: null,
    status: 204,
    personal: true,
    problems: [...roleRefusals, 'not_changeable'],
  },
} as const satisfies EndpointsOf<typeof messageRoutes>
