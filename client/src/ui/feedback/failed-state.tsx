import { RotateCw, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../action/button.tsx'
import { EmptyState } from './empty-state.tsx'

export interface FailedStateProps {
  /** What could not be done: "The experts could not be loaded". */
  title: string
  /** The problem's own words, if they help. */
  detail?: string | undefined
  onRetry?: (() => void) | undefined
  retrying?: boolean
  /** A second way out, beside Retry. */
  action?: ReactNode
  level?: 1 | 2 | 3
}

/** Says what failed and offers to try again. Spoken at once: something that was waited for did not come. */
export function FailedState(props: FailedStateProps) {
  const { title, detail, onRetry, retrying = false, action, level = 2 } = props
  const retry = onRetry && (
    <Button
      variant="primary"
      icon={<RotateCw size={18} aria-hidden />}
      busy={retrying}
      onClick={onRetry}
    >
      Try again
    </Button>
  )
  return (
    <div role="alert">
      <EmptyState
        level={level}
        icon={<TriangleAlert size={28} />}
        title={title}
        action={
          <>
            {retry}
            {action}
          </>
        }
      >
        {detail}
      </EmptyState>
    </div>
  )
}
