import type { AuditEntry } from '@expertconnect/contract/audit/shapes'
import { pageTitles } from '@expertconnect/contract/pages'
import { useInfiniteQuery } from '@tanstack/react-query'
import { ScrollText } from 'lucide-react'
import { Link } from 'react-router'
import { usePaged } from '../../server/use-paged.ts'
import { dateAt, formatPlainLongDay, formatTime, visitorZone } from '../../lib/time/time.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { Panel } from '../../ui/display/panel.tsx'
import { useTitle } from '../../ui/display/use-title.ts'
import styles from './audit-page.module.css'
import { auditWords } from '../../features/audit/audit-words.ts'
import { PageHead } from '../../ui/list/page-head.tsx'
import { PagedList } from '../../ui/list/paged-list.tsx'
import { auditQuery } from '../../features/audit/queries.ts'

/** Every administrative change, newest first. */
export function AuditPage() {
  useTitle('Audit · Administration')
  const found = usePaged(useInfiniteQuery(auditQuery))
  return (
    <>
      <PageHead
        title={
          <>
            Audit: <em>who did what</em>
          </>
        }
        lead="Every change that an administrator made. It is written with the change itself, and nobody can take it back."
      />
      <PagedList
        list={found}
        what="The audit trail"
        nouns={['change', 'changes']}
        empty={
          <EmptyState icon={<ScrollText size={28} />} title="Nothing has been changed yet">
            Whatever an administrator does shows up here.
          </EmptyState>
        }
      >
        {(entries) => (
          <Panel className={styles.days}>
            {byDay(entries).map(([date, ofDay]) => (
              <section key={date} aria-labelledby={`day-${date}`}>
                <h2 id={`day-${date}`}>{formatPlainLongDay(date)}</h2>
                <ul className={styles.entries}>
                  {ofDay.map((entry) => (
                    <Entry key={entry.id} entry={entry} />
                  ))}
                </ul>
              </section>
            ))}
          </Panel>
        )}
      </PagedList>
    </>
  )
}

function Entry({ entry }: { entry: AuditEntry }) {
  const { who, before, after, to } = auditWords(entry)
  const { name } = entry.subject
  return (
    <li className={styles.entry}>
      <time dateTime={entry.at}>{formatTime(entry.at, visitorZone())}</time>
      <div>
        <p>
          <strong>{who}</strong> {before} {to === null ? name : <Link to={to}>{name}</Link>} {after}
        </p>
        {entry.detail !== undefined && <p className={styles.detail}>{entry.detail}</p>}
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
