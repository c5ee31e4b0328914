import { Settings2 } from 'lucide-react'
import { Panel } from '../../../ui/display/panel.tsx'
import { Select } from '../../../ui/form/select.tsx'
import type { DeviceChoice, LocalMedia, LocalMediaView } from '../media/local-media.ts'
import styles from './devices.module.css'
import { SpeakerTest } from './speaker-test.tsx'

/** Which of them; and whether one hears anything. */
export function Devices({ media, view }: { media: LocalMedia; view: LocalMediaView }) {
  const { microphones, cameras, speakers, speakerId } = view
  const isKnown = microphones.length + cameras.length > 0
  return (
    <Panel as="section" aria-labelledby="devices" className={styles.card}>
      <h2 id="devices" className={styles.title}>
        <Settings2 size={20} aria-hidden />
        Devices
      </h2>
      {!isKnown && (
        <p className={styles.lead}>
          You can choose them here once your camera or microphone is on.
        </p>
      )}
      <div className={styles.choices}>
        {microphones.length > 0 && (
          <Select
            label="Microphone"
            options={optionsOf(microphones)}
            value={view.microphone.deviceId}
            onChange={(id) => void media.choose('microphone', id)}
          />
        )}
        {cameras.length > 0 && (
          <Select
            label="Camera"
            options={optionsOf(cameras)}
            value={view.camera.deviceId}
            onChange={(id) => void media.choose('camera', id)}
          />
        )}
        {speakers.length > 0 && (
          <Select
            label="Speaker"
            options={[{ value: '', label: 'System default' }, ...optionsOf(speakers)]}
            value={speakerId ?? ''}
            onChange={(id) => void media.choose('speaker', id)}
          />
        )}
      </div>
      <SpeakerTest speakerId={speakerId} />
    </Panel>
  )
}

function optionsOf(choices: readonly DeviceChoice[]) {
  return choices.map(({ id, label }) => ({ value: id, label }))
}
