import type { Booking } from '@expertconnect/contract/bookings/shapes'
import type { Expert } from '@expertconnect/contract/experts/shapes'
import type { Problem } from '@expertconnect/contract/problem'
import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { problemOf } from '../../api/problem.ts'
import { expertQuery } from '../../api/queries.ts'
import { formatMoney, priceOf } from '../../money.ts'
import { formatDayTime } from '../../time.ts'
import { Button } from '../../ui/button.tsx'
import { FailedState } from '../../ui/failed-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { LiveMark } from './live-mark.tsx'
import { LostSlot } from './lost-slot.tsx'
import styles from './reschedule-panel.module.css'
import { SlotChooser } from './slot-chooser.tsx'
import { SlotsSkeleton } from './slots-skeleton.tsx'
import type { Wanted } from './use-hold.ts'
import { usePicker } from './use-picker.ts'

/** What it is called by whoever chooses. */
export interface MoveWords {
  readonly title: string
  /** The time as it is now. */
  readonly own: string
  /** Before the chosen time: `Move to`. */
  readonly send: string
  /** What holds until then. */
  readonly meanwhile: string
}

export interface ReschedulePanelProps {
  booking: Booking
  /** Answers why it was refused, or nothing. */
  onMove: (to: Wanted) => Promise<Problem | null>
  onClose: () => void
  words: MoveWords
  /** Between the times and the button. */
  children?: ReactNode
}

/** Choosing another time for a booking: the old one stays until the new one is taken, in one step. */
export function ReschedulePanel(props: ReschedulePanelProps) {
  const { booking, onClose, words } = props
  const expert = useQuery(expertQuery(booking.expert.slug))
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <Panel as="section" padding="l" className={styles.panel} aria-labelledby="move">
      <div>
        <Button
          variant="plain"
          size="s"
          className={styles.back}
          icon={<ArrowLeft size={18} aria-hidden />}
          onClick={onClose}
        >
          Leave it as it is
        </Button>
        <h1 id="move" ref={heading} tabIndex={-1}>
          {words.title}
        </h1>
      </div>
      {expert.data ? (
        <Chooser {...props} expert={expert.data} />
      ) : expert.isError ? (
        <FailedState
          title="The free times could not be loaded"
          detail={problemOf(expert.error).detail}
          onRetry={() => void expert.refetch()}
          retrying={expert.isFetching}
        />
      ) : (
        <SlotsSkeleton />
      )}
    </Panel>
  )
}

function Chooser({ booking, ...props }: ReschedulePanelProps & { expert: Expert }) {
  const { onMove, words, children } = props
  const { id, startsAt, minutes, price: agreed } = booking
  // A booking keeps the rate that it was made at, whatever the expert asks for now.
  const expert = useMemo(() => {
    const amount = (agreed.amount * 60) / minutes
    return { ...props.expert, hourlyRate: { ...agreed, amount } }
  }, [props.expert, agreed, minutes])
  // The booking's own record blocks nothing for the one who moves it.
  const own = useMemo(() => ({ id, startsAt, minutes }), [id, startsAt, minutes])
  const picker = usePicker(expert, { own, minutes, begin: startsAt })
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<{ problem: Problem; wanted: Wanted } | null>(null)
  const { selected, zone, calendar } = picker
  const price = formatMoney(priceOf(expert.hourlyRate, picker.minutes))

  async function move(wanted: Wanted) {
    setBusy(true)
    const problem = await onMove(wanted)
    setBusy(false)
    setRefusal(problem && { problem, wanted })
  }

  const free = picker.selectedNow?.state === 'free'
  return (
    <>
      <p className={styles.change} aria-live="polite">
        <s>
          <span className={styles.hidden}>from </span>
          {formatDayTime(startsAt, zone)}
        </s>
        <ArrowRight size={18} aria-hidden />
        <strong>
          {selected === null ? 'choose a new time' : formatDayTime(selected, zone)}
          {picker.minutes !== minutes && ` · ${picker.minutes} min, ${price}`}
        </strong>
        <LiveMark live={calendar.board.live} polling={calendar.board.polling} />
      </p>
      <SlotChooser
        picker={picker}
        ownLabel={words.own}
        onSelect={(chosen) => {
          setRefusal(null)
          picker.select(chosen)
        }}
      />
      {refusal && (
        <LostSlot
          {...refusal}
          zone={zone}
          typed={false}
          busy={busy}
          onTake={(next) => void move(next)}
        />
      )}
      {children}
      <Button
        variant="primary"
        size="l"
        block
        busy={busy}
        disabled={!free}
        onClick={() =>
          selected !== null && void move({ startsAt: selected, minutes: picker.minutes })
        }
      >
        {selected === null
          ? 'Choose a new time'
          : free
            ? `${words.send} ${formatDayTime(selected, zone)}`
            : 'This time has just gone: choose another'}
      </Button>
      <p className={styles.small}>{words.meanwhile}</p>
    </>
  )
}
