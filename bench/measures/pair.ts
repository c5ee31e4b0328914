import { medianOf } from '../figures.ts'
import { alternate, type Shot } from '../load.ts'
import { type Result, resultOf } from '../report.ts'
import type { Environment, Server } from '../servers.ts'
import type { SubjectCalls } from '../children/subject.ts'

export interface PairCase {
  readonly bench: string
  readonly name: string
  readonly connections: number
  readonly next: () => Shot
}

/** Two servers on one store, beside one of them alone while the other idles. Nothing where one is all there can be. */
export async function measurePair(
  env: Environment,
  one: Server<SubjectCalls>,
  cases: readonly PairCase[],
): Promise<Result[]> {
  const other = await env.beside(one)
  if (!other) return []
  const results: Result[] = []
  for (const { bench, name, connections, next } of cases) {
    const [both = [], alone = []] = await alternate(
      [
        { ports: [one.port, other.port], connections, next },
        { ports: [one.port], connections, next },
      ],
      env.settings,
    )
    results.push(
      resultOf({
        bench,
        name: `two servers beside one, ${name}`,
        ours: medianOf(both),
        floor: medianOf(alone),
        compared: 'throughput',
        target: null,
        rounds: { ours: both, floor: alone },
      }),
    )
  }
  return results
}
