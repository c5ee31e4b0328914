import { createHash } from 'node:crypto'
import type { Expert } from '@expertconnect/contract/experts/shapes'
import { landingWords } from '@expertconnect/contract/pages'
import type { Deps } from '../../base/deps.ts'
import { day, type Instant, plus } from '../../domain/time/instant.ts'
import { createByteCache } from '../../base/byte-cache.ts'
import { moneyText } from '../../mail/words/money.ts'
import type { Pictures } from './pictures.ts'
import { tintOf } from './tints.ts'

/** Raised with the drawing: what was drawn before is drawn anew. */
const drawing = 1
const cacheBytes = 8 * 1024 * 1024

interface Picture {
  readonly expertId: string
  readonly rest: Buffer
  readonly staleAt: Instant
}

/**
 * The pictures that a shared link shows, drawn when they are first asked for. Remembered by what they say, so that one is
 * drawn anew exactly where its expert has changed; bytes are counted and bounded.
 */
export function createSharePictures({ clock }: Pick<Deps, 'clock'>, pictures: Pictures) {
  const cache = createByteCache<Picture>(cacheBytes)
  /** Who asks while it is drawn waits for the same. */
  const drawn = new Map<string, Promise<Buffer>>()

  async function remembered(
    expertId: string,
    key: string,
    draw: () => Promise<Buffer>,
  ): Promise<Buffer> {
    const known = cache.get(key, clock())
    if (known) return known.rest
    const begun = drawn.get(key)
    if (begun) return begun
    const made = draw()
      .then((rest) => {
        cache.put(key, { expertId, rest, staleAt: plus(clock(), day) }, cache.mark())
        return rest
      })
      .finally(() => drawn.delete(key))
    drawn.set(key, made)
    return made
  }

  return {
    /** `portrait` is asked for only where the picture has to be drawn. Throws `unavailable` where too many wait. */
    ofExpert(expert: Expert, portrait: () => Promise<Uint8Array | null>): Promise<Buffer> {
      return remembered(expert.id, versionOfExpert(expert), async () =>
        pictures.ofExpert({ ...wordsOf(expert), portrait: await portrait() }),
      )
    },

    ofSite(): Promise<Buffer> {
      const { title, emphasis, lead } = landingWords
      return remembered('', siteVersion, () => pictures.ofSite(title + emphasis, lead))
    },

    /** What it remembers, in bytes. */
    rememberedBytes: cache.bytes,
  }
}

/** Of all that the picture of an expert says. */
export function versionOfExpert(expert: Expert): string {
  return hashOf([wordsOf(expert), expert.photoUrl])
}

/** Of the picture of all other pages. */
export const siteVersion = hashOf([landingWords])

function hashOf(said: readonly unknown[]): string {
  const text = JSON.stringify([drawing, ...said])
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}

function wordsOf({ name, headline, category, rating, hourlyRate }: Expert) {
  const { average, count } = rating
  return {
    name,
    headline,
    category: category.name,
    facts: [
      ...(count === 0 ? [] : [`★ ${average.toFixed(1)} (${count})`]),
      `${moneyText(hourlyRate.amount, hourlyRate.currency, 'narrowSymbol')} an hour`,
    ],
    tint: tintOf(category.slug),
  }
}
