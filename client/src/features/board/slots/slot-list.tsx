import { Moon } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import { type DayPart, dayPart, firstWaking } from '../../../lib/time/day-part.ts'
import { formatPlainDay, formatPlainLongDay } from '../../../lib/time/time.ts'
import { arrowTarget } from './arrow-keys.ts'
import type { DayView, SlotView } from '../feed/board-view.ts'
import { freeText, reasonText } from '../calendar/day-text.ts'
import styles from './slot-list.module.css'
import { RunTile } from './run-tile.tsx'
import { SlotTile } from './slot-tile.tsx'
import { type Run, runsOf, takenSideBySide } from './taken-runs.ts'

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

/** The starts of one day, by the time of day; one stop for Tab, arrows inside. Another day is another list: give it a key. */
export function SlotList({ day, zone, selected, ownLabel, onSelect, onBack, ref }: SlotListProps) {
  const list = useRef<HTMLDivElement>(null)
  const [folded, setFolded] = useState(() => takenSideBySide(day.slots))
  // What is chosen is never hidden.
  const hidden = new Set([...folded].filter((startsAt) => startsAt !== selected))
  const groups = groupsOf(day.slots, zone)
  const free = day.slots.filter(({ state }) => state === 'free').map(({ startsAt }) => startsAt)
  const stop =
    day.slots.find(({ startsAt }) => startsAt === selected)?.startsAt ??
    firstWaking(free, zone) ??
    day.slots[0]?.startsAt

  // What was pressed stays in sight when the list has less room then.
  useEffect(() => {
    if (selected === null) return
    const tile = list.current?.querySelector(`[data-slot="${selected}"]`)
    tile?.scrollIntoView?.({ block: 'nearest' })
  }, [selected])

  function open(run: Run) {
    setFolded(new Set([...folded].filter((start) => !run.some((slot) => slot.startsAt === start))))
    const first = run.find(({ state }) => state === 'free') ?? run[0]
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-slot="${first.startsAt}"]`)?.focus(),
    )
  }

  function press(event: KeyboardEvent<HTMLDivElement>) {
    if (event.key === 'Escape') return onBack()
    const from = event.target
    if (!(from instanceof HTMLElement)) return
    const tiles = [
      ...(list.current?.querySelectorAll<HTMLElement>('[data-slot], [data-run]') ?? []),
    ]
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
        {groups.map(([part, slots]) => (
          <div key={slots[0]?.startsAt} role="group" aria-label={part}>
            <p className={styles.group} aria-hidden>
              {part === 'Night' && <Moon size={14} />}
              {part}
            </p>
            <ul className={styles.tiles}>
              {runsOf(slots, hidden).map((run) => {
                const [slot] = run
                const isStop = run.some(({ startsAt }) => startsAt === stop)
                return (
                  <li key={slot.startsAt}>
                    {run.length > 1 ? (
                      <RunTile run={run} zone={zone} stop={isStop} onOpen={() => open(run)} />
                    ) : (
                      <SlotTile
                        slot={slot}
                        zone={zone}
                        selected={slot.startsAt === selected}
                        stop={isStop}
                        ownLabel={ownLabel}
                        onSelect={() => onSelect(slot.startsAt)}
                      />
                    )}
                  </li>
                )
              })}
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

/** In the order of the clock: a night comes at both ends of a day. */
function groupsOf(slots: readonly SlotView[], zone: string): [DayPart, SlotView[]][] {
  const groups: [DayPart, SlotView[]][] = []
  for (const slot of slots) {
    const part = dayPart(slot.startsAt, zone)
    const group = groups.at(-1)
    if (group?.[0] === part) group[1].push(slot)
    else groups.push([part, [slot]])
  }
  return groups
}
