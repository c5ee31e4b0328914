import type { SignedIn } from '../base/actor.ts'
import { readCookie } from '../base/cookies.ts'
import type { Services } from '../services/services.ts'
import type { ClientSocket, Sockets } from './commands.ts'

// Left only by going: they are how a socket is found that must be let go.
const sessionRoom = (id: string) => `session:${id}`
const personRoom = (id: string) => `person:${id}`

interface PeopleOptions {
  readonly signIn: Services['signIn']
  /** Of the session cookie. */
  readonly secure: boolean
}

/** Who is signed in behind a socket, for as long as they are. */
export function createPeople(sockets: Sockets, { signIn, secure }: PeopleOptions) {
  /** Looked up again from where changes are heard: what ended in between was told to nobody. */
  async function signInOf(
    socket: Pick<ClientSocket, 'join'>,
    session: string,
  ): Promise<SignedIn | null> {
    const found = await signIn.recognise(session)
    if (!found) return null
    await socket.join([sessionRoom(found.session.id), personRoom(found.person.id)])
    return signIn.recognise(session)
  }

  return {
    /** Who is signed in in the browser that asks; what a cookie says is looked up for every connection. */
    async recognise(
      socket: Pick<ClientSocket, 'handshake' | 'data' | 'join'>,
      next: (error?: Error) => void,
    ): Promise<void> {
      const session = readCookie(socket.handshake.headers.cookie, 'session', secure)
      try {
        socket.data.signedIn = session === undefined ? null : await signInOf(socket, session)
        next()
      } catch (error) {
        next(error instanceof Error ? error : new Error('Not now'))
      }
    },

    sessionEnded(id: string): void {
      sockets.in(sessionRoom(id)).disconnectSockets(true)
    },

    /** From this moment on: they hear of nothing that rests on who they were, and cannot ask for it. */
    doubt(id: string): void {
      for (const socketId of sockets.of('/').adapter.rooms.get(personRoom(id)) ?? []) {
        const socket = sockets.of('/').sockets.get(socketId)
        if (!socket) continue
        socket.data.signedIn = null
        for (const room of socket.rooms) {
          if (/^(address|desk):/.test(room)) void socket.leave(room)
        }
      }
    },

    /** What they may do is looked at anew as they come back. */
    personChanged(id: string): void {
      sockets.in(personRoom(id)).disconnectSockets(true)
    },
  }
}
