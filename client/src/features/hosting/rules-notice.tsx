import { useQuery } from '@tanstack/react-query'
import { Clock3 } from 'lucide-react'
import { Notice } from '../../ui/feedback/notice.tsx'
import { timeZoneRulesQuery } from './queries.ts'

/** Time-zone rules that are older than they need be, for whoever can mend it. Nothing where they are new. */
export function RulesNotice() {
  const { data } = useQuery(timeZoneRulesQuery)
  if (!data?.areOld) return null
  return (
    <Notice
      role="status"
      icon={<Clock3 size={20} />}
      title="This server’s time-zone rules are out of date"
    >
      <p>
        It uses release {data.version}; {data.newestKnown} is available. In countries that have
        changed their clocks since, sessions can be an hour off. Please update Node.js and restart
        the server.
      </p>
    </Notice>
  )
}
