import { IdParams } from '@expertconnect/contract/endpoint'
import type { Operation } from './operation.ts'
import { problemResponses } from './problem-responses.ts'
import type { JsonSchema } from './schemas.ts'

/** A download, and so no endpoint of the table: it answers no JSON. */
export const calendarFile = {
  path: '/bookings/{id}/calendar.ics',
  operation: (problem: JsonSchema): Operation => ({
    operationId: 'getCalendarFile',
    tags: ['Booking'],
    summary: 'Download the calendar entry of a booking',
    security: [],
    parameters: [
      { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
      {
        name: 'ticket',
        in: 'query',
        required: true,
        description: 'From createCalendarTicket; it opens this one file for five minutes.',
        schema: { type: 'string' },
      },
    ],
    responses: {
      200: {
        description: 'An iCalendar file (RFC 5545)',
        content: { 'text/calendar': { schema: { type: 'string' } } },
      },
      ...problemResponses({ method: 'GET', params: IdParams, problems: [] }, problem),
    },
  }),
}

/** The same for what calendars read again and again. */
export const calendarFeedFile = {
  path: '/calendars/{address}.ics',
  operation: (problem: JsonSchema): Operation => ({
    operationId: 'getCalendarFeed',
    tags: ['Account'],
    summary: 'Read one’s sessions as a calendar that changes',
    security: [],
    parameters: [
      {
        name: 'address',
        in: 'path',
        required: true,
        description: 'The secret part of the address that getFeed answers.',
        schema: { type: 'string' },
      },
    ],
    responses: {
      200: {
        description: 'An iCalendar file (RFC 5545), with ETag and Last-Modified to ask again with',
        content: { 'text/calendar': { schema: { type: 'string' } } },
      },
      304: { description: 'Nothing has changed' },
      ...problemResponses({ method: 'GET', params: IdParams, problems: [] }, problem),
    },
  }),
}
