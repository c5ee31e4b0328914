import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { Ban, Flag } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { paths } from '../../lib/paths.ts'
import { ButtonRow } from '../../ui/action/button-row.tsx'
import { Button } from '../../ui/action/button.tsx'
import { Panel } from '../../ui/display/panel.tsx'
import { BlockDialog } from './block-dialog.tsx'
import styles from './measures.module.css'
import type { Side } from './queries.ts'
import { ReportDialog } from './report-dialog.tsx'

/** What can be done against whoever booked this, where they misuse it. */
export function Measures({ booking, side }: { booking: Booking; side: Side }) {
  const [open, setOpen] = useState<'block' | 'report' | null>(null)
  const close = () => setOpen(null)
  const isDesk = side === 'desk'
  return (
    <Panel as="section" className={styles.measures} aria-labelledby="measures">
      <h2 id="measures">Unwelcome?</h2>
      <p>
        Stop this person from booking {isDesk ? 'you' : 'anyone'} again
        {isDesk && ', or tell the administrators'}.{' '}
        <Link to={isDesk ? paths.deskBlocked : paths.adminBlocked}>Who is blocked</Link>
      </p>
      <ButtonRow>
        <Button icon={<Ban size={18} aria-hidden />} onClick={() => setOpen('block')}>
          Block…
        </Button>
        {isDesk && (
          <Button icon={<Flag size={18} aria-hidden />} onClick={() => setOpen('report')}>
            Report…
          </Button>
        )}
      </ButtonRow>
      {open === 'block' && <BlockDialog booking={booking} side={side} onClose={close} />}
      {open === 'report' && <ReportDialog booking={booking} onClose={close} />}
    </Panel>
  )
}
