import { useQuery } from '@tanstack/react-query'
import { VideoOff } from 'lucide-react'
import { formatDayTime, visitorZone } from '../../lib/time/time.ts'
import { Notice } from '../../ui/feedback/notice.tsx'
import styles from './call-notice.module.css'
import { adviceOf, faultsOf, reportsOf, titleOf } from './call-words.ts'
import { callHealthQuery } from './queries.ts'

/** Calls that find no path here, for whoever can mend it. Nothing where all is well. */
export function CallNotice() {
  const { data } = useQuery(callHealthQuery)
  const title = data ? titleOf(data) : null
  if (!data || title === null) return null
  const { relay, reports } = data
  const faults = faultsOf(relay)
  const reported = reportsOf(reports)
  return (
    <div className={styles.place}>
      <Notice role="status" icon={<VideoOff size={20} />} title={title}>
        {faults.length > 0 && (
          <p>
            Since {formatDayTime(relay.since, visitorZone())}: {faults.join('; ')}.
          </p>
        )}
        {reported !== '' && <p>{reported}</p>}
        <p>{adviceOf(relay)}</p>
      </Notice>
    </div>
  )
}
