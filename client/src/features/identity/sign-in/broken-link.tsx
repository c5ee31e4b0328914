import { LinkIcon } from 'lucide-react'
import { Button } from '../../../ui/action/button.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'

/** Part of it was lost on the way. */
export function BrokenLink({ onLeave }: { onLeave: () => void }) {
  return (
    <EmptyState
      level={1}
      icon={<LinkIcon size={28} />}
      title="This link is not complete"
      action={
        <Button variant="primary" onClick={onLeave}>
          Sign in with a code
        </Button>
      }
    >
      Copy the whole link from the e-mail again, or use the code in the same e-mail.
    </EmptyState>
  )
}
