import type { RequestHandler } from 'express'
import { photoIdOf } from '../../domain/experts/photo.ts'
import { Refused } from '../../base/problem.ts'
import type { Services } from '../../services/services.ts'

/** Photos of experts. The address is made of the bytes, so that whoever has them never asks again. */
export function photoRoute(profiles: Pick<Services['profiles'], 'photo'>): RequestHandler {
  return async (request, response) => {
    const id = photoIdOf(request.path)
    const bytes = id === null ? null : await profiles.photo(id)
    if (!bytes) throw new Refused('not_found')
    response
      .setHeader('Cache-Control', 'public, max-age=31536000, immutable')
      .setHeader('ETag', `"${id}"`)
      .type('image/webp')
      .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  }
}
