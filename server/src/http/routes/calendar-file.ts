import type { RequestHandler } from 'express'
import type { Services } from '../../services/services.ts'

/** The calendar entry of a booking as a download, for whoever brings a ticket to it. */
export function calendarFileRoute(
  calendarFiles: Pick<Services['calendarFiles'], 'read'>,
): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const { ticket } = request.query
    const file = await calendarFiles.read(
      request.params.id,
      typeof ticket === 'string' ? ticket : '',
    )
    response
      .setHeader('Cache-Control', 'no-store')
      .setHeader('Content-Disposition', 'attachment; filename="session.ics"')
      .type('text/calendar')
      .send(file)
  }
}
