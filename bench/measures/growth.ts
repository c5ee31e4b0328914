import { medianOf } from '../figures.ts'
import { alternate, type Shot } from '../load.ts'
import { type Result, resultOf } from '../report.ts'
import type { Environment } from '../servers.ts'
import { bookingShots, freshMonths, monthPath, readShot } from './shots.ts'
import { freeStarts, type StoreSize } from '../store.ts'

const atMost = 1.2

/** What many bookings cost: the same requests on a full store beside those on a small one, one at a time. */
export async function benchGrowth(env: Environment): Promise<Result[]> {
  const { few, many } = env.settings.growth
  const large = await contender(env, many)
  const small = await contender(env, few)
  const results: Result[] = []
  for (const kind of ['read', 'composedRead', 'booking'] as const) {
    const [ours = [], floor = []] = await alternate(
      [large, small].map(({ port, shots }) => ({
        ports: [port],
        connections: 1,
        next: shots[kind],
      })),
      env.settings,
    )
    results.push(
      resultOf({
        bench: 'growth',
        name: `${names[kind]}, ${many.bookings} bookings beside ${few.bookings}`,
        ours: medianOf(ours),
        floor: medianOf(floor),
        compared: 'p50',
        target: { atMost },
        rounds: { ours, floor },
      }),
    )
  }
  await env.stopAll()
  return results
}

const names = {
  read: 'month of slots, remembered',
  composedRead: 'month of slots, composed anew',
  booking: 'durable booking',
}

async function contender(env: Environment, size: StoreSize) {
  const store = await env.store(size)
  const { port } = await env.subject(size)
  const { slug } = store.measured
  const read = readShot(monthPath(slug, env.now))
  return {
    port,
    shots: {
      read: (): Shot => read,
      composedRead: freshMonths(slug, env.now),
      booking: bookingShots(freeStarts(store, store.content.experts.slice(1), env.now)),
    },
  }
}
