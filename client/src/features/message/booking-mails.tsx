import type { Booking, Party } from '@expertconnect/contract/bookings/shapes'
import type { BookingMessage } from '@expertconnect/contract/messages/shapes'
import { useQuery } from '@tanstack/react-query'
import { ChevronDown, Mail } from 'lucide-react'
import { problemOf } from '../../server/api/problem.ts'
import { Button } from '../../ui/action/button.tsx'
import { Panel } from '../../ui/display/panel.tsx'
import styles from './booking-mails.module.css'
import { useReadingTime } from './due.ts'
import { latest, newestFirst } from './order.ts'
import { bookingMessagesQuery } from './queries.ts'
import { SendAgain } from './send-again.tsx'
import { kindNames, readerWords, stateTones, stateWords } from './words.ts'

export interface BookingMailsProps {
  booking: Booking
  /** Empty for who is signed in. */
  token: string
  zone: string
  viewer: Party
}

/** Which mails a booking has brought, and what became of them: the last one in a line, all of them when it is opened. */
export function BookingMails({ booking, token, zone, viewer }: BookingMailsProps) {
  const { id, version, status } = booking
  const query = useQuery(bookingMessagesQuery(id, token, version))
  const now = useReadingTime()
  const maySendAgain = viewer === 'customer' && status === 'booked'
  if (!query.data) {
    return query.isError ? <NotRead error={query.error} onRetry={query.refetch} /> : null
  }
  const last = latest(query.data, now)
  if (!last && !maySendAgain) return null
  const told = (message: BookingMessage) =>
    `${kindNames[message.kind]} ${readerWords(message.recipient, viewer)}: ${stateWords(message, zone, now)}`
  return (
    <Panel as="section" className={styles.mails} aria-labelledby="mails">
      <Heading />
      <details className={styles.all}>
        <summary>
          <span>{last ? told(last) : 'None has been sent yet'}</span>
          <ChevronDown size={18} aria-hidden />
        </summary>
        <div className={styles.opened}>
          {saysMore(query.data) && (
            <ul className={styles.list} aria-label="E-mails about this session">
              {newestFirst(query.data).map((message) => (
                <li key={`${message.kind} ${message.recipient} ${message.at}`}>
                  <span aria-hidden className={styles.dot} data-tone={stateTones[message.state]} />
                  <div>
                    <p>{told(message)}</p>
                    {message.reply !== undefined && message.state !== 'handed_over' && (
                      <p className={styles.reply}>“{message.reply}”</p>
                    )}
                  </div>
                </li>
              ))}
            </ul>
          )}
          {maySendAgain && <SendAgain id={id} token={token} to={booking.customer?.email} />}
        </div>
      </details>
    </Panel>
  )
}

/** One alone stands in the line already, unless there is an answer to be read. */
function saysMore(items: readonly BookingMessage[]): boolean {
  return (
    items.length > 1 ||
    items.some(({ state, reply }) => state !== 'handed_over' && reply !== undefined)
  )
}

function Heading() {
  return (
    <h2 id="mails" className={styles.heading}>
      <Mail size={20} aria-hidden />
      E-mails
    </h2>
  )
}

function NotRead({ error, onRetry }: { error: Error; onRetry: () => unknown }) {
  const { detail, title } = problemOf(error)
  return (
    <Panel as="section" className={styles.mails} aria-labelledby="mails">
      <Heading />
      <p className={styles.reply}>We couldn’t find out what became of them. {detail ?? title}</p>
      <div>
        <Button size="s" onClick={() => void onRetry()}>
          Try again
        </Button>
      </div>
    </Panel>
  )
}
