import { Eye, MonitorUp } from 'lucide-react'
import { type ReactNode, type Ref, useState } from 'react'
import { VisuallyHidden } from '../../../../ui/display/visually-hidden.tsx'
import { cx } from '../../../../ui/style/cx.ts'
import type { LocalMedia, LocalMediaView } from '../../media/local-media.ts'
import type { Meeting, MeetingView } from '../../meeting/meeting.ts'
import type { CallFacts } from '../state/call-facts.ts'
import { useSpeaking } from '../state/use-speaking.ts'
import { SelfView } from './self-view.tsx'
import styles from './stage.module.css'
import { StreamVideo } from './stream-video.tsx'
import { Tile } from './tile.tsx'
import type { Corner } from './use-corner.ts'

export interface StageProps {
  meeting: Meeting
  view: MeetingView
  media: LocalMedia
  mediaView: LocalMediaView
  facts: CallFacts
  /** What is going on while nobody is seen; `null` while two are connected. */
  state: ReactNode
  /** Above the picture: what must not be missed. */
  notices: ReactNode
  isSelfHidden: boolean
  onSelfHidden: (isHidden: boolean) => void
  /** Of the picture that may get a window of its own. */
  ref?: Ref<HTMLVideoElement>
}

/** Both people, and what one of them shows. */
export function Stage(props: StageProps) {
  const { meeting, view, media, mediaView, facts, state, notices, ref } = props
  const [corner, setCorner] = useState<Corner>('bottom-right')
  const isThere = view.phase === 'connected' || view.phase === 'reconnecting'
  const showsScreen = isThere && view.remote.sharing
  const isSeen = isThere && view.remote.camera && view.soundOnly !== 'chosen'
  const isSpeaking = useSpeaking(meeting.onRemoteLevel, view.phase === 'connected')

  const person = (
    <Tile
      person={facts.other}
      plate={state !== null && !isSeen && !showsScreen ? null : undefined}
      isMuted={isThere && !view.remote.microphone}
      isSpeaking={isSpeaking}
      size={showsScreen ? 'small' : 'large'}
      avatarSize={showsScreen ? 72 : 128}
      note={isThere ? noteOf(view, facts.other.name) : undefined}
      className={showsScreen ? styles.person : styles.main}
      picture={
        isSeen ? (
          <StreamVideo
            stream={view.picture}
            label={facts.other.name}
            fit="cover"
            {...(!showsScreen && ref && { ref })}
          />
        ) : state !== null && !showsScreen ? (
          <div />
        ) : null
      }
    >
      {!showsScreen && state !== null && (
        <div className={cx(styles.state, isSeen && styles.over)}>{state}</div>
      )}
    </Tile>
  )

  return (
    <div
      className={styles.stage}
      data-corner={corner}
      data-screen={showsScreen || undefined}
      data-alone={(state !== null && !isSeen && !showsScreen) || undefined}
      data-self={!props.isSelfHidden || undefined}
    >
      {showsScreen && (
        <div className={styles.screen}>
          <StreamVideo
            stream={view.screen}
            label={`The screen of ${facts.other.name}`}
            fit="contain"
            {...(ref && { ref })}
          />
          <p className={styles.screenPlate}>
            <MonitorUp size={15} aria-hidden />
            <span>
              <bdi>{facts.other.name}</bdi> shares their screen
            </span>
          </p>
          {state !== null && <div className={cx(styles.state, styles.over)}>{state}</div>}
        </div>
      )}
      {person}
      {props.isSelfHidden ? (
        <button
          type="button"
          className={styles.reveal}
          title="Show your picture"
          onClick={() => props.onSelfHidden(false)}
        >
          <Eye size={18} aria-hidden />
          <VisuallyHidden>Show your picture</VisuallyHidden>
        </button>
      ) : (
        <SelfView
          media={media}
          view={mediaView}
          person={facts.self}
          corner={corner}
          onCorner={setCorner}
          onHide={() => props.onSelfHidden(true)}
        />
      )}
      <div className={styles.notices}>{notices}</div>
    </div>
  )
}

/** Why no picture of them is seen. */
function noteOf({ remote, soundOnly }: MeetingView, name: string): string | undefined {
  if (remote.interrupted) {
    return `${name}’s device was interrupted, perhaps by a phone call. They will be back by themselves.`
  }
  if (soundOnly === 'chosen') return 'Sound only: pictures are off.'
  if (soundOnly === 'weak_line') {
    return 'The connection is weak. Video is off for now to keep the sound going.'
  }
  return remote.camera ? undefined : 'Their camera is off.'
}
