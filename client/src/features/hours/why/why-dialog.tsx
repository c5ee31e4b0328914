import type { DeskExpert } from '@expertconnect/contract/experts/shapes'
import { useQuery } from '@tanstack/react-query'
import { CircleCheck, CircleSlash } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { problemOf } from '../../../server/api/problem.ts'
import { serverNow } from '../../../lib/time/server-clock.ts'
import { dateAt, formatDay, formatSpan } from '../../../lib/time/time.ts'
import { Button } from '../../../ui/action/button.tsx'
import { cx } from '../../../ui/style/cx.ts'
import { Dialog } from '../../../ui/dialog/dialog.tsx'
import { DateField } from '../../../ui/calendar/date-field.tsx'
import { TimeField } from '../../../ui/calendar/time-input.tsx'
import { LinkButton } from '../../../ui/action/link-button.tsx'
import { Select } from '../../../ui/form/select.tsx'
import { Skeleton } from '../../../ui/feedback/skeleton.tsx'
import { clockOf, minutesOf } from '../draft/clock.ts'
import { whyQuery } from '../queries.ts'
import { sayVerdict } from './verdict.ts'
import { instantAt } from '../draft/week.ts'
import styles from './why-dialog.module.css'

/** A wall-clock time in the expert's zone; a time that is pressed is asked about at once. */
export interface Asked {
  readonly date?: string
  readonly minutes?: number
}

export interface WhyDialogProps {
  expert: DeskExpert
  asked: Asked
  onClose: () => void
}

/** Names the rule that stands against a time. */
export function WhyDialog({ expert, asked, onClose }: WhyDialogProps) {
  const zone = expert.timeZone
  const lengths = expert.sessionLengths
  const [date, setDate] = useState(asked.date ?? dateAt(serverNow(), zone))
  const [clock, setClock] = useState(clockOf(asked.minutes ?? 9 * 60))
  const [length, setLength] = useState(Math.min(...lengths))
  const start = startOf(date, clock, zone)
  const [about, setAbout] = useState(asked.minutes === undefined ? null : start)

  function ask(event: FormEvent) {
    event.preventDefault()
    setAbout(start)
  }

  return (
    <Dialog open title="Why is this time not bookable?" onClose={onClose}>
      <form className={styles.form} onSubmit={ask}>
        <DateField
          label="Date"
          required
          today={dateAt(serverNow(), zone)}
          value={date}
          onChange={setDate}
        />
        <TimeField label="Time" required value={clock} onChange={setClock} />
        <Select
          label="Length"
          options={lengths.map((each) => ({ value: String(each), label: `${each} min` }))}
          value={String(length)}
          onChange={(chosen) => setLength(Number(chosen))}
        />
        <Button type="submit" variant="primary" disabled={start === null}>
          Tell me why
        </Button>
      </form>
      <div aria-live="polite" className={styles.place}>
        {about === null ? (
          <p className={styles.hint}>Choose one of your times to see it as visitors do.</p>
        ) : (
          <Answer startsAt={about} minutes={length} zone={zone} />
        )}
      </div>
    </Dialog>
  )
}

function startOf(date: string, clock: string, zone: string): string | null {
  const minutes = minutesOf(clock)
  if (minutes === null || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return null
  return instantAt(date, minutes, zone)
}

interface AnswerProps {
  startsAt: string
  minutes: number
  zone: string
}

function Answer({ startsAt, minutes, zone }: AnswerProps) {
  const why = useQuery(whyQuery(startsAt, minutes))
  if (why.isError) {
    const { title, detail } = problemOf(why.error)
    return (
      <div className={styles.answer} role="alert">
        <p>We couldn’t find out. {detail ?? title}</p>
        <Button size="s" busy={why.isFetching} onClick={() => void why.refetch()}>
          Try again
        </Button>
      </div>
    )
  }
  if (!why.data) return <Skeleton height="7rem" radius={16} />
  const { title, way } = sayVerdict(why.data)
  const free = why.data.verdict === 'bookable'
  return (
    <div className={cx(styles.answer, free && styles.free)}>
      <p className={styles.when}>
        {formatDay(startsAt, zone)}, {formatSpan(why.data.startsAt, why.data.endsAt, zone)}
      </p>
      <p className={styles.verdict}>
        {free ? <CircleCheck size={20} aria-hidden /> : <CircleSlash size={20} aria-hidden />}
        {title}
      </p>
      <p>{why.data.detail}</p>
      {way && (
        <LinkButton size="s" to={way.to}>
          {way.label}
        </LinkButton>
      )}
    </div>
  )
}
