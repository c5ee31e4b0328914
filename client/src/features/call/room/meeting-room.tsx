import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import { visitorZone } from '../../../lib/time/time.ts'
import { useNow } from '../../../lib/time/server-clock.ts'
import { focusHeading } from '../../../ui/display/focus-heading.ts'
import { cx } from '../../../ui/style/cx.ts'
import { offerLabel, sentenceOf, stageOf } from '../../more-time/more-time-words.ts'
import type { LocalMedia } from '../media/local-media.ts'
import { useDeviceNews } from '../media/use-device-news.ts'
import type { Meeting } from '../meeting/meeting.ts'
import { ControlBar } from './bar/control-bar.tsx'
import { SettingsDialog } from './dialog/settings-dialog.tsx'
import { ShortcutsDialog } from './dialog/shortcuts-dialog.tsx'
import styles from './meeting-room.module.css'
import { SessionTime } from './notice/clock.tsx'
import { Notices } from './notice/notices.tsx'
import { QualityBadge } from './notice/quality-badge.tsx'
import { StateCard } from './notice/state-card.tsx'
import { ChatPanel } from './panel/chat-panel.tsx'
import { NotesPanel } from './panel/notes-panel.tsx'
import { useChatNews } from './panel/use-chat-news.ts'
import look from './stage/look.module.css'
import { Stage } from './stage/stage.tsx'
import type { CallFacts } from './state/call-facts.ts'
import type { RoomMoreTime } from './state/room-more-time.ts'
import { phaseWords } from './state/phase-words.ts'
import { type ShortcutAction, useShortcuts } from './state/shortcuts.ts'
import { useControls } from './state/use-controls.ts'
import { useMark } from './state/use-marks.ts'
import { useChat, useMedia, useMeeting } from './state/use-meeting.ts'
import { usePageLife } from './state/use-page-life.ts'
import { useRemoteSound } from './state/use-remote-sound.ts'
import { useTakenOver } from './state/use-taken-over.ts'
import { useWakeLock } from './state/use-wake-lock.ts'
import { SmallWindow } from './window/small-window.tsx'
import { useFullScreen } from './window/use-full-screen.ts'
import { usePictureInPicture } from './window/use-picture-in-picture.ts'

export interface MeetingRoomProps {
  meeting: Meeting
  media: LocalMedia
  facts: CallFacts
  /** The field of one's own notes; none in practice. */
  notes?: ReactNode
  /** Left out where nothing ends by itself. */
  moreTime?: RoomMoreTime
  /** The call is over for this page; `meeting.read().end` says why. */
  onLeave: () => void
  /** The server's clock; tests set it. */
  now?: number
}

