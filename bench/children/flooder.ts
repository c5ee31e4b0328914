import { answerCalls } from '../child.ts'
import { get, openConnection, send } from '../connection.ts'
import { openWebSocket } from '../web-socket.ts'

// One network that floods: as many requests and lines as it can, from all its addresses, and again when it is refused.

export interface Flooded {
  readonly requests: number
  readonly refused: number
  readonly lines: number
  readonly commands: number
}

export type FlooderCalls = {
  start(input: { port: number; slug: string }): void
  /** What came of it since it was started. */
  stop(input: null): Promise<Flooded>
}

const connections = 32
const linesAtOnce = 32
const commandsAtOnce = 50

let running = false
let ended: Promise<unknown> = Promise.resolve()
let counts = { requests: 0, refused: 0, lines: 0, commands: 0 }
let sent = 0

const forwardedFor = () => `X-Forwarded-For: 203.0.113.${++sent % 250}\r\n`

function nextRequest(slug: string): string {
  const date = '2027-01-12'
  const ways = [
    () =>
      get(
        `/api/v1/experts/${slug}/slots?from=${date}&to=${date}&timeZone=UTC&pad=${sent}`,
        forwardedFor(),
      ),
    () => get(`/api/v1/experts?query=word${sent}`, forwardedFor()),
    () => get(`/experts/${slug}`, forwardedFor()),
    () => send('POST', '/api/v1/holds', `${forwardedFor()}Idempotency-Key: flood-${sent}\r\n`, {}),
  ]
  return (ways[sent % ways.length] ?? ways[0])?.() ?? ''
}

async function floodRequests(port: number, slug: string): Promise<void> {
  while (running) {
    try {
      const connection = await openConnection(port)
      let status = 0
      while (running && status !== 429) {
        status = (await connection.send(nextRequest(slug))).status
        counts.requests++
        if (status === 429) counts.refused++
      }
      connection.close()
    } catch {
      // Let go: once more.
    }
  }
}

async function floodLines(port: number): Promise<void> {
  while (running) await floodLine(port)
}

/** Until it is let go. */
function floodLine(port: number): Promise<void> {
  return new Promise((resolve) => {
    let asked = 0
    const ask = () => {
      line.send(`42${asked++}["bookings:watch",{"id":"made-up-${asked}","token":"x"}]`)
    }
    const line = openWebSocket(
      port,
      '/socket.io/?EIO=4&transport=websocket',
      (text) => {
        if (!running) return line.close()
        if (text === '2') line.send('3')
        else if (text.startsWith('0{')) line.send('40')
        else if (text.startsWith('40')) {
          counts.lines++
          for (let index = 0; index < commandsAtOnce; index++) ask()
        } else if (text.startsWith('43')) {
          counts.commands++
          ask()
        }
      },
      () => resolve(),
      forwardedFor(),
    )
  })
}

answerCalls({
  start({ port, slug }: { port: number; slug: string }) {
    running = true
    counts = { requests: 0, refused: 0, lines: 0, commands: 0 }
    ended = Promise.all([
      ...Array.from({ length: connections }, () => floodRequests(port, slug)),
      ...Array.from({ length: linesAtOnce }, () => floodLines(port)),
    ])
  },
  stop() {
    running = false
    // What is kept back by the server ends by itself, a moment later.
    void ended
    return Promise.resolve(counts)
  },
} satisfies FlooderCalls)
