import { medianOf } from './figures.ts'
import { alternate } from './load.ts'
import { type Result, resultOf } from './report.ts'
import type { Environment } from './servers.ts'
import { bookingShots } from './shots.ts'
import { freeStarts, type StoreSize } from './store.ts'

const cases = [
  { connections: 1, atLeast: 0.5 },
  { connections: 16, atLeast: 1 },
]

/** Durable bookings of free slots, beside bare Express with one synchronous transaction of the same rows. */
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
        { port: ours.port, connections, next: bookOurs },
        { port: floor.port, connections, next: bookFloor },
      ],
      env.settings,
    )
    results.push(
      resultOf({
        bench: 'booking',
        name: `${connections} connections, ${size.bookings} bookings`,
        ours: medianOf(oursRounds),
        floor: medianOf(floorRounds),
        compared: 'throughput',
        target: { atLeast },
        rounds: { ours: oursRounds, floor: floorRounds },
      }),
    )
  }
  await env.stopAll()
  return results
}
