import {
  MessageSquareText,
  Mic,
  MicOff,
  MonitorUp,
  MonitorX,
  NotebookPen,
  PhoneOff,
  Video,
  VideoOff,
} from 'lucide-react'
import type { Ref, RefObject } from 'react'
import { Spinner } from '../../../../ui/action/spinner.tsx'
import type { LocalMedia, LocalMediaView, Source } from '../../media/local-media.ts'
import { ariaKeys } from '../state/shortcuts.ts'
import { sourceWords } from '../state/source-words.ts'
import type { Controls } from '../state/use-controls.ts'
import { useMediaQuery } from '../state/use-media-query.ts'
import { BarButton } from './bar-button.tsx'
import styles from './control-bar.module.css'
import { DeviceMenu } from './device-menu.tsx'
import { LevelDot } from './level-dot.tsx'
import { MoreMenu, type MoreMenuProps } from './more-menu.tsx'
import { SplitButton } from './split-button.tsx'

export interface ControlBarProps extends Omit<MoreMenuProps, 'share' | 'buttonRef'> {
  media: LocalMedia
  view: LocalMediaView
  controls: Controls
  chat: { isOpen: boolean; unread: number; toggle: () => void }
  /** Closing the chat gives the focus back to it. */
  chatRef: Ref<HTMLButtonElement>
  /** Closing the notes gives the focus back to what opened them: on narrow screens the menu. */
  notesRef: RefObject<HTMLButtonElement | null>
  onLeave: () => void
}

const narrow = '(max-width: 719px), (max-height: 480px)'

/** All that one does in a call, in the order of how often: leaving comes last. */
export function ControlBar(props: ControlBarProps) {
  const { view, controls, chat, chatRef, notes, notesRef, onLeave, ...more } = props
  const isNarrow = useMediaQuery(narrow)
  const share = { isOn: view.screen !== null, toggle: controls.toggleShare }
  return (
    <div role="toolbar" aria-label="Call" className={styles.bar}>
      <SourceButton source="microphone" {...props} />
      <SourceButton source="camera" {...props} />
      {view.canShare && !isNarrow && (
        <BarButton
          icon={share.isOn ? <MonitorX size={22} /> : <MonitorUp size={22} />}
          word={share.isOn ? 'Stop' : 'Share'}
          label={share.isOn ? 'Stop sharing' : 'Share your screen'}
          tone={share.isOn ? 'on' : 'plain'}
          onClick={share.toggle}
        />
      )}
      <BarButton
        ref={chatRef}
        icon={<MessageSquareText size={22} />}
        word="Chat"
        label={chat.unread > 0 ? `Chat, ${chat.unread} unread` : 'Chat'}
        badge={chat.unread > 0 ? Math.min(99, chat.unread) : null}
        aria-expanded={chat.isOpen}
        aria-keyshortcuts={ariaKeys('chat')}
        onClick={chat.toggle}
      />
      {notes && !isNarrow && (
        <BarButton
          ref={notesRef}
          icon={<NotebookPen size={22} />}
          word="Notes"
          label="Your private notes"
          aria-expanded={notes.isOpen}
          onClick={notes.toggle}
        />
      )}
      <MoreMenu
        {...more}
        {...(isNarrow && { buttonRef: notesRef })}
        share={view.canShare && isNarrow ? share : null}
        notes={isNarrow ? notes : null}
      />
      <BarButton
        icon={<PhoneOff size={22} />}
        word="Leave"
        label="Leave the call"
        tone="leave"
        onClick={onLeave}
      />
    </div>
  )
}

const icons = {
  microphone: [<Mic key="on" size={22} />, <MicOff key="off" size={22} />],
  camera: [<Video key="on" size={22} />, <VideoOff key="off" size={22} />],
} as const

function SourceButton(props: ControlBarProps & { source: Source }) {
  const { source, media, view, controls, onSettings } = props
  const state = view[source]
  const { label, word, isOn, isBusy } = sourceWords(source, state)
  return (
    <SplitButton
      icon={
        isBusy ? (
          <Spinner size={22} />
        ) : (
          <>
            {icons[source][isOn ? 0 : 1]}
            {source === 'microphone' && isOn && <LevelDot onLevel={media.onLevel} />}
          </>
        )
      }
      word={word}
      label={label}
      tone={isOn || isBusy ? 'plain' : 'off'}
      badge={state.state === 'faulty' ? '!' : null}
      aria-busy={isBusy || undefined}
      aria-keyshortcuts={ariaKeys(source)}
      onClick={() => controls.toggle(source)}
      menuLabel={source === 'microphone' ? 'Choose microphone and speaker' : 'Choose a camera'}
      menu={(close) => (
        <DeviceMenu
          source={source}
          media={media}
          view={view}
          onSettings={onSettings}
          onClose={close}
        />
      )}
    />
  )
}
