import type { IceServer } from '@expertconnect/contract/calls/shapes'
import { CircleCheck, CircleX, Gauge, TriangleAlert } from 'lucide-react'
import { formatNextFree, visitorZone } from '../../../lib/time/time.ts'
import { useNow } from '../../../lib/time/server-clock.ts'
import { Button } from '../../../ui/action/button.tsx'
import { Panel } from '../../../ui/display/panel.tsx'
import { cx } from '../../../ui/style/cx.ts'
import styles from './connection-card.module.css'
import { type LastCheck, wordsOf } from './last-check.ts'
import { useConnectionCheck } from './use-connection-check.ts'

export interface ConnectionCardProps {
  /** What the result is kept for: the id of a booking, or another name. */
  of: string
  iceServers: readonly IceServer[]
  /** Of a booking: its page shows the result as well. */
  isShownElsewhere?: boolean
}

/** Tries whether the session will find a path from here, and says it in plain words. */
export function ConnectionCard({ of, iceServers, isShownElsewhere = false }: ConnectionCardProps) {
  const { last, isRunning, run } = useConnectionCheck(of, iceServers)
  return (
    <Panel as="section" aria-labelledby="connection" className={styles.card}>
      <h2 id="connection" className={styles.title}>
        <Gauge size={20} aria-hidden />
        Connection
      </h2>
      {last ? (
        <Result check={last} />
      ) : (
        <p className={styles.lead}>
          Will this network let the session through? The test takes a few seconds.
        </p>
      )}
      <Button busy={isRunning} onClick={run}>
        {isRunning ? 'Testing…' : last ? 'Test again' : 'Test the connection'}
      </Button>
      {last && isShownElsewhere && (
        <p className={styles.minor}>
          The result is kept on this device and shown on the booking’s page.
        </p>
      )}
    </Panel>
  )
}

const icons = { live: CircleCheck, held: TriangleAlert, danger: CircleX }

function Result({ check }: { check: LastCheck }) {
  const now = useNow()
  const { tone, title, detail } = wordsOf(check)
  const Icon = icons[tone]
  return (
    <div className={cx(styles.result, styles[tone])}>
      <Icon size={22} aria-hidden />
      <div>
        <p className={styles.verdict}>{title}</p>
        <p>{detail}</p>
        <p className={styles.minor}>
          {check.roundTripMs !== undefined &&
            `${check.roundTripMs < 1 ? 'under 1' : check.roundTripMs} ms round trip · `}
          {`tested ${said(check.at, now)}`}
        </p>
      </div>
    </div>
  )
}

function said(at: number, now: number): string {
  const minutes = Math.trunc((now - at) / 60_000)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return `${minutes} min ago`
  return formatNextFree(new Date(at).toISOString(), visitorZone(), now)
}
