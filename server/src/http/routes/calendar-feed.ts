import type { Request, RequestHandler } from 'express'
import type { Services } from '../../services/services.ts'

/** Somebody's sessions for their calendar, at an address that is a secret: nothing of it is logged, and nobody keeps it. */
export function calendarFeedRoute(
  feeds: Pick<Services['calendarFeeds'], 'file'>,
): RequestHandler<{ address: string }> {
  return async (request, response) => {
    const { file, digest, since } = await feeds.file(request.params.address)
    response.set({
      'Cache-Control': 'private, no-cache',
      // Weak: it may be sent packed.
      ETag: `W/"${digest}"`,
      ...(since === null ? {} : { 'Last-Modified': new Date(since).toUTCString() }),
      'X-Robots-Tag': 'noindex',
    })
    if (isKnown(request, since)) return void response.status(304).end()
    response
      .set({
        'Content-Disposition': 'inline; filename="sessions.ics"',
        'Content-Length': String(Buffer.byteLength(file)),
      })
      .type('text/calendar')
      .end(file)
  }
}

/**
 * Whether the reader says that they have it. A date counts only if it is the one that was sent: a program that sends the
 * time of its own clock would never hear of what changed while that was ahead.
 */
function isKnown(request: Request<{ address: string }>, since: number | null): boolean {
  if (!request.fresh || request.headers['if-none-match'] !== undefined) return request.fresh
  return Date.parse(request.headers['if-modified-since'] ?? '') === since
}
