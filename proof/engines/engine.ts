import type { CrashPoint } from '../server/points.ts'
import type { Patch } from '../server/variant.ts'

/** A record as it stands in the database, behind the port. */
export interface StoredRecord {
  readonly id: string
  readonly expertId: string
  readonly state: 'held' | 'released' | 'booked' | 'cancelled'
  readonly version: number
  /** Instants, in milliseconds. */
  readonly startsAt: number
  readonly until: number
  readonly expiresAt: number | null
  /** No message has been made yet of something that it owes. */
  readonly isOwing: boolean
}

export interface StoredMessage {
  readonly id: string
  readonly kind: string
  readonly bookingId: string
  readonly recipient: string
  readonly version: number
  readonly state: string
  readonly dueAt: number
  readonly messageId: string | null
}

/** All that the checks compare with what was answered and told. */
export interface Stored {
  readonly records: readonly StoredRecord[]
  readonly cells: readonly {
    readonly expertId: string
    readonly cell: number
    readonly recordId: string
  }[]
  /** By which key which record was made or changed. */
  readonly answers: readonly { readonly key: string; readonly recordId: string }[]
  readonly messages: readonly StoredMessage[]
}

/** A database that servers are killed on. */
export interface Engine {
  readonly name: string
  /** As DATABASE_URL has it. */
  readonly url: string
  /** So many servers share it. */
  readonly servers: number
  /** Where its servers can be killed. */
  readonly points: readonly Patch[]
  readonly crashPoints: readonly CrashPoint[]
  /** What is committed, whether or not a server runs. */
  read(): Promise<Stored>
  /** Does to the database itself what servers must survive; says what that was. Left out where nothing can be done. */
  readonly disturb?: (chance: number) => Promise<string>
  close(): Promise<void>
}
