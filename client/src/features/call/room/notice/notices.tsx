import { CloudOff, MicOff, MonitorUp, PhoneCall, Volume2, WifiLow } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../ui/action/button.tsx'
import type { LocalMedia, LocalMediaView } from '../../media/local-media.ts'
import type { Meeting, MeetingView } from '../../meeting/meeting.ts'
import type { CallFacts } from '../state/call-facts.ts'
import type { RoomMoreTime } from '../state/room-more-time.ts'
import { qualityReason } from '../state/phase-words.ts'
import { useUnheard } from '../state/use-speaking.ts'
import { Hint } from './hint.tsx'
import { MoreTimeHint } from './more-time-hint.tsx'

export interface NoticesProps {
  meeting: Meeting
  view: MeetingView
  media: LocalMedia
  mediaView: LocalMediaView
  facts: CallFacts
  moreTime: RoomMoreTime | undefined
  /** Epoch milliseconds, on the server's clock. */
  now: number
  zone: string
  /** The browser wants a press before it plays. */
  isSoundRefused: boolean
  onSound: () => void
  /** Whether microphone and camera may be looked at: not while the call goes on elsewhere. */
  isIn: boolean
}

/** What must not be missed while one talks; the most urgent first. */
export function Notices(props: NoticesProps) {
  const { meeting, view, media, mediaView, facts, isSoundRefused, onSound, isIn } = props
  const { moreTime, now, zone } = props
  const { microphone, camera } = mediaView
  const isConnected = view.phase === 'connected'
  const [isUnheard, dismiss] = useUnheard(
    media.onLevel,
    isConnected && microphone.state === 'muted',
  )
  const [quietIsKnown, setQuietIsKnown] = useState(false)
  const isInterrupted = microphone.state === 'interrupted' || camera.state === 'interrupted'
  const { quality } = view
  const isWeak = isConnected && quality?.level === 'weak' && view.soundOnly !== 'chosen'

  function resume() {
    void media.resume().then(() => meeting.revive())
  }

  if (!isIn) return null
  return (
    <div role="status" style={{ display: 'contents' }}>
      {isInterrupted && (
        <Hint
          tone="held"
          icon={<PhoneCall size={20} />}
          action={
            <Button variant="primary" onClick={resume}>
              Tap to resume
            </Button>
          }
        >
          Another call or app took your{' '}
          {microphone.state === 'interrupted' ? 'microphone' : 'camera'}.
        </Hint>
      )}
      {isSoundRefused && isConnected && (
        <Hint
          icon={<Volume2 size={20} />}
          action={
            <Button variant="primary" onClick={onSound}>
              Turn on sound
            </Button>
          }
        >
          Your browser needs a press before it plays sound from {facts.other.name}.
        </Hint>
      )}
      {isUnheard && (
        <Hint
          tone="held"
          icon={<MicOff size={20} />}
          onDismiss={dismiss}
          action={<Button onClick={() => void media.turnOn('microphone')}>Unmute</Button>}
        >
          You are muted: {facts.other.name} can’t hear you.
        </Hint>
      )}
      {mediaView.isSilent && microphone.state === 'on' && !quietIsKnown && (
        <Hint tone="held" icon={<MicOff size={20} />} onDismiss={() => setQuietIsKnown(true)}>
          No sound is coming from your microphone. It may be switched off on the device itself; or
          choose another one.
        </Hint>
      )}
      {view.isCutOff && isConnected && (
        <Hint icon={<CloudOff size={20} />}>
          We’ve lost the connection to our server. Your call continues while we reconnect.
        </Hint>
      )}
      {isWeak && (
        <Hint
          tone="held"
          icon={<WifiLow size={20} />}
          action={
            view.soundOnly === 'no' && (
              <Button onClick={() => meeting.setSoundOnly(true)}>Sound only</Button>
            )
          }
        >
          {view.soundOnly === 'weak_line'
            ? 'The connection is weak. Your video is off for now to keep your voice going.'
            : qualityReason(quality, facts.other.name)}
        </Hint>
      )}
      {moreTime && facts.times && (
        <MoreTimeHint facts={facts} times={facts.times} moreTime={moreTime} now={now} zone={zone} />
      )}
      {mediaView.screen && (
        <Hint
          icon={<MonitorUp size={20} />}
          action={<Button onClick={() => media.stopSharing()}>Stop sharing</Button>}
        >
          You are sharing your screen.
        </Hint>
      )}
    </div>
  )
}
