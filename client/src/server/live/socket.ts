import type { ClientToServer, ServerToClient } from '@expertconnect/contract/realtime'
import { useSyncExternalStore } from 'react'
import type { Socket } from 'socket.io-client'

export type LiveSocket = Socket<ServerToClient, ClientToServer>
export type Connection = 'connecting' | 'live' | 'reconnecting'

const idleBeforeClosing = 10_000

let socket: LiveSocket | undefined
let loading = false
let connection: Connection = 'connecting'
let idle: ReturnType<typeof setTimeout> | undefined
/** Those who use the socket, told at every (re)connection. */
const users = new Set<(socket: LiveSocket) => void>()
const listeners = new Set<() => void>()

/**
 * Attaches to the one socket of this page: `onConnect` runs at every connection and reconnection, to watch anew. The
 * library is fetched at the first use; the socket closes when nobody has used it for a while.
 */
export function attachToSocket(onConnect: (socket: LiveSocket) => void): () => void {
  users.add(onConnect)
  clearTimeout(idle)
  if (socket?.connected) onConnect(socket)
  else open()
  return () => {
    users.delete(onConnect)
    if (users.size === 0) idle = setTimeout(() => socket?.disconnect(), idleBeforeClosing)
  }
}

/** The socket if it is connected now. */
export function connectedSocket(): LiveSocket | undefined {
  return socket?.connected ? socket : undefined
}

function connectionNow(): Connection {
  return connection
}

function subscribeToConnection(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useConnection(): Connection {
  return useSyncExternalStore(subscribeToConnection, connectionNow)
}

/** Connects anew. Who is signed in is looked at when a connection is made, and not again. */
export function reconnect(): void {
  socket?.disconnect().connect()
}

/** Fetches the library and connects before it is needed. */
export function open(): void {
  if (socket) {
    if (!socket.active) socket.connect()
    return
  }
  if (loading) return
  loading = true
  import('socket.io-client').then(
    ({ io }) => {
      loading = false
      socket = listen(
        io({
          transports: ['websocket'],
          reconnectionDelay: 1000,
          // Everyone comes back within 15 s of a restart, spread out.
          reconnectionDelayMax: 10_000,
          randomizationFactor: 0.5,
        }),
      )
    },
    () => {
      loading = false
      become('reconnecting')
      setTimeout(() => users.size > 0 && open(), 5000 + Math.random() * 5000)
    },
  )
}

function listen(made: LiveSocket): LiveSocket {
  made.on('connect', () => {
    become('live')
    for (const user of users) user(made)
  })
  made.on('connect_error', () => {
    become('reconnecting')
    comeBack(made)
  })
  made.on('disconnect', () => {
    become(users.size > 0 ? 'reconnecting' : 'connecting')
    comeBack(made)
  })
  return made
}

/** The library comes back by itself, except when the server closed the connection or refused it. */
function comeBack(made: LiveSocket): void {
  if (made.active) return
  setTimeout(() => users.size > 0 && made.connect(), 1000 + Math.random() * 4000)
}

function become(next: Connection): void {
  if (next === connection) return
  connection = next
  for (const listener of listeners) listener()
}
