import type { Party } from '@expertconnect/contract/bookings/shapes'
import type { AdminMessage, MessageState, Recipient } from '@expertconnect/contract/messages/shapes'
import { daysBetween, formatDayTime, formatTime } from '../../lib/time/time.ts'
import type { Tone } from '../../ui/feedback/status.tsx'
import { isDue } from './due.ts'

/** What each mail is. */
export const kindNames: Readonly<Record<AdminMessage['kind'], string>> = {
  booked: 'Confirmation',
  moved: 'The new time',
  cancelled: 'Cancellation',
  corrected: 'Confirmation with the new link',
  proposed: 'Proposal of another time',
  declined: 'Answer to a proposal',
  reminder: 'Reminder',
  waiting: 'Note that somebody is waiting',
  late: 'Note that somebody is late',
  clash: 'Note of another appointment at that time',
  invitation: 'Invitation',
  approval: 'Approval',
  decline: 'Rejection',
  signed_in: 'Sign-in from a new browser',
  admin_made: 'New role',
  admin_removed: 'Role removed',
  address_changed: 'Change of address',
  passkey_added: 'New passkey',
  passkey_removed: 'Passkey removed',
  agenda: 'Daily agenda',
}

/** To whom: `to you`, `to the expert`. */
export function readerWords(recipient: Recipient, viewer: Party): string {
  return recipient === viewer ? 'to you' : `to the ${recipient}`
}

export const stateTones: Readonly<Record<MessageState, Tone>> = {
  waiting: 'held',
  handed_over: 'live',
  refused: 'danger',
  expired: 'danger',
  dropped: 'neutral',
  parked: 'danger',
}

interface Told {
  readonly state: MessageState
  /** When it was settled, or is to be sent. */
  readonly at: string
}

/** A mail is late when the workers have had so long, in milliseconds, to take it. */
const usualWait = 60_000

/**
 * What became of a mail, for whoever it is about. It is never called delivered: only the reader's own mail server knows
 * that.
 */
export function stateWords({ state, at }: Told, zone: string, now: number): string {
  const when = momentWords(at, zone, now)
  switch (state) {
    case 'waiting':
      if (!isDue({ at }, now)) return `waiting until ${when}`
      return now - Date.parse(at) > usualWait
        ? 'waiting for the mail server, and tried again automatically'
        : 'on its way to the mail server'
    case 'handed_over':
      return `handed over to the mail server, ${when}`
    case 'refused':
      return `refused by the mail server, ${when}`
    case 'expired':
      return `could not be handed over in time, ${when}`
    case 'dropped':
      return `no longer needed, ${when}`
    case 'parked':
      return 'could not be sent: the people who run this site have been told'
  }
}

/** `14:02` for a moment of today, `Wed 25 Nov, 14:02` for all others. */
export function momentWords(at: string, zone: string, now: number): string {
  return daysBetween(now, Date.parse(at), zone) === 0
    ? formatTime(at, zone)
    : formatDayTime(at, zone)
}
