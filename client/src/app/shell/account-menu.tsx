import { CircleUserRound } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Skeleton } from '../../ui/feedback/skeleton.tsx'
import { Popover } from './popover.tsx'

// Of few, and of nobody before they open it.
const Content = lazy(async () => ({
  default: (await import('./account-content.tsx')).AccountContent,
}))

/** Of who is signed in. Their address is asked for when the menu opens. */
export function AccountMenu({ className }: { className: string | undefined }) {
  const [open, setOpen] = useState(false)
  return (
    <Popover
      id="account"
      label="Account"
      icon={<CircleUserRound size={22} aria-hidden />}
      className={className}
      onOpen={setOpen}
    >
      {open && (
        <Suspense fallback={<Skeleton width="14rem" height="12rem" />}>
          <Content />
        </Suspense>
      )}
    </Popover>
  )
}
