import type { FeedSide } from '@expertconnect/contract/calendars/feed-routes'
import { CalendarSync } from 'lucide-react'
import { Button } from '../../ui/action/button.tsx'
import { Refusal } from '../../ui/feedback/refusal.tsx'
import { useAttempt } from '../../ui/form/use-attempt.ts'
import styles from './feed.module.css'
import { useFeed } from './use-feed.ts'

/** What one would get, and the button for it. */
export function FeedOff({ side }: { side: FeedSide }) {
  const { busy, problem, send } = useAttempt()
  const { open } = useFeed(side)
  return (
    <div className={styles.off}>
      <p>
        See {side === 'expert' ? 'your sessions with customers' : 'what you booked'} in Google
        Calendar, Apple Calendar, Outlook, Thunderbird, Proton, or whatever you use. It keeps itself
        up to date: what moves or is cancelled here changes there too.
      </p>
      <p className={styles.quiet}>
        We make an address that nobody can guess, for you alone. You can switch it off at any time.
      </p>
      <Refusal problem={problem} />
      <div>
        <Button
          variant="primary"
          icon={<CalendarSync size={18} aria-hidden />}
          busy={busy}
          onClick={() => void send(open)}
        >
          Make my address
        </Button>
      </div>
    </div>
  )
}
