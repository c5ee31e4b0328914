import { createDice } from '../built.ts'
import { get } from '../connection.ts'
import { medianOf } from '../figures.ts'
import { alternate, openConnections, type Shot } from '../load.ts'
import { type Result, resultOf } from '../report.ts'
import type { Environment } from '../servers.ts'
import type { BenchStore, StoreSize } from '../store.ts'

type Query = Readonly<Record<string, string>>
type Ask = (query: Query) => string

const sorts = ['soonest', 'rating', 'price']
const cursorPages = 20
const atMost = 10_000

/**
 * Searching the directory, one request at a time, answers compressed as for a browser: each kind among some experts, and
 * among ten times as many beside that.
 */
export async function benchDirectory(env: Environment): Promise<Result[]> {
  const { few, many } = env.settings.directory
  const small = await mixesOf(env, few)
  const large = await mixesOf(env, many)
  const results: Result[] = []
  for (const [index, { name, target, contender }] of small.entries()) {
    const beside = large[index]?.contender ?? contender
    const [ofFew = [], ofMany = []] = await alternate([contender, beside], env.settings)
    results.push(
      resultOf({
        bench: 'directory',
        name: `${name}, ${few.experts} experts`,
        ours: medianOf(ofFew),
        floor: null,
        compared: 'p99',
        target,
        rounds: { ours: ofFew, floor: [] },
      }),
      resultOf({
        bench: 'directory',
        name: `${name}, ${many.experts} experts beside ${few.experts}`,
        ours: medianOf(ofMany),
        floor: medianOf(ofFew),
        compared: 'p99',
        target: { atMost: 3 },
        rounds: { ours: ofMany, floor: ofFew },
      }),
    )
  }
  await env.stopAll()
  return results
}

/** What a directory of this size is asked, by kind. */
async function mixesOf(env: Environment, size: StoreSize) {
  const store = await env.store(size)
  const { port } = await env.subject(size)
  const kinds = kindsOf(store, await readCursors(port))
  const dice = createDice('bench/directory/mix')
  const drawn = (queries: readonly (() => Query)[], path: Ask) => (): Shot => {
    const query = queries[Math.floor(dice() * queries.length)]?.() ?? {}
    return { request: get(path(query), 'Accept-Encoding: gzip, deflate, br\r\n'), expected: 200 }
  }
  const mixes = [
    {
      name: 'all kinds mixed',
      queries: Object.values(kinds),
      target: { atMost },
      path: searchPath,
    },
    {
      name: 'suggestions while somebody types',
      queries: [typedBy(store)],
      target: { atMost },
      path: suggestionPath,
    },
    ...Object.entries(kinds).map(([name, query]) => ({
      name,
      queries: [query],
      target: null,
      path: searchPath,
    })),
  ]
  return mixes.map(({ name, target, queries, path }) => ({
    name,
    target,
    contender: { ports: [port] as const, connections: 1, next: drawn(queries, path) },
  }))
}

/** A word of somebody, one letter after the other, some of them mistyped. */
function typedBy({ content }: BenchStore): () => Query {
  const dice = createDice('bench/directory/typing')
  const pick = <T>(from: readonly T[]): T => from[Math.floor(dice() * from.length)] as T
  let word = ''
  let typed = 0
  return () => {
    if (typed >= word.length) {
      const { name, skills } = pick(content.experts)
      word = pick([name, ...skills])
      // Two letters changed places.
      if (dice() < 0.2) word = word.replace(/^(..)(.)(.)/, '$1$3$2')
      typed = 0
    }
    typed += 1
    return { query: word.slice(0, typed) }
  }
}

/** What people ask a directory, drawn anew each time, from words that are in it. */
function kindsOf({ content }: BenchStore, cursors: readonly Query[]): Record<string, () => Query> {
  const dice = createDice('bench/directory/queries')
  const pick = <T>(from: readonly T[]): T => from[Math.floor(dice() * from.length)] as T
  const wordsOf = ({ name, headline, skills }: BenchStore['measured']) =>
    `${name} ${headline} ${skills.join(' ')}`.match(/[\p{L}\p{N}]+/gu) ?? ['a']
  const begun = (word: string) => word.slice(0, 1 + Math.floor(dice() * 8))
  const sort = () => ({ sort: pick(sorts) })
  return {
    'no filter': sort,
    'a category': () => ({ category: pick(content.categories).slug, ...sort() }),
    'the beginning of a word': () => ({
      query: begun(pick(wordsOf(pick(content.experts)))),
      ...sort(),
    }),
    'two words of one expert': () => {
      const words = wordsOf(pick(content.experts))
      return { query: `${pick(words)} ${begun(pick(words))}`, ...sort() }
    },
    'a price': () => ({ maxPrice: String(2500 + Math.floor(dice() * 50) * 500), ...sort() }),
    'a language and a letter': () => ({
      language: pick(pick(content.experts).languages),
      query: begun(pick(wordsOf(pick(content.experts)))).slice(0, 1),
      ...sort(),
    }),
    'a later page': () => pick(cursors),
  }
}

/** The pages after the first one, as a visitor comes to them. */
async function readCursors(port: number): Promise<Query[]> {
  const [connection] = await openConnections([port], 1)
  const found: Query[] = []
  for (const sort of sorts) {
    let query: Query = { sort }
    for (let page = 0; page < cursorPages; page++) {
      const answer = await connection?.send(get(searchPath(query)), true)
      const { nextCursor } = JSON.parse(answer?.body ?? '{}') as { nextCursor?: string }
      if (nextCursor === undefined) break
      query = { sort, cursor: nextCursor }
      found.push(query)
    }
  }
  connection?.close()
  return found
}

function searchPath(query: Query): string {
  return `/api/v1/experts?${new URLSearchParams(query)}`
}

function suggestionPath(query: Query): string {
  return `/api/v1/suggestions?${new URLSearchParams(query)}`
}
