import { get } from '../connection.ts'
import { medianOf } from '../figures.ts'
import { alternate, openConnections, type Shot } from '../load.ts'
import { measurePair } from './pair.ts'
import { type Result, resultOf } from '../report.ts'
import type { Environment } from '../servers.ts'
import { bookingShots, freshMonths, inTurn, monthPath, readShot } from './shots.ts'
import { freeStarts, type StoreSize } from '../store.ts'

const connections = 16
const manyExperts = 100
const readsPerBooking = 100

/** A month of slots, beside bare Express that sends the same bytes. */
export async function benchBoard(env: Environment): Promise<Result[]> {
  const { few, many } = env.settings.sizes
  return [...(await measure(env, few)), ...(await measure(env, many))]
}

async function measure(env: Environment, size: StoreSize): Promise<Result[]> {
  const store = await env.store(size)
  const ours = await env.subject(size)
  const floor = await env.floor(size)
  const experts = [store.measured, ...store.content.experts.slice(1, manyExperts)]
  const paths = experts.map(({ slug }) => monthPath(slug, env.now))
  await floor.child.call('serve', await readBoards(ours.port, experts, paths))

  const reads = paths.map(readShot)
  const book = bookingShots(freeStarts(store, experts.slice(1), env.now))
  const one = reads.slice(0, 1)
  const cases = [
    { name: 'one expert', atLeast: 0.85, ours: inTurn(one), floor: inTurn(one) },
    {
      name: `${manyExperts} experts in turn, a booking per ${readsPerBooking} reads`,
      atLeast: 0.75,
      ours: withBookings(inTurn(reads), book),
      // It books nothing, which makes it the higher floor.
      floor: inTurn(reads),
    },
  ]
  const results: Result[] = []
  for (const each of cases) {
    const [oursRounds = [], floorRounds = []] = await alternate(
      [
        { ports: [ours.port], connections, next: each.ours },
        { ports: [floor.port], connections, next: each.floor },
      ],
      env.settings,
    )
    results.push(
      resultOf({
        bench: 'board',
        name: nameOf(each, size),
        ours: medianOf(oursRounds),
        floor: medianOf(floorRounds),
        compared: 'throughput',
        target: { atLeast: each.atLeast },
        rounds: { ours: oursRounds, floor: floorRounds },
      }),
    )
  }
  results.push(await measureComposing(env, ours.port, store.measured.slug, size))
  if (size === env.settings.sizes.many) {
    const pairs = cases.map((each) => {
      return { bench: 'board', name: nameOf(each, size), connections, next: each.ours }
    })
    results.push(...(await measurePair(env, ours, pairs)))
  }
  await env.stopAll()
  return results
}

/** What it costs to compose a month anew, beside one that is remembered, of the same server and one at a time. */
async function measureComposing(
  env: Environment,
  port: number,
  slug: string,
  { bookings }: StoreSize,
): Promise<Result> {
  const [composed = [], remembered = []] = await alternate(
    [freshMonths(slug, env.now), () => readShot(monthPath(slug, env.now))].map((next) => ({
      ports: [port] as const,
      connections: 1,
      next,
    })),
    env.settings,
  )
  return resultOf({
    bench: 'board',
    name: `composed anew beside remembered, ${bookings} bookings`,
    ours: medianOf(composed),
    floor: medianOf(remembered),
    compared: 'p50',
    target: { atMost: 4 },
    rounds: { ours: composed, floor: remembered },
  })
}

function nameOf({ name }: { readonly name: string }, { bookings }: StoreSize): string {
  return `${name}, ${connections} connections, ${bookings} bookings`
}

function withBookings(read: () => Shot, book: () => Shot): () => Shot {
  let count = 0
  return () => (++count % (readsPerBooking + 1) === 0 ? { ...book(), uncounted: true } : read())
}

async function readBoards(
  port: number,
  experts: readonly { slug: string }[],
  paths: readonly string[],
): Promise<Map<string, string>> {
  const [connection] = await openConnections([port], 1)
  const boards = new Map<string, string>()
  for (const [index, { slug }] of experts.entries()) {
    const answer = await connection?.send(get(paths[index] ?? ''), true)
    if (answer?.status !== 200) throw new Error(`No board of ${slug}: ${answer?.body}`)
    boards.set(slug, answer.body)
  }
  connection?.close()
  return boards
}
