import { TimerOff } from 'lucide-react'
import { formatDayTime } from '../../../lib/time/time.ts'
import { Button } from '../../../ui/action/button.tsx'
import styles from './lost-slot.module.css'
import type { HoldEnd, Wanted } from './use-hold.ts'

export interface HoldEndedProps {
  why: HoldEnd
  wanted: Wanted
  zone: string
  busy: boolean
  onAgain: () => void
}

const titles: Readonly<Record<HoldEnd, string>> = {
  expired: 'Your hold ran out',
  gone: 'Your hold has ended',
  left: 'You left this page, so the time was given back',
}

/** The slot is no longer kept. What was typed stays, and one press holds it again if it is still free. */
export function HoldEnded({ why, wanted, zone, busy, onAgain }: HoldEndedProps) {
  return (
    <div role="alert" className={styles.lost}>
      <TimerOff size={20} aria-hidden className={styles.icon} />
      <div className={styles.body}>
        <h3 className={styles.title}>{titles[why]}</h3>
        <p>
          {formatDayTime(wanted.startsAt, zone)} is not kept for you any more. Everything that you
          typed is kept.
        </p>
        <div>
          <Button size="s" variant="primary" busy={busy} onClick={onAgain}>
            Hold it again
          </Button>
        </div>
      </div>
    </div>
  )
}
