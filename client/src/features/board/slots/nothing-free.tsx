import { CalendarX } from 'lucide-react'
import { paths } from '../../../lib/paths.ts'
import { formatPlainDay } from '../../../lib/time/time.ts'
import { Button } from '../../../ui/action/button.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { LinkButton } from '../../../ui/action/link-button.tsx'

export interface NothingFreeProps {
  until: string
  minutes: number
  others: readonly number[]
  onLength: (minutes: number) => void
}

/** Everything up to the horizon is taken: says so, and offers the ways out. */
export function NothingFree({ until, minutes, others, onLength }: NothingFreeProps) {
  const [other] = others
  return (
    <EmptyState
      level={3}
      icon={<CalendarX size={28} />}
      title="No free times at the moment"
      action={
        <>
          {other !== undefined && (
            <Button onClick={() => onLength(other)}>Try {other} minutes</Button>
          )}
          <LinkButton to={paths.experts}>Other experts</LinkButton>
        </>
      }
    >
      Every {minutes}-minute session up to {formatPlainDay(until)} is taken. This page is live: a
      time that becomes free appears here straight away.
    </EmptyState>
  )
}
