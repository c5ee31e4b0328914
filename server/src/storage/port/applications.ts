import type { Application } from '../../domain/experts/application.ts'
import type { AuditEntry } from '../../domain/people/audit.ts'
import type { Message } from '../../domain/messages/message.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Page, TimePlace, Wanted } from './page.ts'

export interface ApplicationsAsked extends Wanted {
  readonly state?: Application['state'] | undefined
  readonly after?: TimePlace | undefined
  readonly limit: number
}

export interface Decline {
  readonly id: string
  readonly at: Instant
  readonly reason?: string | undefined
}

export type DeclineOutcome =
  | { readonly kind: 'done'; readonly application: Application }
  | { readonly kind: 'not_found' }
  | { readonly kind: 'already_decided' }

export interface ApplicationStorage {
  /** Waits beside those that were sent under this address before. */
  send(application: Application): Promise<void>
  find(id: string): Promise<Application | null>
  /** The latest first. */
  list(asked: ApplicationsAsked): Promise<Page<Application, TimePlace>>
  /** Of one address, whatever its case; the latest first. */
  listOf(email: string): Promise<readonly Application[]>
  /**
   * Of several decisions at once one is made, in one commit with its entry and its message. Approving is `experts.create` with the
   * application; whatever else waits under its address is declined then, and nobody is written to about it.
   */
  decline(declined: Decline, audit: AuditEntry, message: Message): Promise<DeclineOutcome>
}
