import { useRef, type KeyboardEvent, type Ref } from 'react'
import { formatPlainDay, formatPlainLongDay } from '../../../lib/time/time.ts'
import { arrowTarget } from './arrow-keys.ts'
import type { DayView, SlotView } from '../feed/board-view.ts'
import { freeText, reasonText } from '../calendar/day-text.ts'
import styles from './slot-list.module.css'
import { SlotTile } from './slot-tile.tsx'

export interface SlotListProps {
  day: DayView
  zone: string
  selected: string | null
  ownLabel: string
  onSelect: (startsAt: string) => void
  /** Escape leads back to the day in the calendar. */
  onBack: () => void
  ref?: Ref<HTMLElement>
}

/** The starts of one day, by the time of day; one stop for Tab, arrows inside. */
export function SlotList({ day, zone, selected, ownLabel, onSelect, onBack, ref }: SlotListProps) {
  const list = useRef<HTMLDivElement>(null)
  const stop =
    day.slots.find(({ startsAt }) => startsAt === selected) ??
    day.slots.find(({ state }) => state === 'free') ??
    day.slots[0]

  function press(event: KeyboardEvent<HTMLDivElement>) {
    if (event.key === 'Escape') return onBack()
    const from = event.target
    if (!(from instanceof HTMLElement)) return
    const tiles = [...(list.current?.querySelectorAll<HTMLElement>('[data-slot]') ?? [])]
    const to = arrowTarget(tiles, from, event.key)
    if (!to) return
    event.preventDefault()
    to.focus()
  }

  return (
    <section
      ref={ref}
      tabIndex={-1}
      className={styles.list}
      aria-label={formatPlainLongDay(day.date)}
    >
      <header className={styles.header}>
        <h3 translate="no" className={styles.title}>
          {formatPlainDay(day.date)}
        </h3>
        <p className={styles.count}>{day.reason ? reasonText(day.reason) : freeText(day.free)}</p>
      </header>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrows move among the buttons inside */}
      <div ref={list} className={styles.groups} onKeyDown={press}>
        {groups(day.slots, zone).map(([title, slots]) => (
          <div key={title} role="group" aria-label={title}>
            <p className={styles.group} aria-hidden>
              {title}
            </p>
            <ul className={styles.tiles}>
              {slots.map((slot) => (
                <li key={slot.startsAt}>
                  <SlotTile
                    slot={slot}
                    zone={zone}
                    selected={slot.startsAt === selected}
                    stop={slot === stop}
                    ownLabel={ownLabel}
                    onSelect={() => onSelect(slot.startsAt)}
                  />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <button type="button" className={styles.back} onClick={onBack}>
        Back to the calendar
      </button>
    </section>
  )
}

function groups(slots: readonly SlotView[], zone: string): [string, SlotView[]][] {
  const parts: [string, SlotView[]][] = [
    ['Morning', []],
    ['Afternoon', []],
    ['Evening', []],
  ]
  for (const slot of slots) {
    const { hour } = Temporal.Instant.from(slot.startsAt).toZonedDateTimeISO(zone)
    parts[hour < 12 ? 0 : hour < 17 ? 1 : 2]?.[1].push(slot)
  }
  return parts.filter(([, some]) => some.length > 0)
}
