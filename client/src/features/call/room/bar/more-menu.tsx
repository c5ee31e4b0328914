import {
  AudioLines,
  EllipsisVertical,
  Eye,
  Keyboard,
  Maximize,
  Minimize,
  MonitorUp,
  NotebookPen,
  PictureInPicture2,
  Settings,
  TimerReset,
} from 'lucide-react'
import { type RefObject, useRef, useState } from 'react'
import { Menu, MenuItem } from '../flyout/menu.tsx'
import { BarButton } from './bar-button.tsx'

/** What is not offered is left out: `null`. */
export interface MoreMenuProps {
  buttonRef?: RefObject<HTMLButtonElement | null>
  share: { isOn: boolean; toggle: () => void } | null
  notes: { isOpen: boolean; toggle: () => void } | null
  pictureInPicture: { isOn: boolean; toggle: () => void } | null
  fullScreen: { isOn: boolean; toggle: () => void } | null
  soundOnly: { isOn: boolean; toggle: () => void }
  selfView: { isOn: boolean; toggle: () => void }
  moreTime: { label: string; detail: string; offer: () => void } | null
  onSettings: () => void
  onShortcuts: () => void
}

/** What is needed now and then. */
export function MoreMenu(props: MoreMenuProps) {
  const { share, notes, pictureInPicture, fullScreen, soundOnly, selfView, moreTime } = props
  const [isOpen, setOpen] = useState(false)
  const own = useRef<HTMLButtonElement>(null)
  const button = props.buttonRef ?? own
  const close = () => setOpen(false)
  const doing = (act: () => void) => () => {
    close()
    act()
  }
  return (
    <>
      <BarButton
        ref={button}
        icon={<EllipsisVertical size={22} />}
        word="More"
        label="More"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      />
      {isOpen && (
        <Menu anchor={button} label="More" onClose={close}>
          {moreTime && (
            <MenuItem
              icon={<TimerReset size={18} />}
              detail={moreTime.detail}
              onChoose={doing(moreTime.offer)}
            >
              {moreTime.label}
            </MenuItem>
          )}
          {share && (
            <MenuItem icon={<MonitorUp size={18} />} onChoose={doing(share.toggle)}>
              {share.isOn ? 'Stop sharing' : 'Share your screen'}
            </MenuItem>
          )}
          {notes && (
            <MenuItem icon={<NotebookPen size={18} />} onChoose={doing(notes.toggle)}>
              {notes.isOpen ? 'Close your notes' : 'Your private notes'}
            </MenuItem>
          )}
          {pictureInPicture && (
            <MenuItem
              icon={<PictureInPicture2 size={18} />}
              onChoose={doing(pictureInPicture.toggle)}
            >
              {pictureInPicture.isOn ? 'Leave the small window' : 'Small window on top'}
            </MenuItem>
          )}
          {fullScreen && (
            <MenuItem
              icon={fullScreen.isOn ? <Minimize size={18} /> : <Maximize size={18} />}
              onChoose={doing(fullScreen.toggle)}
            >
              {fullScreen.isOn ? 'Leave full screen' : 'Full screen'}
            </MenuItem>
          )}
          <MenuItem
            icon={<AudioLines size={18} />}
            kind="check"
            checked={soundOnly.isOn}
            detail="For slow or expensive connections"
            onChoose={doing(soundOnly.toggle)}
          >
            Sound only
          </MenuItem>
          <MenuItem
            icon={<Eye size={18} />}
            kind="check"
            checked={selfView.isOn}
            onChoose={doing(selfView.toggle)}
          >
            Show my own picture
          </MenuItem>
          <MenuItem icon={<Settings size={18} />} onChoose={doing(props.onSettings)}>
            Settings
          </MenuItem>
          <MenuItem icon={<Keyboard size={18} />} onChoose={doing(props.onShortcuts)}>
            Keyboard shortcuts
          </MenuItem>
        </Menu>
      )}
    </>
  )
}
