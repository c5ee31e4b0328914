import type { Hours, Weekly } from '@expertconnect/contract/schedules/shapes'
import { useState } from 'react'
import { Button } from '../../../ui/action/button.tsx'
import { Checkbox } from '../../../ui/form/checkbox.tsx'
import { Dialog } from '../../../ui/dialog/dialog.tsx'
import { hoursText } from '../draft/clock.ts'
import styles from './copy-day.module.css'

export interface CopyDayProps {
  days: readonly { day: keyof Weekly; long: string }[]
  from: keyof Weekly
  hours: readonly Hours[]
  onCopy: (to: readonly (keyof Weekly)[]) => void
  onClose: () => void
}

/** The same hours on other days. */
export function CopyDay({ days, from, hours, onCopy, onClose }: CopyDayProps) {
  const [chosen, setChosen] = useState<readonly (keyof Weekly)[]>([])
  const others = days.filter(({ day }) => day !== from)
  const name = days.find(({ day }) => day === from)?.long ?? ''
  const workdays = others.map(({ day }) => day).filter((day) => day <= 5)
  return (
    <Dialog
      open
      size="s"
      title={`Copy ${name} to…`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Go back</Button>
          <Button variant="primary" disabled={chosen.length === 0} onClick={() => onCopy(chosen)}>
            Copy
          </Button>
        </>
      }
    >
      <p className={styles.minor}>{hours.length === 0 ? 'Off' : hoursText(hours)}</p>
      <div className={styles.checks}>
        {others.map(({ day, long }) => (
          <Checkbox
            key={day}
            label={long}
            checked={chosen.includes(day)}
            onChange={(on) =>
              setChosen((before) => (on ? [...before, day] : before.filter((each) => each !== day)))
            }
          />
        ))}
      </div>
      <div className={styles.row}>
        <Button size="s" onClick={() => setChosen(workdays)}>
          Monday to Friday
        </Button>
        <Button size="s" onClick={() => setChosen(others.map(({ day }) => day))}>
          Every day
        </Button>
      </div>
    </Dialog>
  )
}
