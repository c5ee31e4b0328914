import type { BookingMessage, Recipient } from '@expertconnect/contract/messages/shapes'
import { isDue } from './due.ts'

/** The newest first, by when each was settled or is to be sent. */
export function newestFirst(items: readonly BookingMessage[]): BookingMessage[] {
  return items.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
}

/** What happened last; where nothing has yet, what comes first. */
export function latest(items: readonly BookingMessage[], now: number): BookingMessage | undefined {
  const sorted = newestFirst(items)
  return sorted.find((each) => isDue(each, now)) ?? sorted.at(-1)
}

const tried: readonly BookingMessage['state'][] = ['waiting', 'handed_over', 'refused']

/** The mail that was refused, where the last one that was tried for this reader was: they are not reached by mail. */
export function refusal(
  items: readonly BookingMessage[],
  recipient: Recipient,
  now: number,
): BookingMessage | undefined {
  const last = newestFirst(items).find(
    (each) => each.recipient === recipient && tried.includes(each.state) && isDue(each, now),
  )
  return last?.state === 'refused' ? last : undefined
}
