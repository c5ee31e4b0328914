import { Settings } from 'lucide-react'
import type { DeviceChoice, LocalMedia, LocalMediaView, Source } from '../../media/local-media.ts'
import { MenuGroup, MenuItem } from '../flyout/menu.tsx'

export interface DeviceMenuProps {
  source: Source
  media: LocalMedia
  view: LocalMediaView
  onSettings: () => void
  onClose: () => void
}

/** The microphones with the speakers, or the cameras. */
export function DeviceMenu({ source, media, view, onSettings, onClose }: DeviceMenuProps) {
  const choose = (kind: Source | 'speaker') => (id: string) => {
    onClose()
    void media.choose(kind, id)
  }
  return (
    <>
      {source === 'microphone' ? (
        <>
          <Devices
            label="Microphone"
            devices={view.microphones}
            chosen={view.microphone.deviceId}
            onChoose={choose('microphone')}
          />
          <Devices
            label="Speaker"
            devices={view.speakers}
            chosen={view.speakerId ?? view.speakers[0]?.id}
            onChoose={choose('speaker')}
          />
        </>
      ) : (
        <Devices
          label="Camera"
          devices={view.cameras}
          chosen={view.camera.deviceId}
          onChoose={choose('camera')}
        />
      )}
      <MenuItem
        icon={<Settings size={18} />}
        onChoose={() => {
          onClose()
          onSettings()
        }}
      >
        Settings
      </MenuItem>
    </>
  )
}

interface DevicesProps {
  label: string
  devices: readonly DeviceChoice[]
  chosen: string | undefined
  onChoose: (id: string) => void
}

function Devices({ label, devices, chosen, onChoose }: DevicesProps) {
  if (devices.length === 0) return null
  return (
    <MenuGroup label={label}>
      {devices.map(({ id, label: name }) => (
        <MenuItem key={id} kind="radio" checked={id === chosen} onChoose={() => onChoose(id)}>
          {name}
        </MenuItem>
      ))}
    </MenuGroup>
  )
}
