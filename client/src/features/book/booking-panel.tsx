import type { Expert } from '@expertconnect/contract/experts/shapes'
import { lazy, Suspense, useEffect, useEffectEvent, useMemo, useRef, type RefObject } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { dateAt, visitorZone } from '../../lib/time/time.ts'
import { Panel } from '../../ui/display/panel.tsx'
import { type Draft, dropDraft, useDraft } from './contact/draft.ts'
import { loadContactForm } from './contact/lazy-form.ts'
import type { OwnBooking } from './overlap-warning.tsx'
import styles from './booking-panel.module.css'
import { SlotsStep } from './slots-step.tsx'
import { SlotsSkeleton } from '../board/slots/slots-skeleton.tsx'
import { type HoldControl, useHold, type Wanted } from './hold/use-hold.ts'
import type { OwnHold } from './hold/own-holds.ts'
import { spanOf, usePicker } from '../board/slots/use-picker.ts'
import type { Created } from './details-step.tsx'

const loadDetails = () => import('./details-step.tsx')
const DetailsStep = lazy(async () => ({ default: (await loadDetails()).DetailsStep }))

export interface BookingPanelProps {
  expert: Expert
  /** The bookings of this browser that overlap a span. */
  overlapping: (span: { startsAt: string; endsAt: string }) => readonly OwnBooking[]
  onBooked: (created: Created) => void
}

/** Choosing a slot, holding it, and the form: two steps of one panel. What is typed lives above both. */
export function BookingPanel({ expert, overlapping, onBooked }: BookingPanelProps) {
  const step = useDetailsStep()
  const hold = useHold(expert)
  const { wanted } = step
  const address = useDayInAddress()
  const elsewhere = useMemo(
    () => new Set(hold.elsewhere.map((own) => own.hold.id)),
    [hold.elsewhere],
  )
  const picker = usePicker(expert, {
    own: hold.own,
    elsewhere,
    begin: wanted?.startsAt,
    day: address.day,
    minutes: wanted?.minutes,
    chosen: wanted?.startsAt ?? address.at,
  })
  const [draft, changeDraft] = useDraft(expert.slug)
  const panel = useRef<HTMLDivElement>(null)
  useStepChange(step, hold, panel)
  useDayChange(picker.calendar.date, address.change)

  function show(wanted: Wanted, then: (wanted: Wanted) => void) {
    picker.changeMinutes(wanted.minutes)
    picker.select(wanted.startsAt)
    picker.calendar.showInstant(wanted.startsAt)
    then(wanted)
  }

  function takeOver(own: OwnHold, then: (wanted: Wanted) => void) {
    const wanted = { startsAt: own.hold.startsAt, minutes: own.minutes }
    hold.takeOver(own, () => show(wanted, then))
  }

  async function take(wanted: Wanted, then: (wanted: Wanted) => void) {
    const own = hold.elsewhere.find(
      ({ minutes, hold: { startsAt } }) =>
        startsAt === wanted.startsAt && minutes === wanted.minutes,
    )
    if (own) return takeOver(own, then)
    // On its way while the slot is being held. If that fails, showing it will say so.
    void Promise.all([loadDetails(), loadContactForm()]).catch(() => undefined)
    const refusal = await hold.take(wanted, () => show(wanted, then))
    // Gone: what is chosen next is another one. With the line down, it is worth another try.
    if (refusal?.status === 409) picker.select(null)
  }

  // The page gave the slot back when it went away; who has only loaded it anew never meant to.
  const takeAgain = useEffectEvent(() => {
    if (wasReloaded() && wanted) void take(wanted, step.replace)
  })
  useEffect(() => takeAgain(), [])

  function booked(created: Created) {
    hold.keep()
    dropDraft(expert.slug)
    onBooked(created)
  }

  return (
    <Panel
      as="section"
      aria-label={`Book a session with ${expert.name}`}
      ref={panel}
      id="book"
      className={styles.panel}
    >
      {wanted === null ? (
        <SlotsStep
          picker={picker}
          hold={hold}
          typed={hasText(draft)}
          onTake={(chosen) => void take(chosen, step.open)}
          onTakeOver={(own) => takeOver(own, step.open)}
        />
      ) : (
        <Suspense fallback={<SlotsSkeleton />}>
          <DetailsStep
            expert={expert}
            wanted={wanted}
            zone={picker.zone}
            hold={hold}
            draft={draft}
            overlaps={overlapping(spanOf(wanted.startsAt, wanted.minutes))}
            onDraft={changeDraft}
            onBack={step.close}
            onTake={(chosen) => void take(chosen, step.replace)}
            onBooked={booked}
          />
        </Suspense>
      )}
    </Panel>
  )
}

