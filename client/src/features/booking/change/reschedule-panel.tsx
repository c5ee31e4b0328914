import type { Booking, Party } from '@expertconnect/contract/bookings/shapes'
import type { Expert } from '@expertconnect/contract/experts/shapes'
import type { Problem } from '@expertconnect/contract/problem'
import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { formatMoney, priceOf } from '../../../lib/money.ts'
import { formatDayTime } from '../../../lib/time/time.ts'
import { expertQuery } from '../../../server/api/expert-queries.ts'
import { problemOf } from '../../../server/api/problem.ts'
import { Button } from '../../../ui/action/button.tsx'
import { Panel } from '../../../ui/display/panel.tsx'
import { VisuallyHidden } from '../../../ui/display/visually-hidden.tsx'
import { FailedState } from '../../../ui/feedback/failed-state.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { LiveMark } from '../../board/slots/live-mark.tsx'
import { SlotChooser } from '../../board/slots/slot-chooser.tsx'
import { SlotsSkeleton } from '../../board/slots/slots-skeleton.tsx'
import { usePicker } from '../../board/slots/use-picker.ts'
import { LostSlot } from '../../book/hold/lost-slot.tsx'
import type { Wanted } from '../../book/hold/use-hold.ts'
import styles from './reschedule-panel.module.css'

/** A time, and what the expert writes to the customer about it. */
export type OtherTime = Wanted & { note?: string }

export interface ReschedulePanelProps {
  booking: Booking
  /** The customer moves it at once; its expert proposes the time. */
  viewer: Exclude<Party, 'admin'>
  /** Answers why it was refused, or nothing. */
  onMove: (to: OtherTime) => Promise<Problem | null>
  onClose: () => void
}

/** Choosing another time for a booking: the old one stays until the new one is taken, in one step. */
export function ReschedulePanel(props: ReschedulePanelProps) {
  const { booking, viewer, onClose } = props
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
          {words[viewer](booking).title}
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
  const { viewer, onMove } = props
  const { ownLabel, send, meanwhile } = words[viewer](booking)
  const { id, startsAt, minutes, price: agreed } = booking
  // A booking keeps the rate that it was made at, whatever the expert asks for now.
  const expert = useMemo(() => {
    const amount = (agreed.amount * 60) / minutes
    return { ...props.expert, hourlyRate: { ...agreed, amount } }
  }, [props.expert, agreed, minutes])
  // The booking's own record blocks nothing for the one who moves it.
  const own = useMemo(() => ({ id, startsAt, minutes }), [id, startsAt, minutes])
  const isExpert = viewer === 'expert'
  const zones = isExpert && { zone: expert.timeZone }
  const picker = usePicker(expert, { own, minutes, begin: startsAt, ...zones })
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<{ problem: Problem; wanted: Wanted } | null>(null)
  const { selected, zone, calendar } = picker
  const price = formatMoney(priceOf(expert.hourlyRate, picker.minutes))

  async function move(wanted: Wanted) {
    setBusy(true)
    const text = note.trim()
    const problem = await onMove(text === '' ? wanted : { ...wanted, note: text })
    setBusy(false)
    setRefusal(problem && { problem, wanted })
  }

  const free = picker.selectedNow?.state === 'free'
  return (
    <>
      <p className={styles.change} aria-live="polite">
        <s>
          <VisuallyHidden>from </VisuallyHidden>
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
        ownLabel={ownLabel}
        customerZone={isExpert ? booking.timeZone : undefined}
        onSelect={(chosen) => {
          setRefusal(null)
          picker.select(chosen)
        }}
      >
        {refusal && (
          <LostSlot
            {...refusal}
            zone={zone}
            typed={false}
            busy={busy}
            onTake={(next) => void move(next)}
          />
        )}
        {isExpert && (
          <Field
            label={`A message for ${customerOf(booking)}`}
            optional
            multiline
            rows={2}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
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
              ? `${send} ${formatDayTime(selected, zone)}`
              : 'This time has just gone: choose another'}
        </Button>
        <p className={styles.small}>{meanwhile}</p>
      </SlotChooser>
    </>
  )
}

const customerOf = ({ customer }: Booking) => customer?.name ?? 'the customer'

/** What it is called by whoever chooses. */
interface Words {
  readonly title: string
  /** The time as it is now. */
  readonly ownLabel: string
  /** Before the chosen time: `Move to`. */
  readonly send: string
  /** What holds until then. */
  readonly meanwhile: string
}

const words: Readonly<Record<ReschedulePanelProps['viewer'], (booking: Booking) => Words>> = {
  customer: ({ expert }) => ({
    title: `Move your session with ${expert.name}`,
    ownLabel: 'booked by you',
    send: 'Move to',
    meanwhile: 'You keep your old time until the new one is yours.',
  }),
  expert: (booking) => ({
    title: `Propose another time to ${customerOf(booking)}`,
    ownLabel: 'this session',
    send: 'Propose',
    meanwhile: `The session stays where it is until ${customerOf(booking)} accepts. The time you propose is not held in the meantime.`,
  }),
}
