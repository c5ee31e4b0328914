import type { Booking } from '@expertconnect/contract/bookings/shapes'
import { CalendarSync, CalendarX2, Video } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'react-router'
import { serverNow } from '../../api/server-clock.ts'
import { formatDayTime } from '../../time.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useToast } from '../../ui/toast.tsx'
import { CancelSession } from './cancel-session.tsx'
import { CopyLink } from './copy-link.tsx'
import type { DeskTools } from './desk-tools.ts'
import { ProposalCard } from './proposal-card.tsx'
import { SessionBadge } from './session-badge.tsx'
import { SessionFacts } from './session-facts.tsx'
import styles from './session.module.css'
import { type SessionChange, useChangeSession } from './use-change-session.ts'

export interface SessionProps {
  booking: Booking
  /** The expert’s own token of it. */
  token: string
  tools: DeskTools
}

/** A session with all that its expert needs of it, and what they can do. */
export function Session({ booking, token, tools }: SessionProps) {
  const { state } = useLocation()
  const [action, setAction] = useState<'cancel' | 'propose' | null>(() => wantedAction(state))
  const toast = useToast()
  const change = useChangeSession(token, () => setAction(null))
  const zone = booking.expert.timeZone
  const who = booking.customer?.name ?? 'the customer'
  const allows = (what: 'cancel' | 'propose') => booking.allowedActions.includes(what)
  const close = () => setAction(null)
  const heading = useHeadingAfter(action === 'propose')

  async function send(part: SessionChange, done: string) {
    const problem = await change(booking, part)
    if (!problem) toast({ tone: 'good', title: done })
    return problem
  }

  if (action === 'propose' && allows('propose')) {
    return tools.propose({
      booking,
      close,
      send: (proposal) => send({ proposal }, `Proposed to ${who}`),
    })
  }
  return (
    <div className={styles.page}>
      <Panel as="article" padding="l" className={styles.card}>
        <header className={styles.head}>
          <Avatar name={who} photoUrl={null} size={64} />
          <div>
            <SessionBadge booking={booking} />
            <h1 ref={heading} tabIndex={-1}>
              {booking.customer?.name ?? 'A customer'}
            </h1>
          </div>
        </header>
        {booking.status === 'cancelled' && (
          <p className={styles.cancelled}>
            {cancelledText(booking)}
            {booking.cancelReason !== undefined && <> “{booking.cancelReason}”</>}
          </p>
        )}
        {booking.proposal && (
          <ProposalCard
            proposal={booking.proposal}
            who={who}
            zone={zone}
            takeBack={
              allows('propose')
                ? () => send({ proposal: null }, 'The proposal is taken back')
                : undefined
            }
          />
        )}
        {booking.status === 'booked' && (
          <p className={styles.room}>
            <Video size={20} aria-hidden />
            <span>
              {serverNow() >= Date.parse(booking.roomOpensAt)
                ? 'It is time for the session.'
                : `The video room opens ${formatDayTime(booking.roomOpensAt, zone)}.`}{' '}
              Video calls come with a later release: until then agree with {who} on how to talk.
            </span>
          </p>
        )}
        <SessionFacts booking={booking} zone={zone} />
        {(allows('propose') || allows('cancel')) && (
          <div className={styles.row}>
            {allows('propose') && (
              <Button
                icon={<CalendarSync size={18} aria-hidden />}
                onClick={() => setAction('propose')}
              >
                Propose another time
              </Button>
            )}
            {allows('cancel') && (
              <Button
                icon={<CalendarX2 size={18} aria-hidden />}
                onClick={() => setAction('cancel')}
              >
                Cancel
              </Button>
            )}
          </div>
        )}
      </Panel>
      <CopyLink id={booking.id} token={token} />
      {action === 'cancel' && allows('cancel') && (
        <CancelSession
          booking={booking}
          zone={zone}
          onClose={close}
          onCancel={(reason) => send({ status: 'cancelled', reason }, `Cancelled: ${who} is told`)}
        />
      )}
    </div>
  )
}

/** The heading takes the focus, and comes into view, when another view has given way to the page. */
function useHeadingAfter(other: boolean) {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(other)
  useEffect(() => {
    if (before.current && !other) heading.current?.focus()
    before.current = other
  }, [other])
  return heading
}

/** What the page of today leads here for. */
function wantedAction(state: unknown): 'propose' | null {
  const action = (state as { action?: unknown } | null)?.action
  return action === 'propose' ? action : null
}

function cancelledText({ cancelledBy, customer }: Booking): string {
  if (cancelledBy === 'expert') return 'You cancelled this session.'
  if (cancelledBy === 'admin') return 'An administrator cancelled this session.'
  return `${customer?.name ?? 'The customer'} cancelled this session.`
}
