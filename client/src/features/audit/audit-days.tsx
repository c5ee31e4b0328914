import type { AuditEntry } from '@expertconnect/contract/audit/shapes'
import { Link } from 'react-router'
import { dateAt, formatPlainLongDay, formatTime, visitorZone } from '../../lib/time/time.ts'
import { Panel } from '../../ui/display/panel.tsx'
import { auditWords } from './audit-words.ts'
import styles from './audit-days.module.css'

/** Changes, under the days on which they were made. */
export function AuditDays({ entries }: { entries: readonly AuditEntry[] }) {
  return (
    <Panel className={styles.days}>
      {byDay(entries).map(([date, ofDay]) => (
        <section key={date} aria-labelledby={`day-${date}`}>
          <h2 id={`day-${date}`}>{formatPlainLongDay(date)}</h2>
          <ul>
            {ofDay.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ul>
        </section>
      ))}
    </Panel>
  )
}

function Entry({ entry }: { entry: AuditEntry }) {
  const { who, before, after, to } = auditWords(entry)
  const { name } = entry.subject
  return (
    <li className={styles.entry}>
      <time translate="no" dateTime={entry.at}>
        {formatTime(entry.at, visitorZone())}
      </time>
      <div>
        <p>
          <strong>{who}</strong> {before} {to === null ? name : <Link to={to}>{name}</Link>} {after}
        </p>
        {entry.detail !== undefined && <p className={styles.detail}>{entry.detail}</p>}
        {entry.device !== undefined && (
          <p className={styles.detail}>
            {entry.device}, network {entry.network}
          </p>
        )}
      </div>
    </li>
  )
}

function byDay(entries: readonly AuditEntry[]): [date: string, entries: AuditEntry[]][] {
  const days = new Map<string, AuditEntry[]>()
  for (const entry of entries) {
    const date = dateAt(Date.parse(entry.at), visitorZone())
    days.set(date, [...(days.get(date) ?? []), entry])
  }
  return [...days]
}
