import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { environmentOf, killAll, launch } from '../crash/real-server.ts'
import { connect } from '../realtime/listener.ts'

const requests = 15_000
const lines = 500
const megabyte = 1024 * 1024

let folder: string
let server: ReturnType<typeof launch>
let url: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'expertconnect-'))
  const preload = new URL('report-memory.mjs', import.meta.url).href
  server = launch({
    ...environmentOf(folder),
    RATE_LIMITS: 'on',
    TRUST_PROXY: '1',
    NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --import=${preload}`,
  })
  url = await server.ready
}, 60_000)
afterAll(async () => {
  await killAll()
  rmSync(folder, { recursive: true, force: true })
})

/** What is alive after a collection, in bytes: objects and buffers. */
function heldBytes(): Promise<number> {
  return new Promise((resolve) => {
    const reading = createInterface({ input: server.child.stdout })
    reading.on('line', (line) => {
      const told = /^held (\d+)$/.exec(line)?.[1]
      if (told !== undefined) resolve(Number(told))
    })
    server.child.kill('SIGUSR2')
  })
}

/** Of a network that nobody else asks from; every second one by IPv6. */
function addressOf(index: number): string {
  if (index % 2) return `2001:db8:${(index >> 16).toString(16)}:${(index & 0xffff).toString(16)}::1`
  return `${111 + (index >> 16)}.${(index >> 8) & 255}.${index & 255}.101`
}

const zones = Intl.supportedValuesOf('timeZone')
const dateOf = (index: number): string =>
  new Date(Date.now() + ((index % 300) - 100) * 86_400_000).toISOString().slice(0, 10)

/** As much as a head may hold beside what is asked. */
const padding = 'x'.repeat(7000)
/** What a proxy that appends to this header leaves of what a stranger has sent. */
const madeUpHops = '203.0.113.99, '.repeat(400)

/** What nobody has asked before. */
function pathOf(index: number, slugs: readonly string[]): string {
  const slug = slugs[index % slugs.length] ?? ''
  const date = dateOf(index)
  const zone = encodeURIComponent(zones[index % zones.length] ?? 'UTC')
  const ways = [
    `/experts/${slug}/slots?from=${date}&to=${date}&timeZone=${zone}&pad=${padding}${index}`,
    `/experts/${slug}/slots?from=${1000 + (index % 8000)}-01-01&to=${1000 + (index % 8000)}-01-31&timeZone=${zone}`,
    `/experts/${slug}/slots?from=${date}&to=${date}&timeZone=Made/Up_${index}`,
    `/experts?query=word${index}%20${'y'.repeat(100)}`,
    `/experts?maxPrice=${index}&language=${zoneLetters(index)}`,
    `/experts/${slug}/slots?from=${date}&to=${date}&minutes=60&${padding}${index}&timeZone=${zone}`,
    `/bookings/made-up-${index}/calendar.ics?ticket=${index}`,
    `/bookings/made-up-${index}`,
  ]
  return `/api/v1${ways[index % ways.length]}`
}

const zoneLetters = (index: number): string =>
  String.fromCharCode(97 + (index % 26), 97 + (Math.floor(index / 26) % 26))

const agent = new Agent({ keepAlive: true, maxSockets: 16 })
afterAll(() => agent.destroy())

function get(path: string, address: string): Promise<string> {
  const { hostname, port } = new URL(url)
  const headers = {
    'X-Forwarded-For': `${madeUpHops}${address}`,
    Authorization: `Bearer of-${address}`,
  }
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, headers, agent }, (answer) => {
      let body = ''
      answer.setEncoding('utf8').on('data', (text: string) => (body += text))
      answer.once('end', () => resolve(body))
    })
      .once('error', reject)
      .end()
  })
}

async function askAll(from: number, before: number, slugs: readonly string[]): Promise<void> {
  let next = from
  const keepAsking = async () => {
    for (let index = next++; index < before; index = next++) {
      await get(pathOf(index, slugs), addressOf(index))
    }
  }
  await Promise.all(Array.from({ length: 16 }, keepAsking))
}

async function openLines(from: number, count: number, expertId: string): Promise<void> {
  for (let done = 0; done < count; done += 50) {
    const opened = Array.from({ length: 50 }, async (_, at) => {
      const address = addressOf(from + done + at)
      const line = await connect(url, { headers: { 'X-Forwarded-For': address } })
      await line.ask('board:watch', { expertId })
      await line.ask('board:watch', { expertId: `made-up-${done + at}` })
      await line.ask('bookings:watch', { id: `made-up-${done + at}`, token: 'x'.repeat(43) })
      line.close()
    })
    await Promise.all(opened)
  }
}

it(`${requests.toLocaleString('en')} requests and ${lines} lines, each from a network of its own and for something new, leave nothing behind`, async () => {
  const { items } = JSON.parse(await get('/api/v1/experts?limit=60', '192.0.2.1')) as {
    items: { id: string; slug: string }[]
  }
  const slugs = items.map(({ slug }) => slug)
  const expertId = items[0]?.id ?? ''
  await askAll(0, 2000, slugs)
  await openLines(2000, 100, expertId)
  const before = await heldBytes()
  await askAll(3000, 3000 + requests, slugs)
  await openLines(60_000, lines, expertId)
  const after = await heldBytes()
  const grown = (after - before) / megabyte
  expect(grown).toBeLessThan(20)
}, 300_000)
