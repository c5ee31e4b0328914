import type { Call } from '@expertconnect/contract/calls/shapes'
import { ArrowRightLeft, Video } from 'lucide-react'
import { useId } from 'react'
import { formatDayTime, formatTime, daysBetween, visitorZone } from '../../../lib/time/time.ts'
import { serverNow, useCountdown } from '../../../lib/time/server-clock.ts'
import { Button } from '../../../ui/action/button.tsx'
import { Panel } from '../../../ui/display/panel.tsx'
import { Refusal } from '../../../ui/feedback/refusal.tsx'
import { Status } from '../../../ui/feedback/status.tsx'
import type { LocalMediaView } from '../media/local-media.ts'
import styles from './door.module.css'
import type { LobbyProps } from './lobby-props.ts'
import { untilWords } from './phase.ts'
import { WhatToBring } from './what-to-bring.tsx'

interface DoorProps extends LobbyProps {
  phase: 'early' | 'open'
  view: LocalMediaView
}

/** Who is inside, when it opens, and the way in. */
export function Door(props: DoorProps) {
  const { call, phase, view, isSelfThere, onJoin, problem } = props
  const why = useId()
  const isOpen = phase === 'open'
  return (
    <Panel as="section" aria-label="Join" className={styles.door}>
      {isOpen ? <Begins call={call} /> : <Opens at={call.opensAt} />}
      {isOpen && <Presence other={call.other} isThere={props.isOtherThere} />}
      {isOpen && isSelfThere && (
        <p className={styles.note}>
          <ArrowRightLeft size={18} aria-hidden />
          You are in this session in another tab or on another device: joining moves it here.
        </p>
      )}
      <Refusal problem={problem} />
      <div className={styles.join}>
        <Button
          variant="primary"
          size="l"
          block
          icon={<Video size={20} aria-hidden />}
          // Not `disabled`: the focus stays on it, and it says why.
          aria-disabled={!isOpen}
          aria-describedby={why}
          className={isOpen ? undefined : styles.shut}
          onClick={() => isOpen && onJoin()}
        >
          Join session
        </Button>
        <p id={why} className={styles.why}>
          {isOpen
            ? comesAs(view)
            : 'The button works as soon as the room opens. There’s no need to reload the page.'}
        </p>
      </div>
      <WhatToBring role={call.role} />
    </Panel>
  )
}

function Opens({ at }: { at: string }) {
  const zone = visitorZone()
  const seconds = useCountdown(at)
  const isToday = daysBetween(serverNow(), Date.parse(at), zone) === 0
  return (
    <div className={styles.time}>
      {/* A timer is not read out by itself: every second would be. */}
      <p role="timer" className={styles.big}>
        Opens in <span className="tabular">{untilWords(seconds)}</span>
      </p>
      <p>
        {isToday ? 'at' : 'on'}{' '}
        <time translate="no" dateTime={at}>
          {isToday ? formatTime(at, zone) : formatDayTime(at, zone)}
        </time>
      </p>
    </div>
  )
}

function Begins({ call: { startsAt, endsAt, closesAt } }: Pick<LobbyProps, 'call'>) {
  const zone = visitorZone()
  const toStart = useCountdown(startsAt)
  const toEnd = useCountdown(endsAt)
  return (
    <div className={styles.time}>
      <p role="timer" className={styles.big}>
        {toStart > 0 ? (
          <>
            Starts in <span className="tabular">{untilWords(toStart)}</span>
          </>
        ) : toEnd > 0 ? (
          'It’s time'
        ) : (
          'Time is up'
        )}
      </p>
      <p>
        {toStart > 0
          ? 'The room is open: you can go in and wait there.'
          : toEnd > 0
            ? `It began at ${formatTime(startsAt, zone)} and ends at ${formatTime(endsAt, zone)}.`
            : `The room stays open until ${formatTime(closesAt, zone)}.`}
      </p>
    </div>
  )
}

function Presence({
  other: { name, heldUp },
  isThere,
}: {
  other: Call['other']
  isThere: boolean | undefined
}) {
  return (
    <div role="status" className={styles.presence}>
      {isThere === true && (
        <Status tone="live" dot="pulse">
          {name} is already in the room
        </Status>
      )}
      {isThere === false &&
        (heldUp ? (
          <Status tone="held" dot="still">
            {name} is still in a session and will be with you shortly
          </Status>
        ) : (
          <Status dot="still">Nobody else is here yet</Status>
        ))}
    </div>
  )
}

/** How one will be seen and heard. */
function comesAs({ microphone, camera }: LocalMediaView): string {
  const isSeen = camera.state === 'on'
  if (microphone.state === 'on') {
    return isSeen ? 'You’ll join with video and sound.' : 'You’ll join with sound only.'
  }
  if (microphone.state === 'muted') {
    return isSeen ? 'You’ll join with video, muted.' : 'You’ll join muted and without video.'
  }
  return isSeen
    ? 'You’ll join with video, but without a microphone.'
    : 'You’ll join as a listener. You can turn on your camera and microphone inside.'
}
