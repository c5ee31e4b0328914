import type { FeedSide } from '@expertconnect/contract/calendars/feed-routes'
import { CalendarSync } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button } from '../../ui/action/button.tsx'

const FeedDialog = lazy(async () => ({ default: (await import('./feed-dialog.tsx')).FeedDialog }))

/** Opens what gets one's sessions into one's own calendar. */
export function FeedButton({ side }: { side: FeedSide }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button icon={<CalendarSync size={18} aria-hidden />} onClick={() => setOpen(true)}>
        In your own calendar
      </Button>
      {open && (
        <Suspense>
          <FeedDialog side={side} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
