import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { notify, useNotificationState } from '../../../lib/browser/notifications.ts'
import { useRemembered } from '../../../lib/browser/remembered.ts'
import { formatTime, visitorZone } from '../../../lib/time/time.ts'
import { serverNow, useNow, useWake } from '../../../lib/time/server-clock.ts'
import { useTitleMark } from '../../../ui/display/use-title.ts'
import { bookingQuery } from '../queries.ts'
import {
  type Beginning,
  lateMarkOf,
  minutesUntil,
  type Moment,
  momentsDue,
  nextTurn,
  titleMark,
  waitingMark,
  waitingMoments,
} from './moments.ts'
import { claimTelling, wantsTelling } from './telling.ts'

/**
 * Tells whoever wants it, ten minutes before and at the start of each session, for as long as this page is open: in the
 * title of the tab and, where that is allowed, by a notification, of which there is one over all tabs. That somebody waits in
 * the room, or comes later, stands in the title in any case.
 */
export function useBeginnings(beginnings: readonly Beginning[]): void {
  const isWanted = useRemembered(wantsTelling)
  const state = useNotificationState()
  const [from] = useState(serverNow)
  const now = useTurns(isWanted ? beginnings : [])
  const tell = useTelling()
  const told = waitingMark(beginnings) ?? lateMarkOf(beginnings)
  useTitleMark(told ?? (isWanted ? titleMark(beginnings, now) : null))

  const due =
    isWanted && state === 'granted'
      ? [...momentsDue(beginnings, from, now), ...waitingMoments(beginnings)]
      : []
  const names = due.map(nameOf).join(' ')
  const tellAll = useEffectEvent(() => {
    for (const moment of due) void tell(moment)
  })
  useEffect(() => {
    if (names !== '') tellAll()
  }, [names])
}

/** The time, renewed when something begins. A timer may oversleep with the device: a short one catches up. */
function useTurns(beginnings: readonly Beginning[]): number {
  const [turned, setTurned] = useState(serverNow)
  const now = Math.max(useNow(20_000), turned)
  useWake(nextTurn(beginnings, now), () => setTurned(serverNow()))
  return now
}

function useTelling() {
  const client = useQueryClient()
  const navigate = useNavigate()
  return async (moment: Moment): Promise<void> => {
    const { id, token, startsAt, path } = moment.beginning
    if (!(await claimTelling(nameOf(moment)))) return
    // After a sleep the page may not have heard yet that it was cancelled or moved. What cannot be read is not told.
    const query = { ...bookingQuery(id, token), staleTime: 0, retry: 3 }
    const booking = await client.fetchQuery(query).catch(() => null)
    if (booking?.status !== 'booked' || booking.startsAt !== startsAt) return
    notify({ ...wordsOf(moment), tag: nameOf(moment), onPress: () => void navigate(path) })
  }
}

function nameOf({ kind, beginning: { id, startsAt, waitingSince } }: Moment): string {
  const which = kind === 'waiting' ? `${kind}/${waitingSince ?? ''}` : kind
  return `${id}@${startsAt}/${which}`
}

function wordsOf({ kind, beginning: { startsAt, who } }: Moment): { title: string; body: string } {
  if (kind === 'waiting') {
    return { title: `${who} is waiting for you`, body: 'The room of your session is open.' }
  }
  const minutes = minutesUntil(Date.parse(startsAt), serverNow())
  if (minutes === 0) {
    return { title: `Now: your session with ${who}`, body: 'It’s starting. The room is open.' }
  }
  const title = `In ${minutes === 1 ? '1 minute' : `${minutes} minutes`}: your session with ${who}`
  return { title, body: `It begins at ${formatTime(startsAt, visitorZone())}.` }
}
