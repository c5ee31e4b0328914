import type { MoreTimeStep } from '@expertconnect/contract/calls/more-time'
import type { Call } from '@expertconnect/contract/calls/shapes'
import type { Problem } from '@expertconnect/contract/problem'
import { useState } from 'react'
import type { RoomMoreTime } from '../../features/call/room/state/room-more-time.ts'
import { call as request } from '../../server/api/client.ts'
import { createIntention } from '../../server/api/intention.ts'
import { problemOf } from '../../server/api/problem.ts'

/** What happens to more time for a session while one is in it. `onSent` reads the call again, and comes back then. */
export function useMoreTime(
  call: Call,
  token: string,
  onSent: () => Promise<unknown>,
): RoomMoreTime {
  const [sendOnce] = useState(createIntention)
  const [busy, setBusy] = useState<MoreTimeStep | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [news, setNews] = useState<RoomMoreTime['news']>(null)
  /** The end for which nobody wants to be asked again. */
  const [putOff, setPutOff] = useState('')
  const [seen, setSeen] = useState(call)
  if (seen !== call) {
    setSeen(call)
    const told = newsOf(seen, call, busy === 'drop')
    if (told !== undefined) {
      setNews(told)
      setProblem(null)
    }
  }

  async function send(moreTime: MoreTimeStep) {
    const { bookingId: id, version } = call
    const body = { version, moreTime }
    setBusy(moreTime)
    setProblem(null)
    let refused: Problem | null = null
    try {
      await sendOnce(body, (key) =>
        request('changeBooking', { params: { id }, body }, { key, bearer: token }),
      )
    } catch (error) {
      refused = problemOf(error)
    }
    // How it stands, whatever became of it.
    await onSent()
    // Of an offer that is another one by now, the other one is there to be read.
    setProblem(refused?.code === 'stale_version' ? null : refused)
    setBusy(null)
  }

  return {
    question: call.moreTime,
    busy,
    problem,
    news,
    isPutOff: putOff === call.endsAt,
    putOff: () => setPutOff(call.endsAt),
    send: (step) => void send(step),
    dismiss: () => {
      setNews(null)
      setProblem(null)
    },
  }
}

/** What became of it, for this side; `undefined` where nothing did. */
function newsOf(before: Call, after: Call, isOwnDrop: boolean): RoomMoreTime['news'] | undefined {
  if (before.version === after.version) return undefined
  if (after.endsAt > before.endsAt && after.startsAt === before.startsAt) return 'longer'
  if (after.moreTime?.offeredBy !== undefined) return null
  const waited = before.moreTime?.offeredBy === before.role && before.moreTime.obstacle !== 'taken'
  return waited && after.moreTime && !isOwnDrop ? 'kept' : undefined
}
