import type { Calls, Child } from './child.ts'
import { type Connection, openConnection } from './connection.ts'
import { type Figure, figureOf, microseconds } from './figures.ts'

export interface Shot {
  readonly request: string
  readonly expected: number
  /** Sent like the others, but not counted or timed. */
  readonly uncounted?: boolean
}

export interface LoadOptions {
  /** Connections are made to these in turn. */
  readonly ports: readonly [number, ...number[]]
  readonly connections: number
  readonly seconds: number
  readonly next: () => Shot
}

/** One of several that are measured in turn. */
export interface Contender extends Omit<LoadOptions, 'seconds'> {
  /** Paused while others are measured: what it still has to do, mails for instance, is not to slow them. */
  readonly child?: Pick<Child<Calls>, 'pause' | 'resume'>
}

/** Every connection sends the next request as soon as it has the answer to the last one. */
async function load({ ports, connections, seconds, next }: LoadOptions): Promise<Figure> {
  const opened = await openConnections(ports, connections)
  const latencies: number[] = []
  const began = microseconds()
  const until = began + seconds * 1e6

  async function keepSending(connection: Connection): Promise<void> {
    let at = microseconds()
    while (at < until) {
      const { request, expected, uncounted } = next()
      const { status, body } = await connection.send(request)
      const done = microseconds()
      if (status !== expected) throw new Error(`Answered ${status}, not ${expected}: ${body}`)
      if (!uncounted) latencies.push(done - at)
      at = done
    }
  }

  try {
    await Promise.all(opened.map(keepSending))
    return figureOf(latencies, microseconds() - began)
  } finally {
    for (const connection of opened) connection.close()
  }
}

export function openConnections(
  ports: readonly [number, ...number[]],
  count: number,
): Promise<Connection[]> {
  const opened = Array.from({ length: count }, (_, at) => ports[at % ports.length] ?? ports[0])
  return Promise.all(opened.map(openConnection))
}

/** Warms each of them up, then measures them in turn, round by round. */
export async function alternate(
  contenders: readonly Contender[],
  times: { readonly rounds: number; readonly seconds: number; readonly warmUp: number },
): Promise<Figure[][]> {
  async function measure(each: Contender, seconds: number): Promise<Figure> {
    each.child?.resume()
    const figure = await load({ ...each, seconds })
    each.child?.pause()
    return figure
  }

  for (const each of contenders) await measure(each, times.warmUp)
  const figures: Figure[][] = contenders.map(() => [])
  for (let round = 0; round < times.rounds; round++) {
    for (const [index, each] of contenders.entries()) {
      figures[index]?.push(await measure(each, times.seconds))
    }
  }
  for (const each of contenders) each.child?.resume()
  return figures
}
