import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { paths } from '../../../lib/paths.ts'
import { formatDayTime, visitorZone } from '../../../lib/time/time.ts'
import type { Problem } from '@expertconnect/contract/problem'
import { problemOf } from '../../../server/api/problem.ts'
import { IconButton } from '../../../ui/action/icon-button.tsx'
import { presenceWords } from '../facts/presence-words.ts'
import { roomOf } from '../facts/room-times.ts'
import type { LocalBooking } from '../local/local-bookings.ts'
import { useOwnLiveBooking } from '../local/use-live-booking.ts'
import { BookingCard } from './booking-card.tsx'
import { BookingChanges, type ListAction } from './booking-changes.tsx'
import { ListDialogs } from './list-dialogs.tsx'
import { statusNow } from './tabs.ts'

export interface LocalCardProps {
  entry: LocalBooking
  now: number
  level: 2 | 3
  onRemove: () => void
}

/** One booking of this browser: shown from what is remembered, and refreshed from the server as it changes. */
export function LocalCard({ entry, now, level, onRemove }: LocalCardProps) {
  const { id, token, expertName, photoUrl, startsAt, endsAt } = entry
  const query = useOwnLiveBooking(id, token)
  const [action, setAction] = useState<ListAction | null>(null)
  const status = statusNow(entry, now)
  // What may be done with it only the server knows: without its answer, nothing is offered.
  const changeable = status === 'booked' && !query.isError ? query.data : undefined
  return (
    <BookingCard
      expertName={expertName}
      photoUrl={photoUrl}
      startsAt={startsAt}
      endsAt={endsAt}
      status={status}
      room={query.data && roomOf(query.data, token)}
      inside={query.data ? presenceWords(query.data, 'customer') : null}
      now={now}
      to={paths.booking(id, token)}
      level={level}
      fault={query.isError ? faultOf(problemOf(query.error)) : undefined}
      corner={
        <IconButton
          label={`Remove the session with ${expertName} on ${formatDayTime(startsAt, visitorZone())} from this browser`}
          icon={<Trash2 size={18} aria-hidden />}
          onClick={onRemove}
        />
      }
      {...(changeable && {
        actions: (
          <>
            <BookingChanges
              booking={changeable}
              to={paths.booking(id, token)}
              onAction={setAction}
            />
            {action !== null && (
              <ListDialogs
                booking={changeable}
                token={token}
                action={action}
                onClose={() => setAction(null)}
              />
            )}
          </>
        ),
      })}
    />
  )
}

function faultOf({ status, code }: Problem): string {
  if (code === 'link_over')
    return 'Its link has expired. Open it to sign in, or to have a new one sent.'
  return status === 404
    ? 'This link no longer opens it: a newer one was made when its address was corrected.'
    : 'Could not be refreshed: this is what was last known.'
}
