import { cityOf } from '@expertconnect/contract/zone-city'
import { Moon } from 'lucide-react'
import { useMemo } from 'react'
import { formatTime } from '../../../lib/time/time.ts'
import { offsetMinutes } from '../../../lib/time/zone.ts'
import type { DayView } from '../feed/board-view.ts'
import { instantText } from '../feed/board-records.ts'
import styles from './day-bar.module.css'
import { dayOf, freeIn, nightsIn, type Stretch } from './day-stretches.ts'

export interface DayBarProps {
  day: DayView
  zone: string
  /** The other side's. */
  there: string
  selected: string | null
}

const hour = 3_600_000

/** One day on both clocks, one below the other: whose night the free times lie in. */
export function DayBar({ day, zone, there, selected }: DayBarProps) {
  const { date, slots } = day
  const whole = useMemo(() => dayOf(date, zone), [date, zone])
  const [here, other] = useMemo(
    () => [nightsIn(whole, zone), nightsIn(whole, there)],
    [whole, zone, there],
  )
  // On one clock there is nothing to compare.
  if (offsetMinutes(zone, whole.from) === offsetMinutes(there, whole.from)) return null
  const place = ({ from, to }: Stretch) => ({
    left: `${share(from, whole)}%`,
    width: `${share(Math.min(to, whole.to), whole) - share(from, whole)}%`,
  })
  const free = freeIn(slots)
  const chosen = slots.find(({ startsAt }) => startsAt === selected)
  const city = cityOf(there)
  return (
    <div
      role="img"
      aria-label={inWords({ whole, zone, city, here, other, free })}
      className={styles.bar}
    >
      <span className={styles.side}>You</span>
      <Row whole={whole} zone={zone} nights={here} place={place} />
      <span className={styles.side}>{city}</span>
      <Row whole={whole} zone={there} nights={other} place={place} />
      <div className={styles.over}>
        {free.map((stretch) => (
          <i key={stretch.from} className={styles.free} style={place(stretch)} />
        ))}
        {chosen && (
          <i
            className={styles.chosen}
            style={place({ from: Date.parse(chosen.startsAt), to: Date.parse(chosen.endsAt) })}
          />
        )}
      </div>
    </div>
  )
}

interface RowProps {
  whole: Stretch
  zone: string
  nights: readonly Stretch[]
  place: (stretch: Stretch) => { left: string; width: string }
}

function Row({ whole, zone, nights, place }: RowProps) {
  const told = [6, 12, 18].map((hours) => whole.from + hours * hour)
  return (
    <div translate="no" className={styles.row}>
      {nights.map((night) => (
        <i key={night.from} className={styles.night} style={place(night)} />
      ))}
      {nights.map((night) => {
        const free = moonPlaces(night).find((at) => told.every((hours) => isApart(at, hours)))
        if (free === undefined) return null
        return <Moon key={night.from} size={12} style={{ left: `${share(free, whole)}%` }} />
      })}
      {told.map((at) => (
        <small key={at} style={{ left: `${share(at, whole)}%` }}>
          {formatTime(instantText(at), zone)}
        </small>
      ))}
    </div>
  )
}

/** In its middle, else at one of its ends. */
function moonPlaces({ from, to }: Stretch): number[] {
  if (to - from < 1.5 * hour) return []
  return [(from + to) / 2, from + hour, to - hour]
}

/** Far enough for a moon and a time not to touch. */
const isApart = (one: number, other: number) => Math.abs(one - other) > 2.4 * hour

function share(at: number, { from, to }: Stretch): number {
  return ((at - from) / (to - from)) * 100
}

interface Told {
  whole: Stretch
  zone: string
  city: string
  here: readonly Stretch[]
  other: readonly Stretch[]
  free: readonly Stretch[]
}

/** The same for who does not see it, all of it on one's own clock. */
function inWords({ whole, zone, city, here, other, free }: Told): string {
  const spans = (stretches: readonly Stretch[]) =>
    stretches
      .map(({ from, to }) => {
        const end = to >= whole.to ? 'midnight' : formatTime(instantText(to), zone)
        return `${formatTime(instantText(from), zone)} to ${end}`
      })
      .join(' and ')
  const told = [
    free.length > 0 && `Free from ${spans(free)}`,
    here.length > 0 && `Night for you from ${spans(here)}`,
    other.length > 0 && `By your clock it is night in ${city} from ${spans(other)}`,
  ]
  return told.filter((part) => part !== false).join('. ')
}
