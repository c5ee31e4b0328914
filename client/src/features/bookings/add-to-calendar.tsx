import type { Booking } from '@expertconnect/contract/bookings'
import { CalendarPlus, Download } from 'lucide-react'
import { useState } from 'react'
import { calendarFile, call } from '../../api/client.ts'
import { problemOf } from '../../api/problem.ts'
import { Button } from '../../ui/button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './booking-page.module.css'
import { googleLink, outlookLink } from './calendar-links.ts'

export function AddToCalendar({ booking, token }: { booking: Booking; token: string }) {
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)

  async function download() {
    setBusy(true)
    setFailed(null)
    try {
      // A download carries no Authorization header: a ticket for this one file does instead.
      const { ticket } = await call(
        'createCalendarTicket',
        { params: { id: booking.id } },
        { bearer: token },
      )
      save(calendarFile(booking.id, ticket))
    } catch (error) {
      const { detail, title } = problemOf(error)
      setFailed(detail ?? title)
    } finally {
      setBusy(false)
    }
  }

  const outside = { target: '_blank', rel: 'noopener noreferrer' }
  return (
    <section className={styles.block} aria-labelledby="calendar">
      <h2 id="calendar" className={styles.heading}>
        <CalendarPlus size={20} aria-hidden />
        Add to your calendar
      </h2>
      <div className={styles.row}>
        <LinkButton href={googleLink(booking, location.origin)} {...outside}>
          Google<VisuallyHidden> Calendar, opens in a new tab</VisuallyHidden>
        </LinkButton>
        <LinkButton href={outlookLink(booking, location.origin)} {...outside}>
          Outlook<VisuallyHidden>, opens in a new tab</VisuallyHidden>
        </LinkButton>
        <Button
          icon={<Download size={18} aria-hidden />}
          busy={busy}
          onClick={() => void download()}
        >
          .ics file
        </Button>
      </div>
      {failed !== null && (
        <p role="alert" className={styles.fault}>
          The file could not be made. {failed}
        </p>
      )}
    </section>
  )
}

function save(address: string) {
  const link = document.createElement('a')
  link.href = address
  link.download = 'session.ics'
  link.click()
}
