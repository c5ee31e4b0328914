import { answerCalls } from '../child.ts'
import { microseconds } from '../figures.ts'
import { openWebSocket, type WebSocketClient } from '../web-socket.ts'

// Browsers that look at one expert, as far as the server can tell: Socket.IO over raw WebSockets.

export type WatchersCalls = {
  /** Answers once each of them watches, after how many milliseconds. */
  watch(input: { port: number; expertId: string; count: number }): Promise<number>
  /** All of them lose their connections at once and come back. The same. */
  comeBack(input: { port: number; expertId: string }): Promise<number>
  /** Waits until all have heard of so many events; when each arrived at each, by `id@version`. */
  take(events: number): Promise<Map<string, number[]>>
}

const connectingAtOnce = 50
const patienceMs = 60_000
/** Until all of them are gone. */
const goneMs = 500

let sockets: WebSocketClient[] = []
let isBreaking = false
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
        if (!isBreaking) failure ??= `A watcher lost its connection: ${reason}`
      },
    )
    sockets.push(socket)
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

async function watch(port: number, expertId: string, count: number): Promise<number> {
  const began = performance.now()
  const keepStarting = async () => {
    while (sockets.length < count && failure === undefined) await startWatching(port, expertId)
  }
  await Promise.all(Array.from({ length: connectingAtOnce }, keepStarting))
  await until(() => true)
  return performance.now() - began
}

answerCalls({
  watch: ({ port, expertId, count }: { port: number; expertId: string; count: number }) =>
    watch(port, expertId, count),
  comeBack: async ({ port, expertId }: { port: number; expertId: string }) => {
    const { length: count } = sockets
    isBreaking = true
    for (const socket of sockets) socket.close()
    sockets = []
    await new Promise((resolve) => setTimeout(resolve, goneMs))
    isBreaking = false
    return watch(port, expertId, count)
  },
  take: async (events: number) => {
    await until(() => heard >= events * sockets.length)
    const taken = arrivals
    arrivals = new Map()
    heard = 0
    return taken
  },
} satisfies WatchersCalls)
