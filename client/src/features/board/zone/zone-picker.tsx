import { Check, Search } from 'lucide-react'
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { serverNow } from '../../../lib/time/server-clock.ts'
import { detectedZone } from '../../../lib/time/of-browser.ts'
import { formatTime, usesClock } from '../../../lib/time/time.ts'
import { changeTimeSettings, useTimeSettings } from '../../../lib/time/settings.ts'
import { cx } from '../../../ui/style/cx.ts'
import { Dialog } from '../../../ui/dialog/dialog.tsx'
import { Segmented } from '../../../ui/form/segmented.tsx'
import { instantText } from '../feed/board-records.ts'
import { listZones, searchZones, type ZoneChoice } from './zone-list.ts'
import styles from './zone-picker.module.css'

export interface ZonePickerProps {
  zone: string
  onChoose: (zone: string) => void
  onClose: () => void
}

/** A searchable list of zones by city, and the clock that times are told by. */
export function ZonePicker({ zone, onChoose, onClose }: ZonePickerProps) {
  const [now] = useState(serverNow)
  const all = useMemo(() => listZones(now, zone), [now, zone])
  const [typed, setTyped] = useState('')
  const found = useMemo(() => searchZones(all, typed), [all, typed])
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      all.findIndex((each) => each.zone === zone),
    ),
  )
  const id = useId()
  const list = useRef<HTMLUListElement>(null)
  useTimeSettings()

  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' })
  }, [at, found])

  function press(event: KeyboardEvent) {
    const step = steps[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setAt((before) => Math.min(found.length - 1, Math.max(0, before + step)))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      const choice = found[at]
      if (choice) onChoose(choice.zone)
    }
  }

  return (
    <Dialog open title="Time zone" onClose={onClose}>
      <Segmented
        legend="Clock"
        options={[
          { value: '24', label: '24 h', detail: '16:30' },
          { value: '12', label: '12 h', detail: '4:30 PM' },
        ]}
        value={usesClock()}
        onChange={(clock) => changeTimeSettings({ clock })}
      />
      <div className={styles.search}>
        <Search size={18} aria-hidden />
        <input
          data-autofocus
          type="text"
          role="combobox"
          aria-label="Search by city, country or time zone"
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={found.length > 0 ? `${id}-${at}` : undefined}
          placeholder="City, country or PST"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setAt(0)
          }}
          onKeyDown={press}
        />
      </div>
      <ul
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label="Time zones"
        className={styles.list}
      >
        {found.map((choice, index) => (
          <Option
            key={choice.zone}
            id={`${id}-${index}`}
            choice={choice}
            now={now}
            active={index === at}
            chosen={choice.zone === zone}
            onChoose={() => onChoose(choice.zone)}
          />
        ))}
      </ul>
      <p role="status" className={styles.none}>
        {found.length === 0 &&
          'Nothing found. Try a large city nearby, your country or a name such as CET.'}
      </p>
    </Dialog>
  )
}

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 8,
  PageUp: -8,
}

interface OptionProps {
  id: string
  choice: ZoneChoice
  now: number
  active: boolean
  chosen: boolean
  onChoose: () => void
}

function Option({ id, choice, now, active, chosen, onChoose }: OptionProps) {
  const { zone, city, place, offset } = choice
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the combobox has the keys
    <li
      id={id}
      role="option"
      aria-selected={chosen}
      className={cx(styles.option, active && styles.active)}
      onClick={onChoose}
    >
      <span className={styles.mark}>{chosen && <Check size={18} aria-hidden />}</span>
      <span className={styles.place}>
        <span className={styles.city}>
          {city}
          {zone === detectedZone() && <span className={styles.here}> here</span>}
        </span>
        <span className={styles.region}>{place}</span>
      </span>
      <span className={styles.clock}>
        <span>{formatTime(instantText(Math.trunc(now / 60_000) * 60_000), zone)}</span>
        <span className={styles.region}>{offset}</span>
      </span>
    </li>
  )
}