/** Where two people talk, from entering to leaving. */
export function MeetingRoom(props: MeetingRoomProps) {
  const { meeting, media, facts, notes, moreTime, onLeave, now } = props
  const view = useMeeting(meeting)
  const mediaView = useMedia(media)
  useDeviceNews(mediaView)
  const chat = useChat(meeting)
  const ticking = useNow(now === undefined ? 1000 : 86_400_000)
  const time = now ?? ticking
  const zone = visitorZone()

  const [panel, setPanel] = useState<'chat' | 'notes' | null>(null)
  const isChatOpen = panel === 'chat'
  const [dialog, setDialog] = useState<'settings' | 'shortcuts' | null>(null)
  const [isSelfHidden, setSelfHidden] = useState(false)
  const chatButton = useRef<HTMLButtonElement>(null)
  const notesButton = useRef<HTMLButtonElement>(null)
  const video = useRef<HTMLVideoElement>(null)

  const controls = useControls(media, mediaView)
  const {
    ref: audio,
    isRefused,
    turnOn,
  } = useRemoteSound(view.sound, mediaView.speakerId, mediaView.microphone.state === 'interrupted')
  const fullScreen = useFullScreen()
  const small = usePictureInPicture(video)
  const isGoing = usePageLife(meeting)
  const isIn = view.phase !== 'ended'
  useWakeLock(isIn)
  useLeaving(!isIn && view.end !== 'taken_over', () => {
    if (!isGoing.current) onLeave()
  })
  // The button that led in is gone: keyboard and screen reader begin at the top of the room.
  useEffect(() => focusHeading(), [])
  const taken = useTakenOver(meeting, media, view)
  useMark(view.phase === 'connected' ? `You are connected with ${facts.other.name}.` : '')
  useMark(view.remote.sharing ? `${facts.other.name} shares their screen.` : '')
  useMark(view.soundOnly === 'chosen' ? 'Sound only: pictures are off.' : 'Pictures are on again.')

  function openChat() {
    setPanel('chat')
  }
  function closePanel() {
    const button = isChatOpen ? chatButton : notesButton
    setPanel(null)
    button.current?.focus({ preventScroll: true })
  }
  const toggleChat = () => (isChatOpen ? closePanel() : openChat())
  const toggleNotes = () => (panel === 'notes' ? closePanel() : setPanel('notes'))
  useChatNews(chat, isChatOpen, facts.other.name, openChat)

  const onShortcut: Readonly<Record<ShortcutAction, () => void>> = {
    microphone: () => controls.toggle('microphone'),
    camera: () => controls.toggle('camera'),
    chat: toggleChat,
    shortcuts: () => setDialog('shortcuts'),
  }
  // Where it went on elsewhere, this page leaves camera and microphone to that one.
  useShortcuts((action) => isIn && onShortcut[action](), small.window)

  function leave() {
    meeting.leave()
    onLeave()
  }

  const words = phaseWords(view, facts, time, zone)
  const isSeen =
    view.phase === 'reconnecting' &&
    (view.remote.sharing || (view.remote.camera && view.soundOnly !== 'chosen'))
  const isSoundOnly = view.soundOnly === 'chosen'

  return (
    <div className={cx(look.look, styles.room)}>
      <h1 className={styles.title}>Session with {facts.other.name}</h1>
      <div className={styles.facts}>
        {facts.times && (
          <div className={styles.clock}>
            <SessionTime times={facts.times} now={time} zone={zone} />
          </div>
        )}
        {view.quality && view.phase === 'connected' && (
          <div className={styles.quality}>
            <QualityBadge view={view} quality={view.quality} name={facts.other.name} />
          </div>
        )}
      </div>
      <div className={styles.main}>
        <div className={styles.stage}>
          <Stage
            meeting={meeting}
            view={view}
            media={media}
            mediaView={mediaView}
            facts={facts}
            isSelfHidden={isSelfHidden}
            onSelfHidden={setSelfHidden}
            ref={video}
            state={
              words && (
                <StateCard
                  view={view}
                  words={words}
                  facts={facts}
                  isPortrayed={!isSeen}
                  onRetry={() => meeting.revive()}
                  onTakeBack={taken.takeBack}
                  isTakingBack={taken.isBusy}
                  onLeave={leave}
                />
              )
            }
            notices={
              <Notices
                meeting={meeting}
                view={view}
                media={media}
                mediaView={mediaView}
                facts={facts}
                moreTime={moreTime}
                now={time}
                zone={zone}
                isSoundRefused={isRefused}
                onSound={turnOn}
                isIn={isIn}
              />
            }
          />
        </div>
        {isChatOpen && (
          <div className={styles.panel}>
            <ChatPanel
              meeting={meeting}
              view={chat}
              otherName={facts.other.name}
              zone={zone}
              onClose={closePanel}
            />
          </div>
        )}
        {panel === 'notes' && (
          <div className={styles.panel}>
            <NotesPanel onClose={closePanel}>{notes}</NotesPanel>
          </div>
        )}
      </div>
      {isIn && (
        <div className={styles.bar}>
          <ControlBar
            media={media}
            view={mediaView}
            controls={controls}
            chat={{ isOpen: isChatOpen, unread: chat.unread, toggle: toggleChat }}
            chatRef={chatButton}
            notes={notes === undefined ? null : { isOpen: panel === 'notes', toggle: toggleNotes }}
            notesRef={notesButton}
            pictureInPicture={small.control}
            fullScreen={fullScreen}
            soundOnly={{ isOn: isSoundOnly, toggle: () => meeting.setSoundOnly(!isSoundOnly) }}
            selfView={{ isOn: !isSelfHidden, toggle: () => setSelfHidden(!isSelfHidden) }}
            moreTime={offerIn(moreTime, facts.role, zone)}
            onSettings={() => setDialog('settings')}
            onShortcuts={() => setDialog('shortcuts')}
            onLeave={leave}
          />
        </div>
      )}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- a live voice has none */}
      <audio ref={audio} />
      {small.window && (
        <SmallWindow
          into={small.window}
          view={view}
          mediaView={mediaView}
          facts={facts}
          controls={controls}
          moreTime={moreTime}
          now={time}
          zone={zone}
          onLeave={leave}
        />
      )}
      {dialog === 'shortcuts' && <ShortcutsDialog onClose={() => setDialog(null)} />}
      {dialog === 'settings' && (
        <SettingsDialog
          media={media}
          view={mediaView}
          isSoundOnly={isSoundOnly}
          onSoundOnly={meeting.setSoundOnly}
          isSelfHidden={isSelfHidden}
          onSelfHidden={setSelfHidden}
          onClose={() => setDialog(null)}
        />
      )}
    </div>
  )
}

/** Offering more time at any moment, from the menu. */
function offerIn(moreTime: RoomMoreTime | undefined, role: CallFacts['role'], zone: string) {
  const question = moreTime?.question
  if (!moreTime || !question || stageOf(question, role) !== 'open') return null
  return {
    label: offerLabel(question, role),
    detail: sentenceOf(question, zone),
    offer: () => moreTime.send('offer'),
  }
}

/** Goes on to the closing page as soon as it is over, whoever ended it. */
function useLeaving(isOver: boolean, onLeave: () => void): void {
  const leave = useEffectEvent(onLeave)
  useEffect(() => {
    if (isOver) leave()
  }, [isOver])
}
