import { CalendarCheck } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { formatDayTime } from '../../../lib/time/time.ts'
import styles from './moved-notice.module.css'

export interface MovedNoticeProps {
  /** Where the session was, and where it is now. */
  from: string
  to: string
  zone: string
}

/**
 * The answer to a move. The page has become another one below what was pressed: the answer comes into sight, and the
 * focus with it, so that it is heard as well.
 */
export function MovedNotice({ from, to, zone }: MovedNoticeProps) {
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => {
    window.scrollTo(0, 0)
    notice.current?.focus({ preventScroll: true })
  }, [from, to])
  return (
    <div ref={notice} role="status" tabIndex={-1} className={styles.notice}>
      <CalendarCheck size={20} aria-hidden />
      <p>
        <span>Moved to </span>
        <strong translate="no">{formatDayTime(to, zone)}</strong>
        <span> from </span>
        <s translate="no">{formatDayTime(from, zone)}</s>
      </p>
    </div>
  )
}
