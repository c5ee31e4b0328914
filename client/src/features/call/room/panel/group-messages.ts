import type { ChatMessage } from '../../chat/chat.ts'

export interface MessageGroup {
  readonly from: ChatMessage['from']
  readonly at: number
  readonly messages: readonly ChatMessage[]
  /** The first of those that were not read when the panel was opened. */
  readonly beginsUnread: boolean
}

const together = 3 * 60_000

/** What one person wrote in a row, within minutes, stands under one name. `firstUnread` begins a group of its own. */
export function groupMessages(
  messages: readonly ChatMessage[],
  firstUnread: string | null,
): MessageGroup[] {
  const groups: {
    from: ChatMessage['from']
    at: number
    messages: ChatMessage[]
    beginsUnread: boolean
  }[] = []
  for (const message of messages) {
    const last = groups.at(-1)
    const beginsUnread = message.id === firstUnread
    const before = last?.messages.at(-1)
    const goesOn =
      !beginsUnread && last?.from === message.from && message.at - (before?.at ?? 0) < together
    if (last && goesOn) last.messages.push(message)
    else groups.push({ from: message.from, at: message.at, messages: [message], beginsUnread })
  }
  return groups
}
