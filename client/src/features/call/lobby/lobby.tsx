import { useEffect, useState } from 'react'
import { serverNow, useWake } from '../../../lib/time/server-clock.ts'
import { useTimeSettings } from '../../../lib/time/settings.ts'
import { useAnnounce } from '../../../ui/feedback/use-announce.ts'
import { ConnectionCard } from '../check/connection-card.tsx'
import { useDeviceNews } from '../media/use-device-news.ts'
import { useLocalMedia } from '../media/use-local-media.ts'
import { PermissionHelp } from '../permission/permission-help.tsx'
import { ClosedLobby } from './closed-lobby.tsx'
import { Devices } from './devices.tsx'
import { Door } from './door.tsx'
import { LobbyHead } from './lobby-head.tsx'
import type { LobbyProps } from './lobby-props.ts'
import styles from './lobby.module.css'
import { MovedNotice } from './moved-notice.tsx'
import { MicrophoneNotes } from './microphone-notes.tsx'
import { nextTurn, phaseOf } from './phase.ts'
import { Stage } from './stage.tsx'

/** Before the room: when it opens, who is there, and whether one will be seen and heard. */
export function Lobby(props: LobbyProps) {
  const { call, media, onTurn } = props
  useTimeSettings()
  const [now, setNow] = useState(serverNow)
  const phase = phaseOf(call, Math.max(now, Date.parse(call.now)))
  const announce = useAnnounce()
  useWake(nextTurn(call, now), () => {
    const then = serverNow()
    setNow(then)
    onTurn()
    if (phaseOf(call, then) === 'open') announce('The room is open. You can join.')
  })
  const isClosed = phase === 'over' || phase === 'cancelled'
  // A reload finds what was on in this tab.
  useEffect(() => {
    if (!isClosed) void media.restore()
  }, [media, isClosed])

  if (isClosed) return <ClosedLobby call={call} phase={phase} bookingPath={props.bookingPath} />
  return <OpenLobby {...props} phase={phase} />
}

function OpenLobby({ phase, ...props }: LobbyProps & { phase: 'early' | 'open' }) {
  const { call, media } = props
  const view = useLocalMedia(media)
  useDeviceNews(view)
  return (
    <div className={styles.lobby}>
      <div className={styles.head}>
        <LobbyHead call={call} />
        <MovedNotice call={call} />
        {props.late}
      </div>
      <div className={styles.stage}>
        <Stage media={media} view={view} name={call.self.name} />
      </div>
      <div className={styles.help}>
        <MicrophoneNotes media={media} view={view} />
        <PermissionHelp media={media} view={view} />
      </div>
      <div className={styles.door}>
        <Door {...props} phase={phase} view={view} />
      </div>
      <div className={styles.devices}>
        <Devices media={media} view={view} />
      </div>
      <div className={styles.aside}>
        <ConnectionCard of={call.bookingId} iceServers={call.iceServers} isShownElsewhere />
      </div>
    </div>
  )
}
