import { EyeOff, Move } from 'lucide-react'
import { useAnnounce } from '../../../../ui/feedback/use-announce.ts'
import { cx } from '../../../../ui/style/cx.ts'
import type { LocalMedia, LocalMediaView } from '../../media/local-media.ts'
import type { CallPerson } from '../state/call-facts.ts'
import { useSpeaking } from '../state/use-speaking.ts'
import styles from './self-view.module.css'
import { StreamVideo } from './stream-video.tsx'
import { Tile } from './tile.tsx'
import { type Corner, cornerWords, useCorner } from './use-corner.ts'

export interface SelfViewProps {
  media: LocalMedia
  view: LocalMediaView
  person: CallPerson
  corner: Corner
  onCorner: (corner: Corner) => void
  onHide: () => void
}

/** Oneself, mirrored, in a corner of the stage. */
export function SelfView({ media, view, person, corner, onCorner, onHide }: SelfViewProps) {
  const announce = useAnnounce()
  const isOn = view.microphone.state === 'on'
  const isSpeaking = useSpeaking(media.onLevel, isOn)
  const drag = useCorner(corner, (next) => {
    onCorner(next)
    announce(`Your picture is ${cornerWords(next)}.`)
  })
  return (
    <div
      role="group"
      aria-label="Your picture"
      data-corner={corner}
      className={cx(styles.self, drag.isHeld && styles.held)}
      {...drag.onTile}
    >
      <Tile
        person={person}
        plate="You"
        isMuted={!isOn}
        isSpeaking={isSpeaking}
        size="small"
        avatarSize={56}
        className={styles.tile}
        picture={
          view.preview && view.camera.state === 'on' ? (
            <StreamVideo stream={view.preview} label="You" fit="cover" mirrored />
          ) : null
        }
      >
        <div className={styles.tools}>
          <button
            type="button"
            className={styles.tool}
            aria-label="Move your picture to another corner, also with the arrow keys"
            title="Move to another corner"
            onClick={drag.next}
            onKeyDown={drag.onKeyDown}
          >
            <Move size={18} aria-hidden />
          </button>
          <button
            type="button"
            className={styles.tool}
            aria-label="Hide your picture"
            title="Hide your picture"
            onClick={onHide}
          >
            <EyeOff size={18} aria-hidden />
          </button>
        </div>
      </Tile>
    </div>
  )
}
