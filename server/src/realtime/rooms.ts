import type { ClientToServer, ServerToClient } from '@expertconnect/contract/realtime'
import type { Server, Socket } from 'socket.io'
import type { SignedIn } from '../base/actor.ts'
import { emailKey } from '../domain/people/person.ts'

type NoServerEvents = Record<string, never>

interface SocketData {
  signedIn?: SignedIn | null
}

export type Sockets = Server<ClientToServer, ServerToClient, NoServerEvents, SocketData>
export type ClientSocket = Socket<ClientToServer, ServerToClient, NoServerEvents, SocketData>

export const boardRoom = (expertId: string) => `board:${expertId}`
export const bookingRoom = (id: string) => `booking:${id}`
export const addressRoom = (email: string) => `address:${emailKey(email)}`
/** The bookings of an expert, told to that expert. */
export const deskRoom = (expertId: string) => `desk:${expertId}`
/** Left only by going: they are how a socket is found that must be let go. */
export const sessionRoom = (id: string) => `session:${id}`
export const personRoom = (id: string) => `person:${id}`

/** Boards and bookings that one socket may watch at a time: a page watches a few. */
const roomsPerSocket = 60

/** Lets a socket hear what is told in a room. */
export async function join(
  socket: Pick<ClientSocket, 'rooms' | 'leave' | 'join'>,
  room: string,
): Promise<void> {
  // The oldest room makes place: a page that moves from expert to expert and forgets to unwatch keeps working.
  const rooms = [...socket.rooms].filter((each) => /^(board|booking|address|desk):/.test(each))
  if (rooms.length >= roomsPerSocket && rooms[0] !== undefined) await socket.leave(rooms[0])
  await socket.join(room)
}

/** The rooms of all sockets of this server. */
export function roomsOf(sockets: Sockets): Map<string, Set<string>> {
  return sockets.of('/').adapter.rooms
}
