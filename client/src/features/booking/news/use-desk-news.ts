import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { serverNow } from '../../../lib/time/server-clock.ts'
import { mine } from '../../../server/api/keys.ts'
import { watchDesk } from '../../../server/live/watch-desk.ts'
import { useDoubt } from '../../../server/session/use-doubt.ts'
import { useToast } from '../../../ui/feedback/toast.tsx'
import { knownBooking, noteBooking } from '../known-bookings.ts'
import { deskBookingQuery } from '../queries.ts'
import { describeNews } from './desk-news.ts'

/** Keeps all that the desk shows as it is, and says what others did. `zone`: in which times are told. */
export function useDeskNews(zone: string): void {
  const client = useQueryClient()
  const doubt = useDoubt()
  const toast = useToast()

  const hear = useEffectEvent(async (id: string, version: number) => {
    const before = knownBooking(client, id)
    if (before && before.version >= version) return
    try {
      const query = { ...deskBookingQuery(id), staleTime: 0 }
      const { booking } = await client.fetchQuery(query)
      const news = describeNews(before, booking, zone, serverNow())
      if (news) toast({ ...news, key: `desk-${id}` })
      noteBooking(client, booking)
    } catch {
      // The lists say so themselves where they cannot be read.
      void client.invalidateQueries({ queryKey: mine.deskBookings })
    }
  })

  const look = useEffectEvent(async (id: string) => {
    const query = { ...deskBookingQuery(id), staleTime: 0 }
    // Where it cannot be read, the next reading of the lists tells.
    const read = await client.fetchQuery(query).catch(() => null)
    if (read) noteBooking(client, read.booking)
  })

  useEffect(() => {
    const told = new Map<string, number>()
    let later: ReturnType<typeof setTimeout> | undefined
    const read = () => {
      for (const [id, version] of told) void hear(id, version)
      told.clear()
    }
    const stop = watchDesk({
      watched: () => void client.invalidateQueries({ queryKey: mine.desk }),
      changed: ({ id, version }) => {
        // One's own change has been answered by then, and is no news.
        told.set(id, version)
        clearTimeout(later)
        later = setTimeout(read, 300)
      },
      came: ({ id }) => void look(id),
      stale: () => void client.invalidateQueries({ queryKey: mine.desk }),
      doubted: () => void doubt(),
    })
    return () => {
      clearTimeout(later)
      stop()
    }
  }, [client, doubt])
}
