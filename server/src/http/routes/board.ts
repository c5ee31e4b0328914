import { endpoints } from '@expertconnect/contract/endpoints'
import type { RequestHandler } from 'express'
import type { Instant } from '../../domain/time/instant.ts'
import type { Boards, BoardBytes } from '../../services/boards/boards.ts'
import { parseParams } from '../bind.ts'
import { parseInput } from '../../base/input.ts'

/**
 * The hottest answer of the product: remembered as bytes, which go out as they are behind the server's `now`. A conditional request is answered 304 by the part without `now`.
 */
export function boardRoute(boards: Boards, clock: () => Instant): RequestHandler {
  const { params: paramsSchema, query: querySchema } = endpoints.getBoard
  return async (request, response) => {
    const { slug } = parseParams(paramsSchema, request.params)
    const query = parseInput(querySchema, request.query)
    const board: BoardBytes = boards.remembered(slug, query) ?? (await boards.read(slug, query))
    response.setHeader('Cache-Control', 'no-cache')
    // Weak: of all but `now`.
    const etag = `W/"${board.version}"`
    response.setHeader('ETag', etag)
    if (request.headers['if-none-match']?.includes(etag)) {
      response.status(304).end()
      return
    }
    response.setHeader('Content-Type', 'application/json; charset=utf-8')
    const now = `{"now":"${new Date(clock()).toISOString()}"`
    response.setHeader('Content-Length', now.length + board.rest.length)
    response.write(now)
    response.end(board.rest)
  }
}
