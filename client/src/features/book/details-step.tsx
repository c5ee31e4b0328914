import type { BookingInput } from '@expertconnect/contract/bookings/shapes'
import { startRefusals } from '@expertconnect/contract/bookings/start-refusals'
import type { CallAnswer } from '@expertconnect/contract/endpoints'
import type { Expert } from '@expertconnect/contract/experts/shapes'
import type { Problem } from '@expertconnect/contract/problem'
import type { ProblemCode } from '@expertconnect/contract/problems'
import { ArrowLeft } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { priceOf } from '../../lib/money.ts'
import { paths } from '../../lib/paths.ts'
import { call } from '../../server/api/client.ts'
import { createIntention } from '../../server/api/intention.ts'
import { problemOf } from '../../server/api/problem.ts'
import { withWork } from '../../server/api/work.ts'
import { Button } from '../../ui/action/button.tsx'
import { showFromTop } from '../../ui/display/show-from-top.ts'
import styles from './details-step.module.css'
import {
  customerOf,
  type Draft,
  isContactRemembered,
  rememberContact,
  useOwnAddress,
} from './contact/draft.ts'
import { spanOf } from '../board/slots/use-picker.ts'
import { recordsQuery } from '../board/feed/board-records.ts'
import { HoldBar } from './hold/hold-bar.tsx'
import { HoldEnded } from './hold/hold-ended.tsx'
import { LazyContactForm } from './contact/lazy-form.ts'
import { LostSlot } from './hold/lost-slot.tsx'
import { type OwnBooking, OverlapWarning } from './overlap-warning.tsx'
import { SendProblem } from './contact/send-problem.tsx'
import { Summary } from './summary.tsx'
import { useOverlaps } from './use-overlaps.ts'
import type { HoldControl, Wanted } from './hold/use-hold.ts'

const ProofStep = lazy(async () => ({
  default: (await import('./proof/proof-step.tsx')).ProofStep,
}))

export type Created = CallAnswer<'createBooking'>

export interface DetailsStepProps {
  expert: Expert
  wanted: Wanted
  zone: string
  hold: HoldControl
  draft: Draft
  overlaps: readonly OwnBooking[]
  onDraft: (part: Partial<Draft>) => void
  onBack: () => void
  /** Holds this or another slot and stays here. */
  onTake: (wanted: Wanted) => void
  onBooked: (created: Created) => void
}

/**
 * The form, while the slot is kept. What is typed belongs to the panel, so nothing that happens here loses it. It
 * shows when all of it is there: Tab from the heading must not pass by fields that are still on their way.
 */
