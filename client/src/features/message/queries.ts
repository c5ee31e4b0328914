import type { BookingMessage, MessageShow } from '@expertconnect/contract/messages/shapes'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { serverNow } from '../../lib/time/server-clock.ts'
import { call } from '../../server/api/client.ts'
import { mine } from '../../server/api/keys.ts'
import { from, searched } from '../../server/api/paged.ts'
import { isDue } from './due.ts'

const soonMs = 3000
const laterMs = 15_000

/** All that was read of the mails of a booking; the token is part of the key as in `bookingQuery`. */
export const bookingMessagesKey = (id: string, token: string) =>
  token === '' ? [...mine.all, 'booking-messages', id] : ['booking-messages', id, token]

/** The mails of a booking, in the order of the server. Another version of the booking has others. */
export function bookingMessagesQuery(id: string, token: string, version: number) {
  return queryOptions({
    queryKey: [...bookingMessagesKey(id, token), version],
    queryFn: async ({ signal }) =>
      (await call('listBookingMessages', { params: { id } }, { bearer: token, signal })).items,
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
    refetchOnWindowFocus: 'always',
    // Nothing tells when a mail has gone out. A hidden page does not ask.
    refetchInterval: ({ state }) => askedAgainIn(state.data ?? [], serverNow()),
  })
}

/** When to look again, in milliseconds: while a mail is about to go out, and not otherwise. */
export function askedAgainIn(items: readonly BookingMessage[], now: number): number | false {
  const due = items.filter((each) => each.state === 'waiting' && isDue(each, now))
  if (due.length === 0) return false
  return due.some(({ at }) => now - Date.parse(at) < 30_000) ? soonMs : laterMs
}

/** All mails, for administrators, with how mail stands here. */
export function messagesQuery(show: MessageShow) {
  return infiniteQueryOptions({
    ...searched,
    queryKey: [...mine.admin, 'messages', show],
    queryFn: ({ signal, pageParam }) =>
      call('listMessages', { query: { show, ...from(pageParam) } }, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ mail }) => mail.waiting > 0) ? laterMs : 60_000,
  })
}

/** How mail stands here, and nothing else. */
export const mailStateQuery = queryOptions({
  queryKey: [...mine.admin, 'messages', 'state'],
  queryFn: async ({ signal }) =>
    (await call('listMessages', { query: { show: 'failed', limit: 1 } }, { signal })).mail,
  staleTime: 60_000,
  refetchInterval: 60_000,
})
