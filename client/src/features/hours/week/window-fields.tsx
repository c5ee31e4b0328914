import type { Hours } from '@expertconnect/contract/schedules/shapes'
import { CircleAlert, Plus, Trash2 } from 'lucide-react'
import { useId, useRef } from 'react'
import { Button } from '../../../ui/action/button.tsx'
import { IconButton } from '../../../ui/action/icon-button.tsx'
import { VisuallyHidden } from '../../../ui/display/visually-hidden.tsx'
import { TimeInput } from '../../../ui/calendar/time-input.tsx'
import { clockOf, minutesOf } from '../draft/clock.ts'
import { type Faults, faultAt } from '../draft/faults.ts'
import styles from './window-fields.module.css'

export interface WindowFieldsProps {
  /** Of the day, for screen readers. */
  name: string
  hours: readonly Hours[]
  faults: Faults
  pointer: string
  onChange: (hours: Hours[]) => void
}

/** The windows of a day, typed. Midnight at the end of a day is typed as 00:00. */
export function WindowFields({ name, hours, faults, pointer, onChange }: WindowFieldsProps) {
  const id = useId()
  const add = useRef<HTMLButtonElement>(null)
  const general = faults.get(pointer)
  const replace = (at: number, part: Partial<Hours>) =>
    onChange(hours.map((window, index) => (index === at ? { ...window, ...part } : window)))
  return (
    <div className={styles.windows}>
      {hours.map((window, at) => {
        const fault = faultAt(faults, `${pointer}/${at}`)
        const label = `${name}, hours ${at + 1}`
        const described = fault === undefined ? undefined : `${id}-${at}`
        return (
          // Windows have no name of their own: their place is it.
          <div key={at} className={styles.window}>
            <TimeField
              label={`${label}, from`}
              value={window.from}
              invalid={fault !== undefined && faultAt(faults, `${pointer}/${at}/to`) === undefined}
              describedBy={described}
              onChange={(from) => replace(at, { from })}
            />
            <span aria-hidden>–</span>
            <TimeField
              label={`${label}, to`}
              value={window.to === '24:00' ? '00:00' : window.to}
              invalid={faultAt(faults, `${pointer}/${at}/to`) !== undefined}
              describedBy={described}
              onChange={(to) => replace(at, { to: to === '00:00' ? '24:00' : to })}
            />
            <IconButton
              label={`Remove ${label}`}
              icon={<Trash2 size={18} aria-hidden />}
              onClick={() => {
                onChange(hours.filter((_, index) => index !== at))
                add.current?.focus()
              }}
            />
            {fault !== undefined && (
              <p id={`${id}-${at}`} className={styles.fault}>
                <CircleAlert size={16} aria-hidden />
                {fault}
              </p>
            )}
          </div>
        )
      })}
      {general !== undefined && (
        <p role="alert" className={styles.fault}>
          <CircleAlert size={16} aria-hidden />
          {general}
        </p>
      )}
      {hours.length < 12 && (
        <Button
          ref={add}
          size="s"
          variant="plain"
          icon={<Plus size={16} aria-hidden />}
          onClick={() => onChange([...hours, nextWindow(hours)])}
        >
          Add hours<VisuallyHidden> on {name}</VisuallyHidden>
        </Button>
      )}
    </div>
  )
}

interface TimeFieldProps {
  label: string
  value: string
  invalid: boolean
  describedBy: string | undefined
  onChange: (value: string) => void
}

function TimeField({ label, value, invalid, describedBy, onChange }: TimeFieldProps) {
  return (
    <TimeInput
      aria-label={label}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      className={styles.time}
      value={value}
      onChange={onChange}
    />
  )
}

/** After the last one with an hour between, else a working day. */
function nextWindow(hours: readonly Hours[]): Hours {
  const last = Math.max(0, ...hours.map(({ to }) => minutesOf(to) ?? 0))
  if (last === 0) return { from: '09:00', to: '17:00' }
  const from = Math.min(last + 60, 1380)
  return { from: clockOf(from), to: clockOf(Math.min(from + 120, 1440)) }
}
