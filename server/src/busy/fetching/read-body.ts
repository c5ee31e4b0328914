import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

export class TooBig extends Error {}

const decoders = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
} as const

/** The body as it was before it was packed; rejects with `TooBig` as soon as it has more than so many bytes. */
export async function readBody(response: IncomingMessage, bytesAtMost: number): Promise<Buffer> {
  if (Number(response.headers['content-length'] ?? 0) > bytesAtMost) throw new TooBig()
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of unpacked(response)) {
      bytes += (chunk as Buffer).length
      if (bytes > bytesAtMost) throw new TooBig()
      chunks.push(chunk as Buffer)
    }
    return Buffer.concat(chunks, bytes)
  } finally {
    response.destroy()
  }
}

function unpacked(response: IncomingMessage): Readable {
  const encoding = (response.headers['content-encoding'] ?? '').trim().toLowerCase()
  if (!Object.hasOwn(decoders, encoding)) return response
  const decoder = decoders[encoding as keyof typeof decoders]()
  response.on('error', (error) => decoder.destroy(error))
  return response.pipe(decoder)
}
