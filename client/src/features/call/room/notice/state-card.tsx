import { ExternalLink, RotateCw } from 'lucide-react'
import { Button } from '../../../../ui/action/button.tsx'
import { LinkButton } from '../../../../ui/action/link-button.tsx'
import { Spinner } from '../../../../ui/action/spinner.tsx'
import { Avatar } from '../../../../ui/display/avatar.tsx'
import type { MeetingView } from '../../meeting/meeting.ts'
import type { CallFacts } from '../state/call-facts.ts'
import type { PhaseWords } from '../state/phase-words.ts'
import { useMark } from '../state/use-marks.ts'
import { useMediaQuery } from '../state/use-media-query.ts'
import { DemoLink } from './demo-link.tsx'
import styles from './state-card.module.css'

export interface StateCardProps {
  view: MeetingView
  words: PhaseWords
  facts: CallFacts
  /** Their portrait above the words; not where their picture lies below them. */
  isPortrayed: boolean
  onRetry: () => void
  onTakeBack: () => void
  isTakingBack: boolean
  onLeave: () => void
}

/** What is going on, what happens next, and what one can do about it. */
export function StateCard(props: StateCardProps) {
  const { view, words, facts, isPortrayed } = props
  const { phase, end, relayFault } = view
  const isUpright = useMediaQuery('(max-width: 719px)')
  const isTaken = phase === 'ended' && end === 'taken_over'
  useMark(`${words.title}. ${words.text}`)
  return (
    <div className={styles.card}>
      {isPortrayed && (
        <span className={styles.portrait}>
          <Avatar
            name={facts.other.name}
            photoUrl={facts.other.photoUrl}
            size={isUpright ? 64 : 96}
            eager
          />
        </span>
      )}
      <h2 className={styles.title}>
        {words.isBusy && <Spinner size={22} />}
        <span>{words.title}</span>
      </h2>
      {words.text !== '' && <p className={styles.text}>{words.text}</p>}
      {phase === 'connecting' && relayFault !== null && (
        <p className={styles.text}>
          This site’s relay isn’t working right now, and the people who run it have been told. A
          direct connection is still being tried.
        </p>
      )}
      {phase === 'no_path' && (
        <div className={styles.actions}>
          {facts.meetingUrl !== undefined && (
            <LinkButton
              variant="primary"
              href={facts.meetingUrl}
              target="_blank"
              rel="noreferrer"
              icon={<ExternalLink size={18} aria-hidden />}
            >
              Open the other meeting
            </LinkButton>
          )}
          <Button icon={<RotateCw size={18} aria-hidden />} onClick={props.onRetry}>
            Try again now
          </Button>
        </div>
      )}
      {isTaken && (
        <div className={styles.actions}>
          <Button variant="primary" busy={props.isTakingBack} onClick={props.onTakeBack}>
            Take it back here
          </Button>
          <Button onClick={props.onLeave}>Leave it there</Button>
        </div>
      )}
      {phase === 'waiting' && facts.demoUrl !== undefined && <DemoLink facts={facts} />}
      {phase === 'waiting' && facts.practiceUrl !== undefined && (
        <div className={styles.actions}>
          <LinkButton
            variant="primary"
            href={facts.practiceUrl}
            target="_blank"
            rel="noreferrer"
            icon={<ExternalLink size={18} aria-hidden />}
          >
            Open a second tab
          </LinkButton>
        </div>
      )}
    </div>
  )
}
