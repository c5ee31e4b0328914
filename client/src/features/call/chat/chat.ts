/** `sent`: it has arrived at the other side. */
export interface ChatMessage {
  readonly id: string
  readonly from: 'self' | 'other'
  readonly text: string
  /** Epoch milliseconds, on the server's clock: when it was written here, or came. */
  readonly at: number
  readonly state: 'sending' | 'sent'
}

export interface ChatView {
  readonly messages: readonly ChatMessage[]
  readonly unread: number
}

/** What is typed and not sent yet: a reload loses nothing, and another session is not told it. */
export interface ChatDraft {
  readonly read: () => string
  readonly write: (text: string | null) => void
}

export const longestChatMessage = 4000
