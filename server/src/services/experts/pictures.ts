import { createHash } from 'node:crypto'
import type sharp from 'sharp'
import type { Photo } from '../../domain/experts/photo.ts'
import { Refused } from '../../base/problem.ts'
import { drawExpert, drawSite, type SharedExpert } from './share-drawing.ts'

const side = 640
const leastSide = 200
const mostPixels = 50_000_000
const secondsAtMost = 10
/** Each takes up to a second of a core: whoever comes behind so many is asked to come again. */
const waitingAtMost = 8

/** Nothing else is even looked into: SVG and PDF are programs, and old formats have old holes. */
const loaders = ['Jpeg', 'Png', 'Webp', 'Heif', 'Nsgif'].map((name) => `VipsForeignLoad${name}`)

export interface Pictures {
  /**
   * A square of the picture as WebP, made anew from its pixels: what stood beside them (where it was taken, by what
   * device) is gone, and what only looks like a picture is refused. Throws `not_an_image` with the reason in words.
   */
  toPhoto(bytes: Uint8Array): Promise<Photo>
  /** What is shown where somebody shares an expert. PNG, 1200 by 630. */
  ofExpert(shared: SharedExpert): Promise<Buffer>
  /** The same for every other page. */
  ofSite(title: string, lead: string): Promise<Buffer>
}

/** One at a time, on one core: uploads leave the other to whoever books. */
export function createPictures(): Pictures {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (waiting >= waitingAtMost) throw new Refused('unavailable', { retryAfterSeconds: 5 })
    waiting++
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine.finally(() => waiting--)
  }

  return {
    toPhoto: (bytes) => inTurn(async () => photoOf(await load(), bytes)),
    ofExpert: (shared) => inTurn(async () => drawExpert(await load(), shared)),
    ofSite: (title, lead) => inTurn(async () => drawSite(await load(), title, lead)),
  }
}

let loaded: Promise<typeof sharp> | undefined

/** Loaded with the first picture: most servers see none for days. */
function load(): Promise<typeof sharp> {
  loaded ??= import('sharp').then(({ default: library }) => {
    library.concurrency(1)
    library.cache(false)
    library.block({ operation: ['VipsForeignLoad'] })
    library.unblock({ operation: loaders })
    return library
  })
  return loaded
}

async function photoOf(library: typeof sharp, bytes: Uint8Array): Promise<Photo> {
  try {
    const square = await squareOf(library, bytes)
    return { id: createHash('sha256').update(square).digest('base64url'), bytes: square }
  } catch (error) {
    throw error instanceof Refused ? error : refusalOf(error)
  }
}

async function squareOf(library: typeof sharp, bytes: Uint8Array): Promise<Uint8Array> {
  // Of what moves the first picture: a small file can hold thousands.
  const open = () =>
    library(bytes, {
      failOn: 'error',
      limitInputPixels: mostPixels,
      pages: 1,
      sequentialRead: true,
    })
  const { width, height } = await open().metadata()
  if (Math.min(width, height) < leastSide) {
    throw unusable(
      `It measures ${width} × ${height} pixels; at least ${leastSide} × ${leastSide} are needed.`,
    )
  }
  return open()
    .autoOrient()
    .resize(side, side, { fit: 'cover', position: 'attention' })
    .webp({ quality: 82 })
    .timeout({ seconds: secondsAtMost })
    .toBuffer()
}

/** What the library says is for programmers; which of the few faults it is shows in it. */
function refusalOf(error: unknown): Refused {
  const message = error instanceof Error ? error.message : ''
  if (message.includes('pixel limit')) {
    return unusable(
      `It has more than ${mostPixels / 1_000_000} megapixels. Please make it smaller.`,
    )
  }
  if (message.includes('timeout'))
    return unusable('It takes too long to read. Please save it again.')
  return unusable('It cannot be read as a picture: it is damaged, or of a type that we can’t use.')
}

function unusable(detail: string): Refused {
  return new Refused('not_an_image', { detail })
}
