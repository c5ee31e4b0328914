import { setTimeout as delay } from 'node:timers/promises'
import { startChild } from '../child.ts'
import { get } from '../connection.ts'
import { type Figure, figureOf, medianOf, microseconds } from '../figures.ts'
import type { FlooderCalls } from '../children/flooder.ts'
import { openConnections } from '../load.ts'
import { type Result, resultOf } from '../report.ts'
import type { Environment } from '../servers.ts'
import { openWebSocket } from '../web-socket.ts'
import { inTurn, monthPath } from './shots.ts'

const atMost = 3
/** A network of its own, with people at all of its addresses: below its limits, as ordinary people are. */
const readsPerSecond = 60
const commandsPerSecond = 16
const connections = 4
const lines = 5

interface Neighbour {
  readonly reads: Figure
  readonly commands: Figure
}

/** Reads and commands of one network while another floods over HTTP and live lines, beside the same while it is quiet. */
export async function benchFlood(env: Environment): Promise<Result[]> {
  const { rounds, seconds } = env.settings
  const store = await env.store(env.settings.sizes.few)
  const { port } = await env.subject(env.settings.sizes.few, 'limited')
  const paths = store.content.experts.slice(0, 20).map(({ slug }) => monthPath(slug, env.now))
  const { slug, id } = store.measured
  const flooder = await startChild<FlooderCalls>('flooder', [], { profile: env.profile })
  const measure = (time: number) => beNeighbour(port, { paths, expertId: id, seconds: time })
  const quiet: Neighbour[] = []
  const flooded: Neighbour[] = []
  let first: Neighbour | undefined
  try {
    await measure(env.settings.warmUp)
    for (let round = 0; round < rounds; round++) {
      quiet.push(await measure(4 * seconds))
      await flooder.call('start', { port, slug })
      // The budget of a network that was calm is used up first.
      const beginning = await measure(2 * seconds)
      first ??= beginning
      flooded.push(await measure(4 * seconds))
      console.error('  the flood:', JSON.stringify(await flooder.call('stop', null)))
      await delay(1000)
    }
  } finally {
    await flooder.stop()
    await env.stopAll()
  }
  const rowsOf = (kind: keyof Neighbour, name: string): Result[] => {
    const [ours, floor] = [flooded, quiet].map((each) => each.map((round) => round[kind]))
    const shared = { bench: 'flood', compared: 'p99' } as const
    const floorFigure = medianOf(floor ?? [])
    const beginning = first ? [first[kind]] : []
    return [
      resultOf({
        ...shared,
        name: `${name} while another network floods, beside quiet`,
        ours: medianOf(ours ?? []),
        floor: floorFigure,
        target: { atMost },
        rounds: { ours: ours ?? [], floor: floor ?? [] },
      }),
      resultOf({
        ...shared,
        name: `${name} in the first ${2 * seconds} s of the first flood`,
        ours: medianOf(beginning),
        floor: floorFigure,
        target: null,
        rounds: { ours: beginning, floor: floor ?? [] },
      }),
    ]
  }
  return [...rowsOf('reads', 'reads'), ...rowsOf('commands', 'commands')]
}

interface Asked {
  readonly paths: readonly string[]
  readonly expertId: string
  readonly seconds: number
}

async function beNeighbour(port: number, { paths, expertId, seconds }: Asked): Promise<Neighbour> {
  const [reads, commands] = await Promise.all([
    readAtPace(port, paths, seconds),
    commandAtPace(port, expertId, seconds),
  ])
  return { reads, commands }
}

let asked = 0
const forwardedFor = () => `X-Forwarded-For: 198.51.100.${++asked % 250}\r\n`

async function readAtPace(
  port: number,
  paths: readonly string[],
  seconds: number,
): Promise<Figure> {
  const opened = await openConnections([port], connections)
  const next = inTurn(paths)
  const latencies: number[] = []
  const began = microseconds()
  await Promise.all(
    opened.map(async (connection) => {
      while (microseconds() - began < seconds * 1e6) {
        const at = microseconds()
        const { status, body } = await connection.send(get(next(), forwardedFor()))
        if (status !== 200) throw new Error(`A neighbour was answered ${status}: ${body}`)
        latencies.push(microseconds() - at)
        await delay((1000 * connections) / readsPerSecond)
      }
      connection.close()
    }),
  )
  return figureOf(latencies, microseconds() - began)
}

async function commandAtPace(port: number, expertId: string, seconds: number): Promise<Figure> {
  const opened = await Promise.all(Array.from({ length: lines }, () => openLine(port)))
  const latencies: number[] = []
  const began = microseconds()
  await Promise.all(
    opened.map(async (line) => {
      while (microseconds() - began < seconds * 1e6) {
        const at = microseconds()
        await line.ask(`["board:watch",{"expertId":"${expertId}"}]`)
        latencies.push(microseconds() - at)
        await delay((1000 * lines) / commandsPerSecond)
      }
      line.close()
    }),
  )
  return figureOf(latencies, microseconds() - began)
}

interface OpenLine {
  ask(command: string): Promise<void>
  close(): void
}

function openLine(port: number): Promise<OpenLine> {
  return new Promise((resolve, reject) => {
    let answered = (): void => undefined
    let failed: (error: Error) => void = reject
    const line = openWebSocket(
      port,
      '/socket.io/?EIO=4&transport=websocket',
      (text) => {
        if (text === '2') line.send('3')
        else if (text.startsWith('0{')) line.send('40')
        else if (text.startsWith('40')) resolve({ ask, close: () => line.close() })
        else if (text.startsWith('430[{"ok":true')) answered()
        else if (text.startsWith('430')) failed(new Error(`A neighbour was refused: ${text}`))
      },
      (reason) => failed(new Error(`A neighbour lost a line: ${reason}`)),
      forwardedFor(),
    )
    function ask(command: string): Promise<void> {
      return new Promise((done, refuse) => {
        answered = done
        failed = refuse
        line.send(`420${command}`)
      })
    }
  })
}
