import type { Booking, Party } from '@expertconnect/contract/bookings/shapes'
import type { BookingMessage } from '@expertconnect/contract/messages/shapes'
import { useQuery } from '@tanstack/react-query'
import { MailX, PencilLine } from 'lucide-react'
import { Button } from '../../ui/action/button.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { useReadingTime } from './due.ts'
import { refusal } from './order.ts'
import { bookingMessagesQuery } from './queries.ts'
import { kindNames } from './words.ts'
import { callLink } from '../../lib/contact-links.ts'

interface RefusedNoticeProps {
  booking: Booking
  token: string
  viewer: Party
  /** Leads to where the address is corrected, for who may do that. */
  onCorrect?: () => void
}

/** The customer cannot be reached by mail, said to whoever can do something about it. */
export function RefusedNotice({ booking, token, viewer, onCorrect }: RefusedNoticeProps) {
  const { data = [] } = useQuery(bookingMessagesQuery(booking.id, token, booking.version))
  const refused = refusal(data, 'customer', useReadingTime())
  const { customer } = booking
  if (!refused || !customer) return null
  const icon = <MailX size={20} />
  const why = whyRefused(refused)
  if (viewer === 'customer') {
    return (
      <Notice role="status" icon={icon} title={`E-mails do not reach ${customer.email}`}>
        <p>{why} Is the address right?</p>
        {onCorrect && (
          <div>
            <Button
              size="s"
              variant="primary"
              icon={<PencilLine size={16} aria-hidden />}
              onClick={onCorrect}
            >
              Correct the address
            </Button>
          </div>
        )}
      </Notice>
    )
  }
  return (
    <Notice role="status" icon={icon} title={`E-mails do not reach ${customer.name}`}>
      <p>{why} Changes and reminders may not arrive either.</p>
      <p>
        {customer.phone === undefined ? (
          'No phone number was given.'
        ) : (
          <>
            Phone: <a href={callLink(customer.phone)}>{customer.phone}</a>
          </>
        )}
      </p>
    </Notice>
  )
}

function whyRefused({ kind, reply }: BookingMessage): string {
  const what = `The mail server refused the last one (${kindNames[kind].toLowerCase()})`
  return reply === undefined ? `${what}.` : `${what}: “${reply}”.`
}
