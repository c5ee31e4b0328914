import { heldUpBeforeMs } from '@expertconnect/contract/calls/routes'
import type { Call } from '@expertconnect/contract/calls/shapes'
import { useEffect, useEffectEvent, useState } from 'react'
import type { ChatMessage } from '../../features/call/chat/chat.ts'
import { Closing } from '../../features/call/closing/closing.tsx'
import { Lobby } from '../../features/call/lobby/lobby.tsx'
import { restoreInTime } from '../../features/call/media/restore-in-time.ts'
import { useOwnLocalMedia } from '../../features/call/media/use-local-media.ts'
import { createMeeting } from '../../features/call/meeting/create-meeting.ts'
import type { Meeting, MeetingView } from '../../features/call/meeting/meeting.ts'
import { MeetingRoom } from '../../features/call/room/meeting-room.tsx'
import { openBookingRoom } from '../../features/call/signalling/booking-room.ts'
import { CallNotes } from '../../features/note/call-notes.tsx'
import { SessionNotes } from '../../features/note/session-notes.tsx'
import { SessionReview } from '../../features/review/session-review.tsx'
import { LateControl } from '../../features/late/late-control.tsx'
import { heldUpMark } from '../../features/late/late-words.ts'
import { LateNotice } from '../../features/late/late-notice.tsx'
import { usePageLayout } from '../../lib/browser/page-layout.ts'
import { paths } from '../../lib/paths.ts'
import { serverNow, useWake } from '../../lib/time/server-clock.ts'
import { useTitleMark } from '../../ui/display/use-title.ts'
import { focusHeading } from '../../ui/display/focus-heading.ts'
import { factsOf } from './facts-of.ts'
import { inCall } from './in-call.ts'
import { useBookingNews } from './use-booking-news.ts'
import { useMoreTime } from './use-more-time.ts'
import { useLeavingWithPage } from './use-leaving-with-page.ts'
import { useSeats } from './use-seats.ts'

interface Left {
  readonly end: NonNullable<MeetingView['end']>
  readonly problem: MeetingView['problem']
  readonly talkedMs: number
  readonly messages: readonly ChatMessage[]
}

interface CallVisitProps {
  call: Call
  token: string
  /** Comes back when the call was read again. */
  onRefresh: () => Promise<unknown>
}

