import type { BookingUpdated, ClientToServer } from '@expertconnect/contract/realtime'
import { io } from 'socket.io-client'

export interface Told {
  readonly name: string
  readonly event: unknown
}

export interface Listener {
  /** Every event that arrived, in order. */
  readonly told: readonly Told[]
  /** What was told of boards. */
  updates(): BookingUpdated[]
  /** Sends a command and waits for its answer; what is sent need not be what the contract asks for. */
  ask(command: keyof ClientToServer, input?: unknown): Promise<unknown>
  /** Sends whatever, and waits for no answer. */
  send(name: string, ...words: unknown[]): void
  onTold(react: (told: Told) => void): void
  /** Until the server or `close` ends the connection; it does not come back by itself. */
  isConnected(): boolean
  close(): void
}

/** A client of the live channel, over a WebSocket as the browser has it. Rejects if the server refuses it. */
export async function connect(
  url: string,
  options: {
    readonly origin?: string
    readonly transport?: 'polling'
    readonly cookie?: string
    readonly headers?: Readonly<Record<string, string>>
  } = {},
): Promise<Listener> {
  const socket = io(url, {
    transports: [options.transport ?? 'websocket'],
    extraHeaders: {
      ...(options.origin === undefined ? {} : { origin: options.origin }),
      ...(options.cookie === undefined ? {} : { cookie: options.cookie }),
      ...options.headers,
    },
    forceNew: true,
    reconnection: false,
    timeout: 30_000,
  })
  const told: Told[] = []
  const reactions: ((told: Told) => void)[] = []
  socket.onAny((name: string, event: unknown) => {
    told.push({ name, event })
    for (const react of reactions) react({ name, event })
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', (error) => {
      socket.close()
      reject(error)
    })
    // A server that is killed may have taken the line, and said nothing on it.
    socket.once('disconnect', (reason) => reject(new Error(reason)))
  })
  return {
    told,
    updates: () =>
      told
        .filter(({ name }) => name === 'bookingUpdated')
        .map(({ event }) => event as BookingUpdated),
    ask: (command, input) => socket.timeout(30_000).emitWithAck(command, input) as Promise<unknown>,
    send: (name, ...words) => void socket.emit(name, ...words),
    onTold: (react) => reactions.push(react),
    isConnected: () => socket.connected,
    close: () => socket.close(),
  }
}
