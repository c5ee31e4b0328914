import type { Booking } from '@expertconnect/contract/bookings/shapes'
import type { BookingMessage } from '@expertconnect/contract/messages/shapes'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { InlineButton } from '../../ui/action/inline-button.tsx'
import styles from './confirmation-note.module.css'
import { useReadingTime } from './due.ts'
import { newestFirst } from './order.ts'
import { bookingMessagesQuery } from './queries.ts'
import { momentWords } from './words.ts'

export interface ConfirmationNoteProps {
  booking: Booking
  token: string
  zone: string
  onCorrect: () => void
  /** In place of it, once it is no news any more. */
  children: ReactNode
}

/** So long after a booking it is asked where its confirmation went, in milliseconds. */
const isNewsFor = 60 * 60_000

const confirming: readonly BookingMessage['kind'][] = ['booked', 'corrected']

/** Just after a booking: where its confirmation goes and what became of it, and the way to correct the address. */
export function ConfirmationNote(props: ConfirmationNoteProps) {
  const { booking, token, zone, onCorrect, children } = props
  const { id, version, status, createdAt, customer, allowedActions } = booking
  const now = useReadingTime()
  const isNew = status === 'booked' && now - Date.parse(createdAt) < isNewsFor
  const query = useQuery({ ...bookingMessagesQuery(id, token, version), enabled: isNew })
  const message = newestFirst(query.data ?? []).find(
    ({ kind, recipient }) => recipient === 'customer' && confirming.includes(kind),
  )
  const isKnown = query.data !== undefined || query.isError
  // Of a refused one a notice tells that cannot be missed.
  const isTold = isKnown && (!message || message.state === 'refused')
  if (!isNew || !customer || isTold) return <p className={styles.note}>{children}</p>
  const [before, after] = words(message, zone, now)
  return (
    <div className={styles.note}>
      <p role="status">
        {before} <strong>{customer.email}</strong>
        {after}
      </p>
      {allowedActions.includes('correct') && (
        <p>
          Not your address? <InlineButton onClick={onCorrect}>Correct it</InlineButton>
        </p>
      )}
    </div>
  )
}

/** Around the address. Until the server has answered, it is as it was when the booking was made. */
function words(
  message: BookingMessage | undefined,
  zone: string,
  now: number,
): readonly [string, string] {
  switch (message?.state) {
    case 'handed_over':
      return ['The confirmation to', ` was sent, ${momentWords(message.at, zone, now)}.`]
    case 'expired':
    case 'parked':
      return ['The confirmation to', ' could not be sent. Please keep your private link.']
    case 'waiting':
    case 'dropped':
    case 'refused':
    case undefined:
      return ['A confirmation is on its way to', '.']
  }
}