interface Step {
  /** The slot whose form is open; nothing while slots are chosen. */
  readonly wanted: Wanted | null
  readonly open: (wanted: Wanted) => void
  readonly replace: (wanted: Wanted) => void
  readonly close: () => void
}

/** The form is an entry of the browser's history, so that Back returns to the slots. */
function useDetailsStep(): Step {
  const { pathname, search, hash, state } = useLocation()
  const navigate = useNavigate()
  const here = { pathname, search, hash }
  return {
    wanted: wantedIn(state),
    open: (wanted) => void navigate(here, { state: { details: wanted } }),
    replace: (wanted) => void navigate(here, { state: { details: wanted }, replace: true }),
    close: () => {
      const index = (history.state as { idx?: number } | null)?.idx ?? 0
      // Opened by Back from elsewhere, the slots may not lie behind this entry.
      if (index > 0) void navigate(-1)
      else void navigate(here, { state: null, replace: true })
    },
  }
}

interface DayInAddress {
  readonly day: string | undefined
  /** A start that was chosen on another page. */
  readonly at: string | undefined
  readonly change: (day: string) => void
}

/** The day that is looked at stands in the address, for a reload and for whoever is sent it. */
function useDayInAddress(): DayInAddress {
  const { search, state } = useLocation()
  const navigate = useNavigate()
  const params = new URLSearchParams(search)
  const at = instantIn(params.get('at'))
  return {
    day:
      at === undefined ? (params.get('day') ?? undefined) : dateAt(Date.parse(at), visitorZone()),
    at,
    change: (day) => {
      params.delete('at')
      params.set('day', day)
      void navigate({ search: params.toString() }, { replace: true, state })
    },
  }
}

/** Anybody may have typed it: what is no instant counts as not given, and one that cannot be booked is said to be gone. */
function instantIn(text: string | null): string | undefined {
  return text !== null &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z$/.test(text) &&
    !Number.isNaN(Date.parse(text))
    ? text
    : undefined
}

/** Tells the day each time that another one is shown; the first is the calendar's own choice. */
function useDayChange(date: string | null, tell: (date: string) => void) {
  const shown = useRef<string | null>(null)
  const change = useEffectEvent(tell)
  useEffect(() => {
    const before = shown.current
    if (date === null || date === before) return
    shown.current = date
    if (before !== null) change(date)
  }, [date])
}

let isFirst = true

/** Once: whether this document was loaded again, and nothing has been shown since. */
function wasReloaded(): boolean {
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  const was = isFirst && page?.type === 'reload'
  isFirst = false
  return was
}

function wantedIn(state: unknown): Wanted | null {
  const details = (state as { details?: Partial<Wanted> } | null)?.details
  if (typeof details?.startsAt !== 'string' || typeof details.minutes !== 'number') return null
  return { startsAt: details.startsAt, minutes: details.minutes }
}

/** Leaving the form gives the slot back, and the focus goes to where it came from. */
function useStepChange(step: Step, hold: HoldControl, panel: RefObject<HTMLElement | null>) {
  const open = step.wanted !== null
  const before = useRef(open)
  useEffect(() => {
    // Also a hold whose form was left before it showed.
    if (!open && (before.current || hold.held)) hold.release()
    if (before.current === open) return
    before.current = open
    const { current } = panel
    // The form comes into sight when it is there.
    if (!open) {
      current
        ?.querySelector<HTMLElement>('[data-slot][tabindex="0"]')
        ?.focus({ preventScroll: true })
    }
  })
}

function hasText({ topic, phone, name, email }: Draft): boolean {
  return [topic, phone, name, email].some((text) => text !== '')
}
