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
  return {
    /** Who is signed in in the browser that asks; what a cookie says is looked up for every connection. */
    async recognise(
      socket: Pick<ClientSocket, 'handshake' | 'data' | 'join'>,
      next: (error?: Error) => void,
    ): Promise<void> {
      const session = readCookie(socket.handshake.headers.cookie, 'session', secure)
      try {
        const signedIn = session === undefined ? null : await signIn.recognise(session)
        socket.data.signedIn = signedIn
        if (signedIn) {
          await socket.join([sessionRoom(signedIn.session.id), personRoom(signedIn.person.id)])
        }
        next()
      } catch (error) {
        next(error instanceof Error ? error : new Error('Not now'))
      }
    },

    sessionEnded(id: string): void {
      sockets.in(sessionRoom(id)).disconnectSockets(true)
    },

    /** What they may do is looked at anew as they come back. */
    personChanged(id: string): void {
      sockets.in(personRoom(id)).disconnectSockets(true)
    },
  }
}
