import type { RequestHandler } from 'express'
import { isLoopback } from '../../base/network.ts'
import { Refused } from '../../base/problem.ts'

/**
 * Answers this machine alone: by the address that asks and by the name that was asked for, since a foreign name can be
 * made to lead here.
 */
export const demandThisMachine: RequestHandler = (request, _response, next) => {
  const { remoteAddress = '' } = request.socket
  const isThisMachine =
    isLoopback(remoteAddress.replace(/^::ffff:/, '')) && isLoopback(request.hostname)
  if (!isThisMachine) throw new Refused('not_found')
  next()
}
