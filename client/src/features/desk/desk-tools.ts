import type { Booking } from '@expertconnect/contract/bookings/shapes'
import type { Expert } from '@expertconnect/contract/experts/shapes'
import type { Problem } from '@expertconnect/contract/problem'
import type { ReactNode } from 'react'

export interface ProposedTime {
  readonly startsAt: string
  readonly minutes: number
  readonly note?: string
}

/** What belongs to other features and is lent to the desk. */
export interface DeskTools {
  /** Choosing another time for a session on the expert's live board. */
  readonly propose: (tool: {
    booking: Booking
    /** Answers why it was refused, or nothing. */
    send: (time: ProposedTime) => Promise<Problem | null>
    close: () => void
  }) => ReactNode
  readonly zonePicker: (tool: {
    zone: string
    onChoose: (zone: string) => void
    onClose: () => void
  }) => ReactNode
  /** The expert as visitors see them: in the directory, and at the head of their page. */
  readonly card: (expert: Expert) => ReactNode
  readonly head: (expert: Expert) => ReactNode
}
