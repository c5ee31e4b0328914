import { Hourglass } from 'lucide-react'
import { useEffect } from 'react'
import { formatDayTime } from '../../../lib/time/time.ts'
import { Button } from '../../../ui/action/button.tsx'
import { useAnnounce } from '../../../ui/feedback/use-announce.ts'
import { VisuallyHidden } from '../../../ui/display/visually-hidden.tsx'
import styles from './hold-bar.module.css'
import { minutesAndSeconds, useCountdown } from '../../../lib/time/server-clock.ts'
import type { HoldControl, Wanted } from './use-hold.ts'

export interface HoldBarProps {
  hold: HoldControl
  wanted: Wanted
  expiresAt: string
  zone: string
}

/** For how long the slot is still kept, on the server's clock, with its one extension. Stays in sight. */
export function HoldBar({ hold, wanted, expiresAt, zone }: HoldBarProps) {
  const left = useCountdown(expiresAt)
  const announce = useAnnounce()
  const short = left <= 60
  const { renewable } = hold
  useEffect(() => {
    if (!short) return
    announce(
      `One minute left on your hold.${renewable ? ' You can extend it by five minutes.' : ''} What you typed is kept in any case.`,
    )
  }, [short, renewable, announce])
  return (
    <div className={styles.bar} data-short={short}>
      <Hourglass size={18} aria-hidden className={styles.icon} />
      <p className={styles.text}>
        <strong translate="no">{formatDayTime(wanted.startsAt, zone)}</strong>
        <span>
          held for you{' '}
          <span translate="no" className={styles.left}>
            {minutesAndSeconds(left)}
          </span>
        </span>
      </p>
      {renewable && (
        <Button size="s" busy={hold.renewing} onClick={() => void hold.renew()}>
          Need more time?<VisuallyHidden> Extend the hold by five minutes</VisuallyHidden>
        </Button>
      )}
    </div>
  )
}
