import type { Hours, Weekly } from '@expertconnect/contract/schedules/shapes'
import { useState } from 'react'
import { CopyDay } from './copy-day.tsx'
import { HourScale } from './day-bar.tsx'
import { DayEditor } from './day-editor.tsx'
import type { Faults } from '../draft/faults.ts'
import styles from './weekly-editor.module.css'
import { namedDays } from './weekday-names.ts'

export interface WeeklyEditorProps {
  weekly: Weekly
  faults: Faults
  onChange: (weekly: Weekly) => void
}

/** The windows of each weekday, typed or drawn. */
export function WeeklyEditor({ weekly, faults, onChange }: WeeklyEditorProps) {
  const [copied, setCopied] = useState<keyof Weekly | null>(null)
  const days = namedDays()
  const set = (day: keyof Weekly, hours: Hours[]) => onChange({ ...weekly, [day]: hours })
  return (
    <>
      <div className={styles.days}>
        <div aria-hidden className={styles.scale}>
          <HourScale />
        </div>
        {days.map(({ day, long }) => (
          <DayEditor
            key={day}
            name={long}
            hours={weekly[day]}
            faults={faults}
            pointer={`#/weekly/${day}`}
            onChange={(hours) => set(day, hours)}
            onCopy={() => setCopied(day)}
          />
        ))}
      </div>
      {copied !== null && (
        <CopyDay
          days={days}
          from={copied}
          hours={weekly[copied]}
          onClose={() => setCopied(null)}
          onCopy={(to) => {
            const hours = weekly[copied]
            onChange({ ...weekly, ...Object.fromEntries(to.map((day) => [day, hours])) })
            setCopied(null)
          }}
        />
      )}
    </>
  )
}
