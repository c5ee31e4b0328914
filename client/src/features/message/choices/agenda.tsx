import { cityOf } from '@expertconnect/contract/zone-city'
import { useState } from 'react'
import { serverNow } from '../../../lib/time/server-clock.ts'
import { formatPlainTime } from '../../../lib/time/time.ts'
import { offsetLabel } from '../../../lib/time/zone.ts'
import { SelectField } from '../../../ui/form/select-field.tsx'
import { Switch } from '../../../ui/form/switch.tsx'
import type { Choice } from './choice.ts'

export interface AgendaProps {
  /** When it is sent; null where it is not. */
  at: string | null
  /** Of the expert's schedule. */
  zone: string
  fault: string | undefined
  onChoose: (choice: Choice) => void
}

/** Every quarter of an hour of a day. */
const times = Array.from({ length: 96 }, (_, quarter) => {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(quarter / 4))}:${two((quarter % 4) * 15)}`
})

/** The sessions of a day in one mail, and when it is sent. */
export function Agenda({ at, zone, fault, onChoose }: AgendaProps) {
  // Switched off and on again, it is sent when it was.
  const [last, setLast] = useState(at ?? '07:00')
  return (
    <>
      <Switch
        label="Send me an agenda"
        detail="All of a day’s sessions in one e-mail, and none on days without sessions."
        checked={at !== null}
        onChange={(wanted) => onChoose({ agendaAt: wanted ? last : null })}
      />
      {at !== null && (
        <SelectField
          label="Sent every day at"
          // The end of a day is the beginning of the next.
          value={at === '24:00' ? '00:00' : at}
          options={times.map((time) => ({ value: time, label: formatPlainTime(time) }))}
          hint={`In your time zone, ${cityOf(zone)} (${offsetLabel(zone, serverNow())}). Covers the same day; if sent from noon on, the next day.`}
          error={fault}
          onChange={({ target }) => {
            setLast(target.value)
            onChoose({ agendaAt: target.value })
          }}
        />
      )}
    </>
  )
}
