import { get } from '../connection.ts'
import { type Figure, figureOf, microseconds, tenths } from '../figures.ts'
import { openConnections } from '../load.ts'
import { type Result, resultOf } from '../report.ts'
import type { Environment } from '../servers.ts'
import { openWebSocket } from '../web-socket.ts'

const connections = 16
const linesAtOnce = 20
const megabyte = 1024 * 1024
const atMost = 20
/** As much as a head may hold beside what is asked. */
const padding = 'x'.repeat(7000)
const zones = Intl.supportedValuesOf('timeZone')

/** What strangers leave behind in a server: ever new networks, addresses, zones, searches and live lines. */
export async function benchMemory(env: Environment): Promise<Result[]> {
  const { strangers, sizes } = env.settings
  const { content } = await env.store(sizes.few)
  const { port, child } = await env.subject(sizes.few, 'limited')
  const ask = (index: number) => pathOf(index, content.experts[index % 100]?.slug ?? '', env.now)
  const warmUp = Math.ceil(strangers / 25)
  await askAll(port, 0, warmUp, ask)
  const before = await child.call('held', null)
  const figure = await askAll(port, warmUp, warmUp + strangers, ask)
  await openLines(port, 2 * strangers, Math.ceil(strangers / 50))
  const after = await child.call('held', null)
  await env.stopAll()
  const ours = { ...figure, heldMegabytes: tenths((after - before) / megabyte) }
  return [
    resultOf({
      bench: 'memory',
      name: `${strangers} requests and ${Math.ceil(strangers / 50)} lines, each of a network of its own and for something new`,
      ours,
      floor: null,
      compared: 'held',
      target: { atMost },
      rounds: { ours: [ours], floor: [] },
    }),
  ]
}

async function askAll(
  port: number,
  from: number,
  before: number,
  ask: (index: number) => string,
): Promise<Figure> {
  const opened = await openConnections([port], connections)
  const latencies: number[] = []
  const began = microseconds()
  let next = from
  await Promise.all(
    opened.map(async (connection) => {
      for (let index = next++; index < before; index = next++) {
        const at = microseconds()
        await connection.send(get(ask(index), forwardedFor(index)))
        latencies.push(microseconds() - at)
      }
      connection.close()
    }),
  )
  return figureOf(latencies, microseconds() - began)
}

async function openLines(port: number, from: number, count: number): Promise<void> {
  let next = from
  const keepOpening = async () => {
    for (let index = next++; index < from + count; index = next++) await openLine(port, index)
  }
  await Promise.all(Array.from({ length: linesAtOnce }, keepOpening))
}

/** Opened, asked for a booking that there is not, and closed. */
function openLine(port: number, index: number): Promise<void> {
  return new Promise((resolve) => {
    const line = openWebSocket(
      port,
      '/socket.io/?EIO=4&transport=websocket',
      (text) => {
        if (text.startsWith('0{')) line.send('40')
        else if (text.startsWith('40')) {
          line.send(`420["bookings:watch",{"id":"made-up-${index}","token":"x"}]`)
        } else if (text.startsWith('430')) line.close()
      },
      () => resolve(),
      forwardedFor(index),
    )
  })
}

function forwardedFor(index: number): string {
  const [high, middle, low] = [111 + (index >> 16), (index >> 8) & 255, index & 255]
  return `X-Forwarded-For: ${high}.${middle}.${low}.101\r\n`
}

function pathOf(index: number, slug: string, now: number): string {
  const day = now + ((index % 300) - 100) * 86_400_000
  const date = new Date(day).toISOString().slice(0, 10)
  const zone = encodeURIComponent(zones[index % zones.length] ?? 'UTC')
  const board = `/experts/${slug}/slots?from=${date}&to=${date}`
  const ways = [
    `${board}&timeZone=${zone}&pad=${padding}${index}`,
    `${board}&timeZone=Made/Up_${index}`,
    `/experts/${slug}/slots?from=${1000 + (index % 8000)}-01-01&to=${1000 + (index % 8000)}-01-31&timeZone=${zone}`,
    `/experts?query=word${index}%20${'y'.repeat(100)}`,
    `/experts?maxPrice=${index}`,
    `/bookings/made-up-${index}`,
  ]
  return `/api/v1${ways[index % ways.length]}`
}
