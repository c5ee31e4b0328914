import type { IceServer } from '@expertconnect/contract/calls/shapes'
import { ExternalLink, Video } from 'lucide-react'
import { useEffect } from 'react'
import { paths } from '../../../lib/paths.ts'
import { Button } from '../../../ui/action/button.tsx'
import { LinkButton } from '../../../ui/action/link-button.tsx'
import { Panel } from '../../../ui/display/panel.tsx'
import { PageHead } from '../../../ui/list/page-head.tsx'
import { ConnectionCard } from '../check/connection-card.tsx'
import type { LocalMedia } from '../media/local-media.ts'
import { useDeviceNews } from '../media/use-device-news.ts'
import { useLocalMedia } from '../media/use-local-media.ts'
import { PermissionHelp } from '../permission/permission-help.tsx'
import { Devices } from './devices.tsx'
import styles from './lobby.module.css'
import { MicrophoneNotes } from './microphone-notes.tsx'
import steps from './practice-lobby.module.css'
import { Stage } from './stage.tsx'

interface PracticeLobbyProps {
  media: LocalMedia
  iceServers: readonly IceServer[]
  /** Left out where there is no room to go into. */
  onEnter?: (() => void) | undefined
}

/** Devices and connection tried with nobody but oneself, who comes in from a second tab. */
export function PracticeLobby({ media, iceServers, onEnter }: PracticeLobbyProps) {
  const view = useLocalMedia(media)
  useDeviceNews(view)
  useEffect(() => void media.restore(), [media])
  return (
    <div className={styles.lobby}>
      <div className={styles.head}>
        <PageHead
          title="Practice room"
          lead="A session with nobody but yourself: try camera, sound and connection for as long as you like. Nobody else sees or hears it."
        />
      </div>
      <div className={styles.stage}>
        <Stage media={media} view={view} name="You" />
      </div>
      <div className={styles.help}>
        <MicrophoneNotes media={media} view={view} />
        <PermissionHelp media={media} view={view} />
      </div>
      <div className={styles.door}>
        <Panel as="section" aria-labelledby="meet" className={steps.card}>
          <h2 id="meet">Meet yourself</h2>
          <ol className={steps.steps}>
            <li>Turn on camera and microphone here.</li>
            <li>Open this page in a second tab or window, beside this one.</li>
            <li>Join from both. Headphones prevent feedback.</li>
          </ol>
          <LinkButton
            block
            href={paths.practice}
            target="_blank"
            rel="noopener"
            icon={<ExternalLink size={18} aria-hidden />}
          >
            Open a second tab
          </LinkButton>
          {onEnter && (
            <Button
              variant="primary"
              size="l"
              block
              icon={<Video size={20} aria-hidden />}
              onClick={onEnter}
            >
              Go in
            </Button>
          )}
        </Panel>
      </div>
      <div className={styles.devices}>
        <Devices media={media} view={view} />
      </div>
      <div className={styles.aside}>
        <ConnectionCard of="practice" iceServers={iceServers} />
      </div>
    </div>
  )
}
