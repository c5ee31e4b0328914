import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { CalendarX, Download } from 'lucide-react'
import { useState } from 'react'
import { calendarFile, call } from '../../../server/api/client.ts'
import { problemOf } from '../../../server/api/problem.ts'
import { useDoubt } from '../../../server/session/use-doubt.ts'
import { ButtonRow } from '../../../ui/action/button-row.tsx'
import { Button } from '../../../ui/action/button.tsx'
import { LinkButton } from '../../../ui/action/link-button.tsx'
import { VisuallyHidden } from '../../../ui/display/visually-hidden.tsx'
import styles from './add-to-calendar.module.css'
import { googleLink, outlookLink } from './calendar-links.ts'
import { Part } from './part.tsx'

export interface CalendarWaysProps {
  booking: Booking
  /** Empty for who is signed in. */
  token: string
}

/** For a booking that is cancelled: what stands in a calendar stays there until somebody takes it out. */
export function RemoveFromCalendar({ booking, token }: CalendarWaysProps) {
  const file = useCalendarFile(booking, token)
  return (
    <Part id="calendar" icon={CalendarX} title="Remove it from your calendar">
      <p className={styles.hint}>
        If you added this session to a calendar, please delete it there. Calendar apps that open
        files can mark it as cancelled with this one.
      </p>
      <ButtonRow>
        <FileButton {...file} />
      </ButtonRow>
      <Fault failed={file.failed} />
    </Part>
  )
}

/** The three ways into a calendar. */
export function CalendarWays({ booking, token }: CalendarWaysProps) {
  const file = useCalendarFile(booking, token)
  const outside = { target: '_blank', rel: 'noopener noreferrer' }
  return (
    <>
      <ButtonRow>
        <LinkButton href={googleLink(booking, location.origin)} {...outside}>
          Google<VisuallyHidden> Calendar, opens in a new tab</VisuallyHidden>
        </LinkButton>
        <LinkButton href={outlookLink(booking, location.origin)} {...outside}>
          Outlook<VisuallyHidden>, opens in a new tab</VisuallyHidden>
        </LinkButton>
        <FileButton {...file} />
      </ButtonRow>
      <Fault failed={file.failed} />
    </>
  )
}

interface CalendarFile {
  busy: boolean
  failed: string | null
  download: () => Promise<void>
}

function FileButton({ busy, download }: CalendarFile) {
  return (
    <Button icon={<Download size={18} aria-hidden />} busy={busy} onClick={() => void download()}>
      .ics file
    </Button>
  )
}

function Fault({ failed }: Pick<CalendarFile, 'failed'>) {
  if (failed === null) return null
  return (
    <p role="alert" className={styles.fault}>
      The file could not be made. {failed}
    </p>
  )
}

function useCalendarFile(booking: Booking, token: string): CalendarFile {
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const doubt = useDoubt()

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
      const { status, detail, title } = problemOf(error)
      setFailed(detail ?? title)
      if (token === '' && status === 404) await doubt()
    } finally {
      setBusy(false)
    }
  }

  return { busy, failed, download }
}

function save(address: string) {
  const link = document.createElement('a')
  link.href = address
  link.download = 'session.ics'
  link.click()
}