export function DetailsStep(props: DetailsStepProps) {
  const { expert, wanted, zone, hold, draft, onDraft, onBack, onTake, onBooked } = props
  // The booking that the hold has just become is the same record: until the page changes it would overlap itself.
  const overlaps = useOverlaps(spanOf(wanted.startsAt, wanted.minutes), props.overlaps).filter(
    ({ id }) => id !== hold.last?.hold.id,
  )
  const submit = useSubmit()
  const kept = submit.problem?.kept
  const { data: records } = useQuery(recordsQuery(expert.id))
  const keptNow = kept && records?.known.get(kept.id)?.occupied?.state
  const price =
    submit.problem?.price ?? hold.held?.hold.price ?? priceOf(expert.hourlyRate, wanted.minutes)
  const [remember, setRemember] = useState(isContactRemembered)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const { current } = heading
    current?.focus({ preventScroll: true })
    const panel = current?.closest('section')
    if (panel) showFromTop(panel)
  }, [])
  useOwnAddress(expert.slug, onDraft)

  async function send() {
    // Sent before the answer, it would compete with this visitor's own hold on its way.
    if (submit.sending || hold.asking) return
    rememberContact(remember ? draft : null)
    hold.clearRefusal()
    const answer = await submit.send({
      expertId: expert.id,
      ...wanted,
      // Also one that has run out: with it, a repeated attempt is word for word the same.
      ...(hold.last?.startsAt === wanted.startsAt && { hold: tokenOf(hold.last.hold) }),
      ...customerOf(draft),
      price,
      timeZone: zone,
    })
    if ('booking' in answer) onBooked(answer)
    // The mail is read in another tab or program: leaving this one must not give the time back.
    else if (answer.kept) hold.keep()
  }

  function take(next: Wanted) {
    submit.clear()
    onTake(next)
  }

  if (kept) {
    return (
      <ProofStep
        kept={kept}
        email={draft.email.trim()}
        startsAt={wanted.startsAt}
        zone={zone}
        booked={keptNow === 'booked'}
        onBooked={onBooked}
        onBack={submit.clear}
      />
    )
  }
  const refusal = hold.refusal ?? (submit.problem && { problem: submit.problem, wanted })
  const lost = refusal && aboutTheSlot.has(refusal.problem.code) ? refusal : null
  // After a reload of the form there was no hold in this page's life at all.
  const ended = hold.held === null ? (hold.ended ?? (hold.asking ? null : 'left')) : null
  return (
    <div className={styles.step}>
      <div>
        <Button
          variant="plain"
          size="s"
          className={styles.back}
          icon={<ArrowLeft size={18} aria-hidden />}
          onClick={onBack}
        >
          Back to the times
        </Button>
        <h2 ref={heading} tabIndex={-1}>
          Your details
        </h2>
      </div>
      {hold.expiresAt !== null && !lost && (
        <HoldBar hold={hold} wanted={wanted} expiresAt={hold.expiresAt} zone={zone} />
      )}
      {ended !== null && !lost && (
        <HoldEnded
          why={ended}
          wanted={wanted}
          zone={zone}
          busy={hold.asking}
          onAgain={() => take(wanted)}
        />
      )}
      {lost && <LostSlot {...lost} zone={zone} typed busy={hold.asking} onTake={take} />}
      {hold.refusal && !lost && <SendProblem problem={hold.refusal.problem} />}
      <Summary expert={expert} wanted={wanted} price={price} zone={zone} />
      <LazyContactForm
        draft={draft}
        expertName={expert.name}
        problem={submit.problem}
        onDraft={onDraft}
        onSend={() => void send()}
      >
        <label className={styles.remember}>
          <input
            type="checkbox"
            checked={remember}
            onChange={(event) => setRemember(event.target.checked)}
          />
          <span>Remember my name and e-mail on this device</span>
        </label>
        {overlaps.length > 0 && <OverlapWarning overlaps={overlaps} zone={zone} />}
        {submit.problem && !lost && <SendProblem problem={submit.problem} />}
        <Button type="submit" variant="primary" size="l" block busy={submit.sending || hold.asking}>
          {overlaps.length > 0 ? 'Book anyway' : 'Confirm booking'}
        </Button>
      </LazyContactForm>
      <p className={styles.small}>
        Only {expert.name} and you can see these details.{' '}
        <Link to={paths.privacy}>What is stored</Link>
      </p>
    </div>
  )
}

interface Submit {
  /** Also when it is booked: the page of the booking is on its way, and there is nothing to send any more. */
  readonly sending: boolean
  readonly problem: Problem | null
  readonly send: (body: BookingInput) => Promise<Created | Problem>
  readonly clear: () => void
}

/** Sends the booking: a retry of the same one can't book twice, and whatever was changed makes it another one. */
function useSubmit(): Submit {
  const [sendOnce] = useState(createIntention)
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  return {
    sending,
    problem,
    clear: () => setProblem(null),
    send: async (body) => {
      setSending(true)
      setProblem(null)
      try {
        return await sendOnce(body, (key) =>
          withWork(body, (sent) => call('createBooking', { body: sent }, { key })),
        )
      } catch (error) {
        const refusal = problemOf(error)
        setProblem(refusal)
        setSending(false)
        return refusal
      }
    },
  }
}

function tokenOf({ id, token }: { id: string; token: string }) {
  return { id, token }
}

const aboutTheSlot: ReadonlySet<ProblemCode> = new Set(startRefusals)
