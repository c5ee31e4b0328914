import type { AdminMessage } from '@expertconnect/contract/messages/shapes'
import { Mail, RotateCw } from 'lucide-react'
import { paths } from '../../lib/paths.ts'
import { formatDayTime, visitorZone } from '../../lib/time/time.ts'
import { Button } from '../../ui/action/button.tsx'
import { VisuallyHidden } from '../../ui/display/visually-hidden.tsx'
import { Status } from '../../ui/feedback/status.tsx'
import { Row } from '../../ui/list/row.tsx'
import { kindNames, stateTones } from './words.ts'

export interface MessageRowProps {
  message: AdminMessage
  now: number
  busy: boolean
  onRetry: () => void
}

const stateNames: Readonly<Record<AdminMessage['state'], string>> = {
  waiting: 'Waiting',
  handed_over: 'Handed over',
  refused: 'Refused',
  expired: 'Too late',
  dropped: 'No longer needed',
  parked: 'Parked',
}

/** One mail of everybody's. One about a booking leads to it. */
export function MessageRow({ message, now, busy, onRetry }: MessageRowProps) {
  const { kind, state, booking, to, reply, retryable } = message
  const reader = booking ? `to the ${booking.recipient}` : `to ${to ?? 'an expert'}`
  const title = `${kindNames[kind]} ${reader}`
  return (
    <Row
      icon={<Mail size={22} aria-hidden />}
      title={title}
      {...(booking && { to: paths.adminBooking(booking.id) })}
      small={whenWords(message, now)}
      states={<Status tone={stateTones[state]}>{stateNames[state]}</Status>}
      {...(retryable && {
        actions: (
          <Button size="s" icon={<RotateCw size={16} aria-hidden />} busy={busy} onClick={onRetry}>
            Try again<VisuallyHidden> to send: {title}</VisuallyHidden>
          </Button>
        ),
      })}
    >
      {reply !== undefined && state !== 'handed_over' && <p>“{reply}”</p>}
      {state === 'parked' && <p>Every attempt to send it failed. The log says why.</p>}
    </Row>
  )
}

function whenWords({ state, owedAt, dueAt, settledAt, attempts }: AdminMessage, now: number) {
  const zone = visitorZone()
  const tries = attempts > 0 ? [attempts === 1 ? '1 attempt' : `${attempts} attempts`] : []
  const owed = `written ${formatDayTime(owedAt, zone)}`
  if (state === 'waiting') {
    const next =
      Date.parse(dueAt) > now ? [`next try ${formatDayTime(dueAt, zone)}`] : ['next try now']
    return [owed, ...next, ...tries].join(' · ')
  }
  const settled = settledAt === undefined ? [] : [`done ${formatDayTime(settledAt, zone)}`]
  return [owed, ...settled, ...tries].join(' · ')
}
