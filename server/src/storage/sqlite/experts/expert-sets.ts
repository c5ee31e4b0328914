import { ownCopy } from '@expertconnect/contract/own-copy'
import type { DirectorySearch } from '../../port/experts.ts'
import { beginningWith } from '../../rules/beginnings.ts'
import { primarySubtag } from '../../rules/languages.ts'
import type { CacheFreshness } from '../engine/cache-freshness.ts'
import type { Database } from '../engine/driver.ts'

/** A set of experts, a bit for each by its `rid`. */
export interface ExpertSet {
  readonly bits: Uint32Array
  readonly size: number
}

export interface Filters extends Pick<
  DirectorySearch,
  'words' | 'category' | 'language' | 'maxPrice'
> {
  /** Strangers find those who are listed. */
  readonly show: 'listed' | 'unlisted' | 'all'
}

/** What strangers search for must not fill the memory. 10,000 experts make 1.25 KB each. */
const rememberedAtMost = 1000

export type ExpertSets = ReturnType<typeof createExpertSets>

/**
 * Which experts match. Each criterion is one set, read through an index and remembered until profiles change, and a
 * search is their intersection: its cost and its count do not depend on what is combined or on how many match.
 * (Joins cost 5 to 15 ms where a letter matches most of 10,000 experts; counting them came on top.)
 */
export function createExpertSets(db: Database, freshness: CacheFreshness) {
  // As JSON, because a row of its own for each number costs ten times as much.
  const readSet = (from: string) =>
    db.prepare<{ rids: string }>(`SELECT json_group_array(rid) AS rids FROM ${from}`)
  const withWord = readSet('(SELECT expert AS rid FROM expert_word WHERE word >= ? AND word < ?)')
  const inCategory = readSet('expert WHERE category = ?')
  const speaking = readSet('(SELECT expert AS rid FROM expert_language WHERE language = ?)')
  const upToPrice = readSet('expert WHERE hourly_rate <= ?')
  const shown = {
    listed: readSet('expert WHERE listed = 1'),
    unlisted: readSet('expert WHERE listed = 0'),
    all: readSet('expert'),
  }

  const remembered = new Map<string, ExpertSet>()
  freshness.onStale(() => remembered.clear())

  function remember(name: string, load: () => { rids: string } | undefined): ExpertSet {
    const known = remembered.get(name)
    if (known) {
      remembered.delete(name)
      remembered.set(name, known)
      return known
    }
    const made = setOf(JSON.parse(load()?.rids ?? '[]') as number[])
    const [oldest] = remembered.keys()
    if (oldest !== undefined && remembered.size >= rememberedAtMost) remembered.delete(oldest)
    remembered.set(ownCopy(name), made)
    return made
  }

  function withForm(form: string): ExpertSet {
    return remember(`word ${form}`, () => withWord.get(...beginningWith(form)))
  }

  /** The caller has checked the freshness. */
  return function matching(asked: Filters): ExpertSet {
    const { words, category, language, maxPrice, show } = asked
    const sets = [remember(show, () => shown[show].get())]
    if (category !== undefined) {
      sets.push(remember(`category ${category}`, () => inCategory.get(category)))
    }
    if (language !== undefined) {
      const spoken = primarySubtag(language)
      sets.push(remember(`language ${spoken}`, () => speaking.get(spoken)))
    }
    if (maxPrice !== undefined) {
      sets.push(remember(`price ${maxPrice}`, () => upToPrice.get(maxPrice)))
    }
    for (const word of words) {
      const forms = typeof word === 'string' ? [word] : word
      sets.push(forms.map(withForm).reduce(union, nobody))
    }
    return sets.reduce(intersection)
  }
}

export function has(set: ExpertSet, rid: number): boolean {
  return (((set.bits[rid >>> 5] ?? 0) >>> (rid & 31)) & 1) === 1
}

export function members(set: ExpertSet): number[] {
  const rids: number[] = []
  for (const [index, word] of set.bits.entries()) {
    for (let bits = word; bits !== 0; bits &= bits - 1) {
      rids.push(index * 32 + 31 - Math.clz32(bits & -bits))
    }
  }
  return rids
}

function setOf(rids: readonly number[]): ExpertSet {
  let highest = 0
  for (const rid of rids) if (rid > highest) highest = rid
  const bits = new Uint32Array((highest >>> 5) + 1)
  for (const rid of rids) bits[rid >>> 5] = (bits[rid >>> 5] ?? 0) | (1 << (rid & 31))
  return counted(bits)
}

function intersection(a: ExpertSet, b: ExpertSet): ExpertSet {
  const [short, long] = a.bits.length < b.bits.length ? [a, b] : [b, a]
  return counted(short.bits.map((word, index) => word & (long.bits[index] ?? 0)))
}

const nobody: ExpertSet = { bits: new Uint32Array(0), size: 0 }

function union(a: ExpertSet, b: ExpertSet): ExpertSet {
  if (a.size === 0) return b
  const [short, long] = a.bits.length < b.bits.length ? [a, b] : [b, a]
  return counted(long.bits.map((word, index) => word | (short.bits[index] ?? 0)))
}

function counted(bits: Uint32Array): ExpertSet {
  let size = 0
  for (let word of bits) for (; word !== 0; word &= word - 1) size++
  return { bits, size }
}
