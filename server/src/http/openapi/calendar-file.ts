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
