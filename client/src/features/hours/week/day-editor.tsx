import type { Hours } from '@expertconnect/contract/schedules/shapes'
import { Copy } from 'lucide-react'
import { IconButton } from '../../../ui/action/icon-button.tsx'
import { totalText } from '../draft/clock.ts'
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

/** One weekday: its bar to draw on, and its windows to type. */
export function DayEditor({ name, hours, faults, pointer, onChange, onCopy }: DayEditorProps) {
  return (
    <div role="group" aria-label={name} className={styles.day}>
      <div className={styles.dayHead}>
        <p>
          {name} <span className={styles.total}>{totalText(hours)}</span>
        </p>
        <IconButton
          label={`Copy ${name} to other days`}
          icon={<Copy size={18} aria-hidden />}
          onClick={onCopy}
        />
      </div>
      <DayBar name={name} hours={hours} onChange={onChange} />
      <WindowFields
        name={name}
        hours={hours}
        faults={faults}
        pointer={pointer}
        onChange={onChange}
      />
    </div>
  )
}
