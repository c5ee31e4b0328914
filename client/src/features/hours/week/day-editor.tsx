import type { Hours } from '@expertconnect/contract/schedules/shapes'
import { ChevronDown, Copy } from 'lucide-react'
import { useId, useState } from 'react'
import { IconButton } from '../../../ui/action/icon-button.tsx'
import { cx } from '../../../ui/style/cx.ts'
import { hoursText, totalText } from '../draft/clock.ts'
import { DayBar } from './day-bar.tsx'
import type { Faults } from '../draft/faults.ts'
import styles from './day-editor.module.css'
import { WindowFields } from './window-fields.tsx'

export interface DayEditorProps {
  /** `Monday`. */
  name: string
  hours: readonly Hours[]
  faults: Faults
  pointer: string
  onChange: (hours: Hours[]) => void
  onCopy: () => void
}

/** One weekday in a line: its bar to draw on, and its windows to type. On phones the line opens both. */
export function DayEditor({ name, hours, faults, pointer, onChange, onCopy }: DayEditorProps) {
  const id = useId()
  const [isWanted, setWanted] = useState(false)
  const isAtFault = [...faults.keys()].some((each) => each.startsWith(pointer))
  const isOpen = isWanted || isAtFault
  return (
    <div role="group" aria-label={name} className={cx(styles.day, isOpen && styles.open)}>
      <p className={styles.name}>
        {name} <span className={styles.total}>{totalText(hours)}</span>
      </p>
      <button
        type="button"
        className={styles.opener}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setWanted(!isOpen)}
      >
        <span className={styles.opened}>{name}</span>
        <span className={styles.summary}>{hours.length === 0 ? 'Off' : hoursText(hours)}</span>
        <ChevronDown size={18} aria-hidden />
      </button>
      <div id={id} className={styles.editor}>
        <DayBar name={name} hours={hours} onChange={onChange} />
        <WindowFields
          name={name}
          hours={hours}
          faults={faults}
          pointer={pointer}
          onChange={onChange}
        />
        <IconButton
          className={styles.copy}
          label={`Copy ${name} to other days`}
          icon={<Copy size={18} aria-hidden />}
          onClick={onCopy}
        />
      </div>
    </div>
  )
}
