import { Mic, MicOff, PhoneOff, Video, VideoOff } from 'lucide-react'
import { createPortal } from 'react-dom'
import type { LocalMediaView } from '../../media/local-media.ts'
import type { MeetingView } from '../../meeting/meeting.ts'
import { BarButton } from '../bar/bar-button.tsx'
import { MoreTimeHint } from '../notice/more-time-hint.tsx'
import { StreamVideo } from '../stage/stream-video.tsx'
import { Tile } from '../stage/tile.tsx'
import type { CallFacts } from '../state/call-facts.ts'
import { sourceWords } from '../state/source-words.ts'
import type { RoomMoreTime } from '../state/room-more-time.ts'
import type { Controls } from '../state/use-controls.ts'
import styles from './small-window.module.css'

export interface SmallWindowProps {
  into: Window
  view: MeetingView
  mediaView: LocalMediaView
  facts: CallFacts
  controls: Controls
  moreTime: RoomMoreTime | undefined
  /** Epoch milliseconds, on the server's clock. */
  now: number
  zone: string
  onLeave: () => void
}

/** The call in a small window above all others: who is met, what is asked of one, and the three controls that matter. */
export function SmallWindow(props: SmallWindowProps) {
  const { into, view, mediaView, facts, controls, moreTime, now, zone, onLeave } = props
  const microphone = sourceWords('microphone', mediaView.microphone)
  const camera = sourceWords('camera', mediaView.camera)
  const isThere = view.phase === 'connected' || view.phase === 'reconnecting'
  const isScreen = isThere && view.remote.sharing
  const isSeen = isThere && view.remote.camera && view.soundOnly !== 'chosen'
  return createPortal(
    <main className={styles.small}>
      <Tile
        person={facts.other}
        isMuted={isThere && !view.remote.microphone}
        size="small"
        avatarSize={72}
        className={styles.tile}
        note={isThere ? undefined : 'Not connected'}
        picture={
          isScreen ? (
            <StreamVideo stream={view.screen} label="Their screen" fit="contain" />
          ) : isSeen ? (
            <StreamVideo stream={view.picture} label={facts.other.name} fit="cover" />
          ) : null
        }
      />
      {moreTime && facts.times && (
        <MoreTimeHint facts={facts} times={facts.times} moreTime={moreTime} now={now} zone={zone} />
      )}
      <div role="toolbar" aria-label="Call" className={styles.bar}>
        <BarButton
          icon={microphone.isOn ? <Mic size={20} /> : <MicOff size={20} />}
          word={microphone.word}
          label={microphone.label}
          tone={microphone.isOn ? 'plain' : 'off'}
          onClick={() => controls.toggle('microphone')}
        />
        <BarButton
          icon={camera.isOn ? <Video size={20} /> : <VideoOff size={20} />}
          word={camera.word}
          label={camera.label}
          tone={camera.isOn ? 'plain' : 'off'}
          onClick={() => controls.toggle('camera')}
        />
        <BarButton
          icon={<PhoneOff size={20} />}
          word="Leave"
          label="Leave the call"
          tone="leave"
          onClick={onLeave}
        />
      </div>
    </main>,
    into.document.body,
  )
}
