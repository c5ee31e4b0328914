import { Video } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '../../../ui/action/button.tsx'
import { initials } from '../../../ui/display/initials.ts'
import { VisuallyHidden } from '../../../ui/display/visually-hidden.tsx'
import { cx } from '../../../ui/style/cx.ts'
import type { LocalMedia, LocalMediaView } from '../media/local-media.ts'
import { AskingNote } from '../permission/asking-note.tsx'
import { LevelBars } from './level-bars.tsx'
import { Preview } from './preview.tsx'
import styles from './stage.module.css'
import { Toggle } from './toggle.tsx'
import { useShortcuts } from './use-shortcuts.ts'

interface StageProps {
  media: LocalMedia
  view: LocalMediaView
  /** Of whoever looks into this mirror. */
  name: string
}

/** A mirror, and the two switches. Nothing is on before it is asked for. */
export function Stage({ media, view, name }: StageProps) {
  useShortcuts(media)
  const toggles = useRef<HTMLDivElement>(null)
  function turnOn() {
    // The button goes, and its place is the switches.
    toggles.current?.querySelector('button')?.focus()
    void media.turnOnBoth()
  }
  const { microphone, camera, preview } = view
  const isUntouched = microphone.state === 'off' && camera.state === 'off'
  const isHeard = microphone.state === 'on' || microphone.state === 'muted'
  return (
    <section aria-label="Your camera and microphone" className={styles.stage}>
      {preview ? (
        <Preview stream={preview} />
      ) : (
        <div className={cx(styles.middle, isUntouched && styles.untouched)}>
          <span aria-hidden className={styles.initials}>
            {initials(name)}
          </span>
          {isUntouched ? <Primer onTurnOn={turnOn} /> : <AskingNote view={view} />}
        </div>
      )}
      <p className={styles.name}>
        <VisuallyHidden>This is you: </VisuallyHidden>
        {name}
      </p>
      <div ref={toggles} role="group" aria-label="Camera and microphone" className={styles.toggles}>
        <Toggle source="microphone" view={microphone} media={media} />
        <Toggle source="camera" view={camera} media={media} />
      </div>
      {isHeard && (
        <div className={styles.level}>
          <LevelBars media={media} isMuted={microphone.state === 'muted'} />
        </div>
      )}
    </section>
  )
}

function Primer({ onTurnOn }: { onTurnOn: () => void }) {
  return (
    <div className={styles.primer}>
      <p>Check how you look and sound. Your browser will ask first.</p>
      <Button variant="primary" icon={<Video size={18} aria-hidden />} onClick={onTurnOn}>
        Turn on camera and microphone
      </Button>
    </div>
  )
}
