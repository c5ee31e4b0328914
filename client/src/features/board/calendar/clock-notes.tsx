import { cityOf } from '@expertconnect/contract/zone-city'
import { Clock } from 'lucide-react'
import { serverNow } from '../../../lib/time/server-clock.ts'
import { formatDay } from '../../../lib/time/time.ts'
import { clockChange } from '../../../lib/time/zone.ts'
import { instantText } from '../feed/board-records.ts'
import styles from './clock-notes.module.css'

/** Says so when clocks are changed between now and the session, in the visitor's zone or in the expert's. */
export function ClockNotes({ zones, at }: { zones: readonly string[]; at: string }) {
  const notes = [...new Set(zones)].flatMap((zone) => {
    const change = clockChange(zone, serverNow(), Date.parse(at))
    if (!change) return []
    const day = formatDay(instantText(change.at), zone)
    return [
      `Clocks in ${cityOf(zone)} go ${change.by} on ${day}, before this session. Times here already allow for it.`,
    ]
  })
  if (notes.length === 0) return null
  return (
    <ul className={styles.notes}>
      {notes.map((note) => (
        <li key={note}>
          <Clock size={16} aria-hidden />
          <span>{note}</span>
        </li>
      ))}
    </ul>
  )
}
