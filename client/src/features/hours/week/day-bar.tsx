import type { Hours } from '@expertconnect/contract/schedules/shapes'
import { useRef, useState, type CSSProperties, type KeyboardEvent, type PointerEvent } from 'react'
import { clockOf, minutesOf } from '../draft/clock.ts'
import styles from './day-bar.module.css'
import { drawWindow, type Edge, limitsOf, moveEdge } from '../draft/edges.ts'

export interface DayBarProps {
  name: string
  hours: readonly Hours[]
  onChange: (hours: Hours[]) => void
}

interface Grip {
  readonly at: number
  readonly edge: Edge
}

const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -15,
  ArrowDown: -15,
  ArrowRight: 15,
  ArrowUp: 15,
  PageDown: -60,
  PageUp: 60,
}

/** A day from midnight to midnight: edges are dragged or moved by arrow keys, and a press on nothing draws hours. */
export function DayBar({ name, hours, onChange }: DayBarProps) {
  const bar = useRef<HTMLDivElement>(null)
  const [grip, setGrip] = useState<Grip | null>(null)

  function minutesAt(clientX: number): number {
    const { left, width } = bar.current?.getBoundingClientRect() ?? { left: 0, width: 1 }
    return Math.round((((clientX - left) / width) * 1440) / 15) * 15
  }

  function begin(event: PointerEvent<HTMLDivElement>) {
    if (event.button !== 0) return
    bar.current?.setPointerCapture(event.pointerId)
    const { at, edge } = event.target instanceof HTMLElement ? event.target.dataset : {}
    if (at !== undefined && (edge === 'from' || edge === 'to')) {
      setGrip({ at: Number(at), edge })
      return
    }
    const drawn = drawWindow(hours, minutesAt(event.clientX))
    if (!drawn) return
    onChange(drawn.hours)
    setGrip({ at: drawn.at, edge: 'to' })
  }

  function move(event: PointerEvent) {
    if (!grip) return
    const next = moveEdge(hours, grip.at, grip.edge, minutesAt(event.clientX))
    if (next !== hours) onChange([...next])
  }

  function press(event: KeyboardEvent, { at, edge }: Grip, value: number) {
    const [least, most] = limitsOf(hours, at, edge)
    const step = steps[event.key]
    const to =
      step !== undefined
        ? value + step
        : event.key === 'Home'
          ? least
          : event.key === 'End'
            ? most
            : null
    if (to === null) return
    event.preventDefault()
    onChange([...moveEdge(hours, at, edge, to)])
  }

  return (
    <div className={styles.outer}>
      <div
        ref={bar}
        className={styles.bar}
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={() => setGrip(null)}
        onPointerCancel={() => setGrip(null)}
      >
        {hours.map(({ from, to }, at) => {
          const [begins, ends] = [minutesOf(from), minutesOf(to)]
          if (begins === null || ends === null || ends <= begins) return null
          const style = { '--at': begins, '--minutes': ends - begins } as CSSProperties
          return (
            <span key={at} className={styles.window} style={style}>
              {(['from', 'to'] as const).map((edge) => {
                const value = edge === 'from' ? begins : ends
                const [least, most] = limitsOf(hours, at, edge)
                return (
                  <span
                    key={edge}
                    role="slider"
                    tabIndex={0}
                    data-at={at}
                    data-edge={edge}
                    aria-label={`${name}, hours ${at + 1} ${edge === 'from' ? 'begin' : 'end'}`}
                    aria-valuemin={least}
                    aria-valuemax={most}
                    aria-valuenow={value}
                    aria-valuetext={clockOf(value)}
                    className={styles.handle}
                    onKeyDown={(event) => press(event, { at, edge }, value)}
                  />
                )
              })}
            </span>
          )
        })}
      </div>
      <div className={styles.own}>
        <HourScale />
      </div>
    </div>
  )
}

/** The hours of a day below or above its bar. */
export function HourScale() {
  return (
    <div className={styles.scale} aria-hidden>
      {[0, 6, 12, 18, 24].map((hour) => (
        <span key={hour}>{hour}</span>
      ))}
    </div>
  )
}
