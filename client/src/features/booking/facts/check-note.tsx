import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { formatDayTime } from '../../../lib/time/time.ts'
import { lastCheck, subscribeToChecks, wordsOf } from '../../call/check/last-check.ts'
import styles from './check-note.module.css'

/** How the last test of camera and connection ended on this device, where one was made for this booking. */
export function CheckNote({ bookingId, zone }: { bookingId: string; zone: string }) {
  const check = useSyncExternalStore(subscribeToChecks, () => lastCheck(bookingId))
  if (!check) return null
  const { tone, title } = wordsOf(check)
  const Icon = tone === 'live' ? CircleCheck : TriangleAlert
  return (
    <p className={styles.note} data-tone={tone}>
      <Icon size={16} aria-hidden />
      <span>
        Tested on this device {formatDayTime(new Date(check.at).toISOString(), zone)}: {title}
      </span>
    </p>
  )
}
