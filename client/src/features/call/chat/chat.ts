/** `sent`: it has arrived at the other side. */
export interface ChatMessage {
  readonly id: string
  readonly from: 'self' | 'other'
  readonly text: string
  /** Epoch milliseconds, by the clock of this device. */
  readonly at: number
  readonly state: 'sending' | 'sent'
}

export interface ChatView {
  readonly messages: readonly ChatMessage[]
  readonly unread: number
}

export const longestChatMessage = 4000
