import * as z from 'zod/mini'
import { type EndpointsOf, IdParams, roleRefusals } from '../endpoint.ts'
import { messageRoutes } from './routes.ts'
import { BookingMessages, MailChoices, MessageId, MessagesPage, MessagesQuery } from './shapes.ts'

/** The mails that people are owed, and what became of each. */
export const messageEndpoints = {
  listBookingMessages: {
    ...messageRoutes.listBookingMessages,
    summary: 'List the e-mails about a booking, and what became of each',
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
    summary: 'Read which e-mails you get as an expert',
    response: MailChoices,
    status: 200,
    personal: true,
    problems: roleRefusals,
  },
  chooseMails: {
    ...messageRoutes.chooseMails,
    summary: 'Choose which e-mails you get as an expert',
    body: MailChoices,
    response: MailChoices,
    status: 200,
    personal: true,
    problems: roleRefusals,
  },
  listMessages: {
    ...messageRoutes.listMessages,
    summary: 'List what is waiting or failed, and say whether mail goes out',
    query: MessagesQuery,
    response: MessagesPage,
    status: 200,
    personal: true,
    problems: roleRefusals,
  },
  retryMessage: {
    ...messageRoutes.retryMessage,
    summary: 'Retry an e-mail that failed',
    params: z.object({ id: MessageId }),
    response: null,
    status: 204,
    personal: true,
    problems: [...roleRefusals, 'not_changeable'],
  },
} as const satisfies EndpointsOf<typeof messageRoutes>
