import { useRef, useState } from 'react'
import type { MeetingView, Quality } from '../../meeting/meeting.ts'
import { Flyout } from '../../../../ui/dialog/flyout.tsx'
import { qualityNames, qualityReason } from '../state/phase-words.ts'
import styles from './quality-badge.module.css'

export interface QualityBadgeProps {
  view: MeetingView
  quality: Quality
  name: string
}

/** How many of the four bars are lit. */
const bars = { good: 4, fair: 3, weak: 1 }

/** How well sound and picture get through; pressed, why, and what was measured. */
export function QualityBadge({ view, quality, name }: QualityBadgeProps) {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const { level, roundTripMs, loss, route } = quality
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-label={`Connection: ${qualityNames[level]}. Details`}
        title={`Connection: ${qualityNames[level]}`}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        data-level={level}
        className={styles.badge}
        onClick={() => setOpen(!isOpen)}
      >
        <Bars lit={bars[level]} />
        <span aria-hidden className={styles.word}>
          {qualityNames[level]}
        </span>
      </button>
      {isOpen && (
        <Flyout anchor={button} role="dialog" label="Connection" onClose={() => setOpen(false)}>
          <div className={styles.details}>
            <h2>Connection: {qualityNames[level].toLowerCase()}</h2>
            <p>{qualityReason(quality, name)}</p>
            <dl>
              {roundTripMs !== undefined && (
                <Line name="Round trip" value={`${Math.round(roundTripMs)} ms`} />
              )}
              {loss !== undefined && <Line name="Lost on the way" value={percent(loss)} />}
              {route !== undefined && (
                <Line name="Way" value={route === 'direct' ? 'Direct' : 'Through a relay'} />
              )}
              {view.talkedMs >= 60_000 && (
                <Line name="Talked for" value={`${Math.floor(view.talkedMs / 60_000)} min`} />
              )}
            </dl>
            <button type="button" className={styles.close} onClick={() => setOpen(false)}>
              Close
            </button>
          </div>
        </Flyout>
      )}
    </>
  )
}

function Line({ name, value }: { name: string; value: string }) {
  return (
    <div className={styles.line}>
      <dt>{name}</dt>
      <dd className="tabular">{value}</dd>
    </div>
  )
}

const percent = (part: number) => `${(part * 100).toFixed(part > 0 && part < 0.1 ? 1 : 0)} %`

function Bars({ lit }: { lit: number }) {
  return (
    <svg aria-hidden viewBox="0 0 20 20" width="20" height="20" fill="currentColor">
      {[1, 2, 3, 4].map((bar) => (
        <rect
          key={bar}
          x={bar * 5 - 4}
          y={18 - bar * 4}
          width="3"
          height={bar * 4}
          rx="1.5"
          opacity={bar <= lit ? 1 : 0.28}
        />
      ))}
    </svg>
  )
}
