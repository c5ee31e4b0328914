import type { Deps } from '../../base/deps.ts'
import { createNearWords } from '../../domain/experts/near-words.ts'
import type { SynonymTable } from '../../domain/experts/search-synonyms.ts'
import { type Instant, minute, plus } from '../../domain/time/instant.ts'

export interface Vocabulary {
  /** Whether a word of some expert begins so. */
  readonly knows: (beginning: string) => boolean
  /** Words that experts have or that mean something they have, nearest to one that was mistyped. */
  readonly near: (typed: string) => readonly string[]
}

interface Kept {
  readonly until: Instant
  /** The words that have synonyms: what administrators change counts at once. */
  readonly typed: string
  readonly read: Promise<Vocabulary>
}

/** New words can be mistyped a minute later; they can be found at once. */
const readAnewAfter = minute

/** All words of the directory, for searches that find nobody. Reading them costs some milliseconds, so they are kept. */
export function createVocabularies({ storage, clock }: Pick<Deps, 'storage' | 'clock'>) {
  let kept: Kept | null = null

  async function read(synonyms: SynonymTable): Promise<Vocabulary> {
    const words = [...(await storage.experts.listWords())].toSorted()
    return {
      knows: (beginning) => words[placeOf(beginning, words)]?.startsWith(beginning) === true,
      near: createNearWords([...words, ...synonyms.keys()]),
    }
  }

  return async function vocabulary(synonyms: SynonymTable): Promise<Vocabulary> {
    const now = clock()
    const typed = [...synonyms.keys()].join(' ')
    if (kept === null || now >= kept.until || kept.typed !== typed) {
      kept = { until: plus(now, readAnewAfter), typed, read: read(synonyms) }
    }
    try {
      return await kept.read
    } catch (error) {
      kept = null
      throw error
    }
  }
}

/** Where the first of the sorted words stands that is not before this one. */
function placeOf(word: string, words: readonly string[]): number {
  let [low, high] = [0, words.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((words[middle] ?? '') < word) low = middle + 1
    else high = middle
  }
  return low
}
