import type { ReactNode } from 'react'
import { CalendarClock, CalendarX2, DoorOpen, LogIn, RotateCcw, TriangleAlert } from 'lucide-react'
import { visitorZone } from '../../../lib/time/time.ts'
import { Button } from '../../../ui/action/button.tsx'
import { LinkButton } from '../../../ui/action/link-button.tsx'
import { Panel } from '../../../ui/display/panel.tsx'
import type { ChatMessage } from '../chat/chat.ts'
import type { CallFacts } from '../room/state/call-facts.ts'
import styles from './closing.module.css'
import { type ClosingCase, type ClosingEnd, closingWords, timeSpent } from './closing-words.ts'
import { KeptChat } from './kept-chat.tsx'

export interface ClosingProps {
  end: ClosingEnd
  problem?: ClosingCase['problem']
  facts: CallFacts
  /** How long both were connected. */
  talkedMs: number
  messages: readonly ChatMessage[]
  /** The room is open still. */
  isOpen: boolean
  newStart?: string | null
  /** The page of the booking, as this side sees it. */
  bookingPath: string
  /** For a customer: the expert's page, to book again. */
  againPath: string | null
  /** "My bookings", or the desk. */
  onward: { path: string; label: string }
  /** What is asked of a customer once the session is over. */
  review?: ReactNode
  /** One's own notes on it. */
  notes?: ReactNode
  onRejoin: () => void
}

const icons: Readonly<Record<ClosingEnd, typeof DoorOpen>> = {
  left: DoorOpen,
  over: DoorOpen,
  cancelled: CalendarX2,
  moved: CalendarClock,
  removed: LogIn,
  taken_over: DoorOpen,
  refused: TriangleAlert,
}

/** What is left of a session, at once: how long it was, what was written, and where to go from here. */
export function Closing(props: ClosingProps) {
  const { end, problem, facts, talkedMs, messages, isOpen, newStart = null } = props
  const zone = visitorZone()
  const words = closingWords({ end, problem, facts, isOpen, newStart, zone })
  const rejoins = words.canRejoin && isOpen
  const Icon = icons[end]
  return (
    <Panel as="section" padding="l" className={styles.closing} aria-labelledby="closing">
      <span aria-hidden className={styles.icon}>
        <Icon size={30} />
      </span>
      <h1 id="closing" tabIndex={-1}>
        {words.title}
      </h1>
      {talkedMs > 0 && (
        <p className={styles.spent}>
          You talked with {facts.other.name} for <strong>{timeSpent(talkedMs)}</strong>.
        </p>
      )}
      {words.text !== '' && <p className={styles.text}>{words.text}</p>}
      <div className={styles.ways}>
        {rejoins && (
          <Button
            variant="primary"
            size="l"
            icon={<LogIn size={20} aria-hidden />}
            onClick={props.onRejoin}
          >
            {end === 'refused'
              ? 'Try again'
              : end === 'taken_over'
                ? 'Take it back here'
                : 'Rejoin'}
          </Button>
        )}
        {props.againPath !== null && !rejoins && (
          <LinkButton
            variant="primary"
            size="l"
            to={props.againPath}
            icon={<RotateCcw size={20} aria-hidden />}
          >
            Book {facts.other.name} again
          </LinkButton>
        )}
        <LinkButton size="l" to={props.bookingPath}>
          Open the booking
        </LinkButton>
        <LinkButton size="l" to={props.onward.path}>
          {props.onward.label}
        </LinkButton>
      </div>
      {props.againPath !== null && rejoins && (
        <p className={styles.text}>
          Another one?{' '}
          <LinkButton variant="plain" to={props.againPath}>
            Book {facts.other.name} again
          </LinkButton>
        </p>
      )}
      {props.review}
      {props.notes}
      {messages.length > 0 && (
        <KeptChat messages={messages} otherName={facts.other.name} zone={zone} />
      )}
    </Panel>
  )
}
