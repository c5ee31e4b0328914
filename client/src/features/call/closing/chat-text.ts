import { formatTime } from '../../../lib/time/time.ts'
import type { ChatMessage } from '../chat/chat.ts'

/** The chat as a text to keep: a line for each message, with its time and who wrote it. */
export function chatText(
  messages: readonly ChatMessage[],
  otherName: string,
  zone: string,
): string {
  return messages
    .map(({ from, at, text }) => {
      const who = from === 'self' ? 'You' : otherName
      return `[${formatTime(new Date(at).toISOString(), zone)}] ${who}: ${text}`
    })
    .join('\n')
}
