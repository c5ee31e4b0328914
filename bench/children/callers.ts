import { answerCalls } from '../child.ts'
import { type Figure, figureOf, microseconds } from '../figures.ts'
import { openWebSocket, type WebSocketClient } from '../web-socket.ts'

// Both sides of many calls, as far as a server can tell: Socket.IO over raw WebSockets.

/** One call: how each of its sides asks to come in, as the text of a Socket.IO event. */
export interface CallSides {
  readonly sides: readonly [Side, Side]
}

interface Side {
  readonly seat: string
  readonly join: string
}

export type CallersCalls = {
  /** Answers once both sides of each call are in. */
  join(input: { port: number; calls: readonly CallSides[] }): Promise<void>
  /**
   * Each call hands one signal to and fro: whoever gets it sends the next, and was told that its own was passed on.
   * From sending to arrival.
   */
  exchange(seconds: number): Promise<Figure>
  leave(input: null): Promise<void>
}

const joiningAtOnce = 50
const patienceMs = 60_000

/** As long as a candidate of a connection is. */
const body = JSON.stringify({ candidate: 'x'.repeat(180) })

interface Caller {
  readonly socket: WebSocketClient
  readonly other: string
  /** How often it has been told that a signal was passed on. */
  told: number
  sent: number
}

let callers: Caller[][] = []
let failure: string | undefined
let latencies: number[] = []
let until = 0
let leaving = false

function enter(port: number, { join }: Side, other: string, hear: () => void): Promise<Caller> {
  return new Promise((resolve) => {
    const socket = openWebSocket(
      port,
      '/socket.io/?EIO=4&transport=websocket',
      onText,
      (reason) => {
        if (!leaving) failure ??= `A caller lost its connection: ${reason}`
      },
    )
    const caller: Caller = { socket, other, told: 0, sent: 0 }
    function onText(text: string): void {
      if (text.startsWith('42["callSignal"')) return hear()
      if (text.startsWith('431[{"ok":true')) caller.told++
      else if (text === '2') socket.send('3')
      else if (text.startsWith('0{')) socket.send('40')
      else if (text.startsWith('40')) socket.send(`420${join}`)
      else if (text.startsWith('430[{"ok":true')) resolve(caller)
      else if (!text.startsWith('42[')) failure ??= `Not understood: ${text}`
      if (failure !== undefined) resolve(caller)
    }
  })
}

async function enterBoth(port: number, { sides: [one, other] }: CallSides) {
  const pair: Caller[] = []
  let sentAt = 0
  const pass = (from: 0 | 1) => {
    const caller = pair[from]
    if (!caller) return
    sentAt = microseconds()
    caller.sent++
    caller.socket.send(`421["call:signal",{"to":"${caller.other}","body":${JSON.stringify(body)}}]`)
  }
  const hear = (to: 0 | 1) => () => {
    const at = microseconds()
    latencies.push(at - sentAt)
    if (at < until) pass(to)
  }
  pair.push(
    ...(await Promise.all([
      enter(port, one, other.seat, hear(0)),
      enter(port, other, one.seat, hear(1)),
    ])),
  )
  begin.push(() => pass(0))
  return pair
}

let begin: (() => void)[] = []

async function settled(isSo: () => boolean): Promise<void> {
  const before = Date.now() + patienceMs
  while (!isSo() && failure === undefined && Date.now() < before) {
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  if (failure !== undefined) throw new Error(failure)
  if (!isSo()) throw new Error(`Signals were not passed on in ${patienceMs / 1000} s`)
}

const isQuiet = () =>
  callers.flat().every(({ told, sent }) => told === sent) &&
  latencies.length === callers.flat().reduce((sum, { sent }) => sum + sent, 0)

answerCalls({
  join: async ({ port, calls }: { port: number; calls: readonly CallSides[] }) => {
    leaving = false
    begin = []
    for (let at = 0; at < calls.length && failure === undefined; at += joiningAtOnce) {
      const some = calls.slice(at, at + joiningAtOnce)
      callers.push(...(await Promise.all(some.map((call) => enterBoth(port, call)))))
    }
    await settled(() => true)
  },
  exchange: async (seconds: number) => {
    latencies = []
    for (const caller of callers.flat()) Object.assign(caller, { told: 0, sent: 0 })
    const began = microseconds()
    until = began + seconds * 1e6
    for (const first of begin) first()
    await settled(() => microseconds() >= until && isQuiet())
    return figureOf(latencies, microseconds() - began)
  },
  leave: async () => {
    leaving = true
    for (const caller of callers.flat()) caller.socket.close()
    callers = []
  },
} satisfies CallersCalls)
