import { answerCalls } from '../child.ts'
import { microseconds } from '../figures.ts'
import { openWebSocket } from '../web-socket.ts'

// Browsers that look at one expert, as far as the server can tell: Socket.IO over raw WebSockets.

export type WatchersCalls = {
  /** Answers once each of them watches. */
  watch(input: { port: number; expertId: string; count: number }): Promise<void>
  /** Waits until all have heard of so many events; when each arrived at each, by `id@version`. */
  take(events: number): Promise<Map<string, number[]>>
}

const connectingAtOnce = 50
const patienceMs = 30_000

let watching = 0
let heard = 0
let arrivals = new Map<string, number[]>()
let failure: string | undefined

function startWatching(port: number, expertId: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = openWebSocket(
      port,
      '/socket.io/?EIO=4&transport=websocket',
      onText,
      (reason) => {
        failure ??= `A watcher lost its connection: ${reason}`
      },
    )
    function onText(text: string): void {
      if (text.startsWith('42["bookingUpdated"')) return hear(text)
      if (text === '2') return socket.send('3')
      if (text.startsWith('0{')) return socket.send('40')
      if (text.startsWith('40')) return socket.send(`420["board:watch",{"expertId":"${expertId}"}]`)
      if (!text.startsWith('430[{"ok":true')) failure ??= `Not understood: ${text}`
      resolve()
    }
  })
}

function hear(text: string): void {
  const at = microseconds()
  const [, id, version] = /"id":"([^"]+)","version":(\d+)/.exec(text) ?? []
  const name = `${id}@${version}`
  const times = arrivals.get(name)
  if (times) times.push(at)
  else arrivals.set(name, [at])
  heard++
}

async function until(isSo: () => boolean): Promise<void> {
  const before = Date.now() + patienceMs
  while (!isSo() && failure === undefined && Date.now() < before) {
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  if (failure !== undefined) throw new Error(failure)
  if (!isSo()) throw new Error(`Heard ${heard} events in ${patienceMs / 1000} s`)
}

answerCalls({
  watch: async ({ port, expertId, count }: { port: number; expertId: string; count: number }) => {
    while (watching < count && failure === undefined) {
      const more = Math.min(connectingAtOnce, count - watching)
      await Promise.all(Array.from({ length: more }, () => startWatching(port, expertId)))
      watching += more
    }
    await until(() => true)
  },
  take: async (events: number) => {
    await until(() => heard >= events * watching)
    const taken = arrivals
    arrivals = new Map()
    heard = 0
    return taken
  },
} satisfies WatchersCalls)
