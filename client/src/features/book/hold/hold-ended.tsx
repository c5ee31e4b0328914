import { TimerOff } from 'lucide-react'
import { formatDayTime } from '../../../lib/time/time.ts'
import { Button } from '../../../ui/action/button.tsx'
import { Notice } from '../../../ui/feedback/notice.tsx'
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
  moved: 'You continued in another tab',
}

/** The slot is no longer kept. What was typed stays, and one press holds it again if it is still free. */
export function HoldEnded({ why, wanted, zone, busy, onAgain }: HoldEndedProps) {
  return (
    <Notice role="alert" level={3} icon={<TimerOff size={20} />} title={titles[why]}>
      <p>
        {formatDayTime(wanted.startsAt, zone)}{' '}
        {why === 'moved' ? 'is held for you there' : 'is no longer held for you'}. Everything you
        typed is still here.
      </p>
      <div>
        <Button size="s" variant="primary" busy={busy} onClick={onAgain}>
          {why === 'moved' ? 'Continue here instead' : 'Hold it again'}
        </Button>
      </div>
    </Notice>
  )
}
