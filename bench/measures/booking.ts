import { medianOf } from '../figures.ts'
import { alternate } from '../load.ts'
import { measurePair } from './pair.ts'
import { type Result, resultOf } from '../report.ts'
import type { Environment } from '../servers.ts'
import { bookingShots } from './shots.ts'
import { freeStarts, type StoreSize } from '../store.ts'

const cases = [
  { connections: 1, atLeast: { sqlite: 0.7, mongo: 0.5 } },
  { connections: 16, atLeast: { sqlite: 1, mongo: 0.6 } },
]

/** Durable bookings of free slots, beside bare Express that stores the same in one write. */
export async function benchBooking(env: Environment): Promise<Result[]> {
  const { few, many } = env.settings.sizes
  return [...(await measure(env, few)), ...(await measure(env, many))]
}

async function measure(env: Environment, size: StoreSize): Promise<Result[]> {
  const store = await env.store(size)
  const ours = await env.subject(size)
  const floor = await env.floor(size)
  const free = freeStarts(store, store.content.experts.slice(1), env.now)
  const bookOurs = bookingShots(free)
  const bookFloor = bookingShots(free)
  const results: Result[] = []
  for (const { connections, atLeast } of cases) {
    const [oursRounds = [], floorRounds = []] = await alternate(
      [
        { ports: [ours.port], child: ours.child, connections, next: bookOurs },
        { ports: [floor.port], child: floor.child, connections, next: bookFloor },
      ],
      env.settings,
    )
    results.push(
      resultOf({
        bench: 'booking',
        name: nameOf(connections, size),
        ours: medianOf(oursRounds),
        floor: medianOf(floorRounds),
        compared: 'throughput',
        target: { atLeast: atLeast[env.engine] },
        rounds: { ours: oursRounds, floor: floorRounds },
      }),
    )
  }
  if (size === env.settings.sizes.many) {
    const pairs = cases.map(({ connections }) => {
      return { bench: 'booking', name: nameOf(connections, size), connections, next: bookOurs }
    })
    results.push(...(await measurePair(env, ours, pairs)))
  }
  await env.stopAll()
  return results
}

function nameOf(connections: number, { bookings }: StoreSize): string {
  return `${connections} connections, ${bookings} bookings`
}
