import { createHash } from 'node:crypto'
import compression from 'compression'
import type { Request, Response, Router } from 'express'
import { createOpenApi } from './document.ts'
import { documentPage, type Looks } from './page.ts'
import { documentStyle } from './style.ts'

/** What machines read of the interface, and the same for people. Made at the first request, and then remembered as bytes. */
export function serveOpenApi(router: Router, secure: boolean, looks: Looks): void {
  const files = {
    '/openapi.json': remembered('application/json', () => JSON.stringify(createOpenApi(secure))),
    '/docs': remembered('text/html', () => documentPage(createOpenApi(secure), looks)),
    '/docs.css': remembered('text/css', () => documentStyle),
  }
  for (const [path, send] of Object.entries(files)) router.get(path, compression(), send)
}

function remembered(type: string, make: () => string) {
  let made: { readonly bytes: Buffer; readonly etag: string } | undefined
  return (request: Request, response: Response): void => {
    made ??= withTag(Buffer.from(make()))
    response.setHeader('Cache-Control', 'no-cache')
    response.setHeader('ETag', made.etag)
    if (request.headers['if-none-match']?.includes(made.etag)) {
      response.status(304).end()
      return
    }
    response.setHeader('Content-Type', `${type}; charset=utf-8`)
    response.end(made.bytes)
  }
}

function withTag(bytes: Buffer) {
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
  return { bytes, etag: `"${hash}"` }
}
