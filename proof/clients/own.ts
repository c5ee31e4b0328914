/** A record as the last answer to its client has it. */
export interface Own {
  readonly id: string
  readonly expertId: string
  readonly token: string
  readonly state: 'held' | 'booked' | 'cancelled' | 'released'
  readonly version: number
  readonly startsAt: string
  /** Of a hold. */
  readonly expiresAt?: string | undefined
  readonly minutes: number
  /** A change of it was never answered, and cannot be asked for again with a key. */
  readonly isDoubtful?: boolean
  /** In which life of the servers its cancellation was acknowledged. */
  readonly cancelledIn?: number
}

export interface Answer {
  readonly id?: string
  readonly token?: string
  readonly version?: number
  readonly startsAt?: string
  readonly expiresAt?: string
  readonly manageToken?: string
  readonly booking?: {
    readonly id: string
    readonly version: number
    readonly status: string
    readonly startsAt: string
    readonly minutes: number
  }
}