/** One visit: the lobby, the room, and what is left of it. */
export function CallVisit({ call, token, onRefresh }: CallVisitProps) {
  const { bookingId, state } = call
  // One browser may have the links of both sides, in a demo above all: what is kept of one is not the other's.
  const place = `${bookingId}.${call.role}`
  const media = useOwnLocalMedia()
  const [meeting, setMeeting] = useState<Meeting | null>(null)
  const [left, setLeft] = useState<Left | null>(null)
  usePageLayout(meeting ? 'bare' : 'headed')
  useLeavingWithPage(meeting)
  const refresh = () => void onRefresh()
  useBookingNews(bookingId, token, call.role, refresh)
  const moreTime = useMoreTime(call, token, onRefresh)
  const seats = useSeats(call, token, meeting === null)
  useWake(nextTurn(call), refresh)

  function enter() {
    setLeft(null)
    setMeeting(
      createMeeting({
        room: openBookingRoom({ call, ...(token !== '' && { token }) }),
        media,
        chatKey: place,
      }),
    )
  }

  function leave() {
    if (!meeting) return
    const { end = 'left', problem, talkedMs } = meeting.read()
    // Who was refused is in the lobby again, with camera and microphone as they were.
    if (end !== 'refused') media.giveBack()
    setLeft({ end, problem, talkedMs, messages: meeting.chat.read().messages })
    setMeeting(null)
    refresh()
  }

  // After a reload in the middle of it, or to rejoin: with the same devices on as before.
  const [isBack, setBack] = useState(() => inCall.read() === place && state === 'open')
  const goBack = useEffectEvent(() => {
    enter()
    setBack(false)
  })
  useEffect(() => {
    if (!isBack) return
    let isGone = false
    // Not at once: React runs effects twice while one develops.
    const timer = setTimeout(() => {
      void restoreInTime(media).then(() => isGone || goBack())
    })
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [isBack, media])
  useMarkInCall(meeting, isBack, place)

  const facts = factsOf(call)
  const isClosed = left !== null && left.end !== 'refused'
  useEffect(() => {
    if (isClosed) return focusHeading()
  }, [isClosed])
  const isCustomer = call.role === 'customer'
  const notesOf = { bookingId, token, side: call.role }
  useTitleMark(call.other.heldUp && !left ? heldUpMark(call.other.name) : null)
  const isOtherThere = seats?.[isCustomer ? 'expert' : 'customer'] !== undefined
  const bookingPath = isCustomer
    ? paths.booking(bookingId, token)
    : paths.deskBooking(bookingId, token)

  if (meeting) {
    return (
      <MeetingRoom
        meeting={meeting}
        media={media}
        facts={facts}
        notes={<CallNotes {...notesOf} />}
        moreTime={moreTime}
        onLeave={leave}
      />
    )
  }
  if (isBack) return <p role="status">Going back into the session…</p>
  if (!left || left.end === 'refused') {
    return (
      <Lobby
        call={call}
        media={media}
        bookingPath={bookingPath}
        late={
          <LateInLobby call={call} isOtherThere={isOtherThere} token={token} onSaid={refresh} />
        }
        isOtherThere={seats ? isOtherThere : undefined}
        isSelfThere={seats?.[call.role] !== undefined}
        onTurn={refresh}
        onJoin={enter}
        problem={left?.problem?.problem ?? null}
      />
    )
  }
  return (
    <Closing
      end={left.end}
      problem={left.problem}
      facts={facts}
      talkedMs={left.talkedMs}
      messages={left.messages}
      isOpen={state === 'open'}
      newStart={state === 'early' ? call.startsAt : null}
      bookingPath={bookingPath}
      againPath={isCustomer ? paths.expert(call.expert.slug) : null}
      onward={
        isCustomer
          ? { path: paths.bookings, label: 'My bookings' }
          : { path: paths.desk, label: 'Your desk' }
      }
      review={
        isCustomer &&
        state === 'over' && (
          <SessionReview
            bookingId={bookingId}
            token={token}
            expertName={call.expert.name}
            customerName={call.self.name}
          />
        )
      }
      notes={<SessionNotes {...notesOf} />}
      onRejoin={() => setBack(true)}
    />
  )
}

/** A reload leads back into a call that this tab is in: not to one that was left, was taken over, or has been moved. */
function useMarkInCall(meeting: Meeting | null, isBack: boolean, place: string): void {
  useEffect(() => {
    if (isBack) return
    if (!meeting) return inCall.write(null)
    const mark = () => {
      const { end } = meeting.read()
      if (end === undefined || end === 'taken_over') inCall.write(end === undefined ? place : null)
    }
    mark()
    return meeting.subscribe(mark)
  }, [meeting, isBack, place])
}

/** When time alone changes what is possible. */
function nextTurn({ opensAt, startsAt, closesAt }: Call): number {
  const turns = [opensAt, closesAt].map((at) => Date.parse(at))
  // From then on it is told that the other side is held up.
  const begins = Date.parse(startsAt) - heldUpBeforeMs
  return Math.min(...[...turns, begins].filter((at) => at > serverNow()))
}

interface LateInLobbyProps {
  call: Call
  isOtherThere: boolean
  token: string
  onSaid: () => void
}

/** Who comes later; while the room is open and the session not over, one can say so from here. */
function LateInLobby({ call, isOtherThere, token, onSaid }: LateInLobbyProps) {
  const { bookingId, state, other, self, endsAt } = call
  if (state !== 'open' || Date.parse(endsAt) <= serverNow()) return null
  return (
    <>
      {/* Who has come is not late any more. */}
      {!isOtherThere && <LateNotice who={other.name} said={other.late} />}
      <LateControl
        bookingId={bookingId}
        token={token}
        other={other.name}
        said={self.late}
        onSaid={onSaid}
      />
    </>
  )
}
