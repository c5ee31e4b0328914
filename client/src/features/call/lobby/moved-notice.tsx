import type { Call } from '@expertconnect/contract/calls/shapes'
import { CalendarSync } from 'lucide-react'
import { useState } from 'react'
import { formatDayTime, visitorZone } from '../../../lib/time/time.ts'
import { Notice } from '../../../ui/feedback/notice.tsx'

/** The session got another time while one waits for it here. */
export function MovedNotice({ call: { startsAt } }: { call: Call }) {
  const [first] = useState(startsAt)
  if (Date.parse(first) === Date.parse(startsAt)) return null
  const zone = visitorZone()
  return (
    <Notice role="status" icon={<CalendarSync size={20} />} title="This session was moved">
      <p>
        From {formatDayTime(first, zone)} to <strong>{formatDayTime(startsAt, zone)}</strong>. You
        can wait here, or come back with the same link.
      </p>
    </Notice>
  )
}
