import { CloudOff, RefreshCw } from 'lucide-react'
import type { Connection } from '../../../server/live/socket.ts'
import { Status } from '../../../ui/feedback/status.tsx'

/** Whether the slots follow what others do this moment. */
export function LiveMark({ live, polling }: { live: Connection; polling: boolean }) {
  if (live === 'live') {
    return (
      <Status tone="live" dot="pulse" bare>
        Live
      </Status>
    )
  }
  if (polling) {
    return (
      <Status tone="held" icon={<CloudOff size={15} aria-hidden />} bare>
        Not live, updated every 30 s
      </Status>
    )
  }
  return (
    <Status tone="held" icon={<RefreshCw size={14} aria-hidden />} bare>
      {live === 'connecting' ? 'Connecting…' : 'Reconnecting…'}
    </Status>
  )
}
