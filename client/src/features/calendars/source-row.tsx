import type { CalendarSource } from '@expertconnect/contract/calendars/source-shapes'
import { CalendarSync, CircleCheck, CirclePause, TriangleAlert } from 'lucide-react'
import { call } from '../../server/api/client.ts'
import { serverNow } from '../../lib/time/server-clock.ts'
import { useChange } from '../../server/use-change.ts'
import { Button } from '../../ui/action/button.tsx'
import { VisuallyHidden } from '../../ui/display/visually-hidden.tsx'
import { Refusal } from '../../ui/feedback/refusal.tsx'
import { Status } from '../../ui/feedback/status.tsx'
import { useAttempt } from '../../ui/form/use-attempt.ts'
import { Row } from '../../ui/list/row.tsx'
import styles from './source-row.module.css'
import {
  choiceLine,
  deletedLine,
  faultLine,
  freshnessLine,
  skippedLine,
  writeFaultLine,
  writtenLine,
} from './source-words.ts'

interface SourceRowProps {
  source: CalendarSource
  zone: string
  onChange: () => void
  onRemove: () => void
}

/** One calendar: how fresh it is, what of it does not count and why, and what can be done. */
export function SourceRow({ source, zone, onChange, onRemove }: SourceRowProps) {
  const { id, name, address, paused, checking, fault, skipped } = source
  const { busy, problem, send } = useAttempt()
  const params = { id }
  const check = useChange(() => call('checkCalendarSource', { params }), done)
  const pause = useChange(
    () => call('changeCalendarSource', { params, body: { paused: !paused } }),
    done,
  )
  return (
    <Row
      icon={<CalendarSync size={22} aria-hidden />}
      title={<span translate="no">{name}</span>}
      small={<span translate="no">{address}</span>}
      states={<State source={source} />}
      actions={
        <>
          {!paused && (
            <Button size="s" busy={busy || checking} onClick={() => void send(() => check())}>
              Test now<VisuallyHidden> {name}</VisuallyHidden>
            </Button>
          )}
          <Button size="s" onClick={onChange}>
            Change…<VisuallyHidden> {name}</VisuallyHidden>
          </Button>
          <Button size="s" onClick={() => void send(() => pause())}>
            {paused ? 'Resume' : 'Pause'}
            <VisuallyHidden> {name}</VisuallyHidden>
          </Button>
          <Button size="s" onClick={onRemove}>
            Remove…<VisuallyHidden> {name}</VisuallyHidden>
          </Button>
        </>
      }
    >
      <p>{freshnessLine(source, zone, serverNow())}</p>
      {fault !== undefined && (
        <p className={styles.fault}>
          {faultLine(source)}
          {source.freshAt !== undefined && ' What was known before still counts.'}
        </p>
      )}
      {(paused || source.freshAt !== undefined) && <p>{choiceLine(source)}</p>}
      <Lines of={[writtenLine(source), deletedLine(source)]} />
      <Lines of={[writeFaultLine(source)]} className={styles.fault} />
      {skipped.length > 0 && (
        <details className={styles.skipped}>
          <summary>What does not count</summary>
          <ul>
            {skipped.map((each) => (
              <li key={each.kind}>{skippedLine(each)}</li>
            ))}
          </ul>
        </details>
      )}
      <Refusal problem={problem} />
    </Row>
  )
}

/** Those of which there is something to say. */
function Lines({ of, className }: { of: readonly string[]; className?: string | undefined }) {
  return of
    .filter((line) => line !== '')
    .map((line) => (
      <p key={line} className={className}>
        {line}
      </p>
    ))
}

function done(): void {
  // The list is read again, and says the rest.
}

function State({ source: { paused, checking, fault, freshAt } }: { source: CalendarSource }) {
  if (paused) {
    return <Status icon={<CirclePause size={15} aria-hidden />}>Paused</Status>
  }
  if (checking) {
    return (
      <Status tone="accent" dot="pulse">
        Being read
      </Status>
    )
  }
  if (fault !== undefined) {
    return (
      <Status tone="danger" icon={<TriangleAlert size={15} aria-hidden />}>
        Not read
      </Status>
    )
  }
  if (freshAt === undefined) return <Status>Waiting</Status>
  return (
    <Status tone="live" icon={<CircleCheck size={15} aria-hidden />}>
      Up to date
    </Status>
  )
}
