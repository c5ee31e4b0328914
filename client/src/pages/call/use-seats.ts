import type { Call } from '@expertconnect/contract/calls/shapes'
import type { Seats } from '@expertconnect/contract/realtime'
import { useEffect, useState } from 'react'
import { call as request } from '../../server/api/client.ts'
import { watchCall } from '../../server/live/call-room.ts'

/** Who is in the room, as seen from the lobby; `null` while that is not known, and before it opens. */
export function useSeats(
  { bookingId, state }: Call,
  token: string,
  isOutside: boolean,
): Seats | null {
  const [seats, setSeats] = useState<Seats | null>(null)
  const isWatched = isOutside && state === 'open'
  useEffect(() => {
    if (!isWatched) return
    const stop = watchCall({ bookingId, ticket: () => readTicket(bookingId, token) }, setSeats)
    return () => {
      stop()
      setSeats(null)
    }
  }, [bookingId, token, isWatched])
  return seats
}

/** A fresh one each time: it lives for a minute, and the socket may come back hours later. */
async function readTicket(id: string, token: string): Promise<string> {
  const { ticket } = await request('getCall', { params: { id } }, { bearer: token })
  if (ticket === undefined) throw new Error('The room is not open')
  return ticket
}
