import type { CallHealth, IceServer } from '@expertconnect/contract/calls/shapes'
import type { Instant } from '../domain/time/instant.ts'
import type { Calendars } from '../busy/calendars.ts'
import type { Seal } from '../busy/seal.ts'
import type { Mail } from '../mail/mail.ts'
import type { Outbox } from '../mail/outbox.ts'
import type { Transport } from '../mail/transport.ts'
import type { Storage } from '../storage/port/storage.ts'
import type { CallFaultBook, DemoPath, IceServersFor } from './calls.ts'
import type { Tokens } from './tokens.ts'

/** What the services stand on; `main.ts` and the test harness put it together. */
export interface Deps {
  readonly storage: Storage
  readonly clock: () => Instant
  /** A new id, not to be guessed. */
  readonly newId: () => string
  readonly tokens: Tokens
  /** Keeps secrets of other services. */
  readonly seal: Seal
  /** Fetches the calendars that experts have elsewhere. Whoever opened it closes it. */
  readonly calendars: Omit<Calendars, 'close'>
  /** Random bits that cannot be guessed, as base64url. */
  readonly newSecret: (bits: number) => string
  /** A code of eight digits. */
  readonly newCode: () => string
  /** Delivers, or keeps for delivery; what is asked for waits until it is safe. */
  readonly sendMail: (mail: Mail) => Promise<void>
  /** The way that mails go. Whoever opened it closes it. */
  readonly transport: Transport
  /** Copies of mails on this machine, where no mail server was or is configured. */
  readonly keptMail: Pick<Outbox, 'forgetCodes' | 'forget' | 'forgetOver'>
  /** A Message-ID that nobody has used. */
  readonly newMessageId: () => string
  /** The address that mails are from; known only once the port is bound where it is made from that. */
  readonly sender: () => string
  /** Of the UIDs of calendar entries, for life. */
  readonly calendarDomain: string
  readonly currency: string
  /** The ceilings of what people may hold and book; `false` for tests, benchmarks and behind a limiting front. */
  readonly limits: boolean
  /** Mail reaches its readers, so that addresses can be proved: there is a server for it, or a demo shows it. */
  readonly mailIsRead: boolean
  /** How the two of a booking find a path to each other. */
  readonly iceServers: IceServersFor
  /** The same for whoever meets themselves: without the relay, which costs whoever hosts it. */
  readonly practiceIceServers: readonly IceServer[]
  /** Whether the relay does for us what browsers ask of it. */
  readonly relay: () => CallHealth['relay']
  readonly callFaults: CallFaultBook
  readonly demoPath: DemoPath
}
