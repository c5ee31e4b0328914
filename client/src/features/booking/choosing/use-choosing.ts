import type { Booking, UpcomingBooking } from '@expertconnect/contract/bookings/shapes'
import { useState } from 'react'
import { call } from '../../../server/api/client.ts'
import { useSend } from '../../../server/use-send.ts'

/** An expert’s own sessions, or those of everybody. */
export type Side = 'desk' | 'admin'

export type Choosing = ReturnType<typeof useChoosing>

/** Several sessions that are being chosen. They stay so while more of the list is read. */
export function useChoosing(side: Side) {
  const [active, setActive] = useState(false)
  const [chosen, setChosen] = useState<ReadonlyMap<string, UpcomingBooking>>(new Map())
  const readOrigin = useSend((id: string) =>
    call(side === 'desk' ? 'getDeskOrigin' : 'getOrigin', { params: { id } }),
  )
  const last = [...chosen.keys()].at(-1)

  return {
    active,
    chosen,
    begin: () => setActive(true),
    end: () => {
      setActive(false)
      setChosen(new Map())
    },
    toggle: (booking: Booking) =>
      setChosen((before) => {
        const next = new Map(before)
        if (!next.delete(booking.id)) next.set(booking.id, briefOf(booking))
        return next
      }),
    /**
     * Chooses all that came from where the one that was chosen last came from. Answers why it could not be asked, or
     * `null`; `tell` is told how many came to it, or `null` where it is not known where that one came from.
     */
    addSamePlace: async (tell: (added: number | null) => void) => {
      if (last === undefined) return null
      return readOrigin(last, ({ traits }) => {
        const network = traits.find(({ kind }) => kind === 'network')
        if (!network) return tell(null)
        const others = network.upcoming.filter(({ id }) => !chosen.has(id))
        setChosen(
          (before) => new Map([...before, ...others.map((each) => [each.id, each] as const)]),
        )
        tell(others.length)
      })
    },
  }
}

function briefOf({ id, startsAt, customer, expert }: Booking): UpcomingBooking {
  return { id, startsAt, customer: customer?.name ?? 'A customer', expert: expert.name }
}
