import { Dialog } from '../../../../ui/dialog/dialog.tsx'
import { Select } from '../../../../ui/form/select.tsx'
import { Switch } from '../../../../ui/form/switch.tsx'
import type { DeviceChoice, LocalMedia, LocalMediaView } from '../../media/local-media.ts'
import styles from './settings-dialog.module.css'

export interface SettingsDialogProps {
  media: LocalMedia
  view: LocalMediaView
  isSoundOnly: boolean
  onSoundOnly: (isOn: boolean) => void
  isSelfHidden: boolean
  onSelfHidden: (isHidden: boolean) => void
  onClose: () => void
}

/** The devices of the call, and what saves the line. */
export function SettingsDialog(props: SettingsDialogProps) {
  const { media, view, onClose } = props
  return (
    <Dialog open size="s" title="Settings" onClose={onClose}>
      <div className={styles.settings}>
        <Choice
          label="Microphone"
          devices={view.microphones}
          chosen={view.microphone.deviceId}
          onChoose={(id) => void media.choose('microphone', id)}
        />
        <Choice
          label="Camera"
          devices={view.cameras}
          chosen={view.camera.deviceId}
          onChoose={(id) => void media.choose('camera', id)}
        />
        <Choice
          label="Speaker"
          devices={view.speakers}
          chosen={view.speakerId ?? undefined}
          onChoose={(id) => void media.choose('speaker', id)}
        />
        <Switch
          label="Sound only"
          detail="No video either way: for slow or expensive connections."
          checked={props.isSoundOnly}
          onChange={props.onSoundOnly}
        />
        <Switch
          label="Show my own picture"
          checked={!props.isSelfHidden}
          onChange={(isShown) => props.onSelfHidden(!isShown)}
        />
      </div>
    </Dialog>
  )
}

interface ChoiceProps {
  label: string
  devices: readonly DeviceChoice[]
  chosen: string | undefined
  onChoose: (id: string) => void
}

function Choice({ label, devices, chosen, onChoose }: ChoiceProps) {
  if (devices.length === 0) return null
  return (
    <Select
      label={label}
      value={chosen ?? devices[0]?.id ?? ''}
      options={devices.map((device) => ({ value: device.id, label: device.label }))}
      onChange={onChoose}
    />
  )
}
