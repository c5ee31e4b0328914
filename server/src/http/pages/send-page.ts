import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Request, Response } from 'express'

export interface PackedPage {
  /** By gzip. */
  readonly rest: Buffer
  readonly etag: string
}

/** A page as most browsers want it, and to be remembered so. */
export function packPage(page: string): PackedPage {
  const hash = createHash('sha1').update(page).digest('base64url')
  return { rest: gzipSync(page), etag: `W/"${hash}"` }
}

/** Sends a page that was packed before; whoever takes none that is gets it unpacked. */
export function sendPacked(request: Request, response: Response, { rest, etag }: PackedPage): void {
  const isPacked = request.acceptsEncodings('gzip') === 'gzip'
  response.vary('Accept-Encoding')
  if (isPacked) response.setHeader('Content-Encoding', 'gzip')
  response.setHeader('ETag', etag)
  sendPage(response, 200, isPacked ? rest : gunzipSync(rest))
}

export function sendPage(response: Response, status: number, page: string | Buffer): void {
  // Scripts cannot read the Date of the page they are in; many devices' clocks are wrong.
  const clock = `now;desc="${new Date().toISOString()}"`
  response.status(status).set({ 'Cache-Control': 'no-cache', 'Server-Timing': clock })
  response.type('html').send(page)
}
