import type { MailChoices } from '@expertconnect/contract/messages/shapes'
import type {
  AgendaMessage,
  Message,
  MessageOfBooking,
  Stamp,
} from '../../domain/messages/message.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Page, TimePlace } from './page.ts'

export interface LeaseAsked {
  readonly now: Instant
  /** By the clock of the database, where several servers share one. Longer than any attempt takes. */
  readonly forMs: number
  /** A name that nobody else has. */
  readonly name: string
  /** What the message is sent with, if this is its first attempt. */
  readonly stamp: Stamp
}

export interface LeasedMessage {
  readonly message: Message & { readonly stamp: Stamp }
  readonly lease: string
  /** Its reader is owed, or has got, one of a later version that makes it void. */
  readonly isOutdone: boolean
}

/** What a lease ends with. `again` costs an attempt where the mail itself was refused for the moment. */
export type Settlement =
  | {
      readonly kind: 'handed_over' | 'refused' | 'expired' | 'dropped'
      readonly at: Instant
      readonly reply: string | null
    }
  | {
      readonly kind: 'again'
      readonly dueAt: Instant
      readonly costs: 'nothing' | 'an attempt' | 'a crash'
      readonly reply: string | null
    }

export interface DueAgenda {
  readonly expertId: string
  readonly choices: MailChoices
  readonly dueAt: Instant
}

export interface MessagesAsked {
  readonly show: 'waiting' | 'failed' | 'all'
  readonly after?: TimePlace | undefined
  readonly limit: number
}

/**
 * What bookings owe is stored with their changes, in the same commit, and so is what experts and applicants are owed.
 * Nothing is owed twice: whatever is repeated finds the message that is there.
 */
export interface MessageStorage {
  /**
   * Makes messages of what some bookings owe at `now`; answers how many had come to it, 0 when none is left. Few at a
   * time, so that whoever books meanwhile waits for few. Safe on many servers.
   */
  takeUp(now: Instant): Promise<number>
  /**
   * Gives the next message that is due to one asker alone; null where there is none. None is given while another of
   * its line is leased. One whose attempts broke too often is parked instead.
   */
  lease(asked: LeaseAsked): Promise<LeasedMessage | null>
  /** False, and nothing is written, if the lease has ended and another one was given. */
  settle(id: string, lease: string, settlement: Settlement): Promise<boolean>
  /**
   * A mail that was handed over could not be delivered: it becomes `refused`, with `reply`. False, and nothing is written,
   * where no mail with this Message-ID is handed over. Ids are compared sign by sign.
   */
  bounced(messageId: string, at: Instant, reply: string): Promise<boolean>
  /** Sends it once more: only what is final, and still to be of use. False where there is none such. */
  retry(id: string, now: Instant): Promise<boolean>
  /** Adds what is owed by itself; one that is there already stays as it is. */
  owe(message: Message): Promise<void>

  /** What an expert chose; null where they never did. */
  choicesOf(expertId: string): Promise<MailChoices | null>
  /** `agendaAt`: when their next agenda is due. */
  choose(expertId: string, choices: MailChoices, agendaAt: Instant | null): Promise<void>
  /** Some of those that are due at `now`. */
  dueAgendas(now: Instant): Promise<readonly DueAgenda[]>
  /** Owes it, if it is to be, and sets when the next one is due, if this one is still the one that is due. */
  oweAgenda(due: DueAgenda, message: AgendaMessage | null, next: Instant | null): Promise<void>

  find(id: string): Promise<Message | null>
  /** Of a booking, the latest owed first: also what a change owes, and nobody has made a message of yet. */
  listOfBooking(bookingId: string): Promise<readonly MessageOfBooking[]>
  /** Of several bookings, in no order. */
  listOfBookings(bookingIds: readonly string[]): Promise<readonly MessageOfBooking[]>
  /** The latest owed first. */
  list(asked: MessagesAsked): Promise<Page<Message, TimePlace>>
  countOf(): Promise<{ readonly waiting: number; readonly failed: number }>
  /** Forgets what was settled before `before`; answers how many. */
  forgetSettled(before: Instant): Promise<number>
}
