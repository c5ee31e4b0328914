import type { Slot } from '@expertconnect/contract/boards/shapes'
import type { Problem } from '@expertconnect/contract/problem'
import { HeartCrack, TriangleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { formatDayTime } from '../../../lib/time/time.ts'
import { paths } from '../../../lib/paths.ts'
import { LinkButton } from '../../../ui/action/link-button.tsx'
import { Notice } from '../../../ui/feedback/notice.tsx'
import styles from './lost-slot.module.css'
import type { Wanted } from './use-hold.ts'

export interface LostSlotProps {
  problem: Problem
  wanted: Wanted
  zone: string
  /** Something was typed already, and it is kept. */
  typed: boolean
  busy: boolean
  onTake: (wanted: Wanted) => void
}

/**
 * The slot went to someone else, or cannot be had: whose fault that is not, and the nearest ones, each held with one
 * press. The focus comes here, because this is the answer to what was pressed.
 */
export function LostSlot({ problem, wanted, zone, typed, busy, onTake }: LostSlotProps) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [problem])
  const lost = problem.code === 'slot_taken'
  const alternatives = problem.alternatives ?? []
  const Icon = lost ? HeartCrack : TriangleAlert
  return (
    <Notice
      ref={title}
      role="alert"
      level={3}
      icon={<Icon size={20} />}
      title={lost ? 'Someone was faster' : problem.title}
    >
      <p>
        {lost
          ? `${formatDayTime(wanted.startsAt, zone)} has just gone to someone else.`
          : (problem.detail ?? wayOut(problem))}
        {typed && ' Everything you typed is still here.'}
      </p>
      {problem.code === 'proof_needed' && (
        <div>
          <LinkButton size="s" variant="primary" to={paths.signIn(location.pathname)}>
            Sign in
          </LinkButton>
        </div>
      )}
      {alternatives.length > 0 && (
        <>
          <p>The nearest free times. Press one to hold it:</p>
          <ul className={styles.alternatives}>
            {alternatives.map((slot) => (
              <li key={slot.startsAt}>
                <Alternative slot={slot} zone={zone} busy={busy} onTake={onTake} wanted={wanted} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  )
}

function wayOut({ code }: Problem): string {
  if (code === 'paused') return 'Their times will be back here as soon as they take bookings again.'
  if (code === 'not_welcome') return 'Nothing is kept for you here.'
  return 'Please choose another time.'
}

interface AlternativeProps extends Pick<LostSlotProps, 'zone' | 'busy' | 'onTake' | 'wanted'> {
  slot: Slot
}

function Alternative({ slot, zone, busy, onTake, wanted }: AlternativeProps) {
  return (
    <button
      type="button"
      className={styles.alternative}
      aria-disabled={busy}
      onClick={() => !busy && onTake({ startsAt: slot.startsAt, minutes: wanted.minutes })}
    >
      {formatDayTime(slot.startsAt, zone)}
    </button>
  )
}
