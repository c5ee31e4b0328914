import { lazy, Suspense } from 'react'
import { useNavigate, useParams } from 'react-router'
import { saveDraft } from '../../features/book/contact/draft.ts'
import { BookingPage as Page } from './booking-page.tsx'
import { paths } from '../../lib/paths.ts'

const ReschedulePanel = lazy(async () => ({
  default: (await import('../../features/booking/change/reschedule-panel.tsx')).ReschedulePanel,
}))
const CorrectDialog = lazy(async () => ({
  default: (await import('../../features/booking/change/correct-dialog.tsx')).CorrectDialog,
}))

/** A booking's page, with the tools of the booking panel to move and to correct it. */
export function BookingPage() {
  const { id = '' } = useParams()
  const navigate = useNavigate()
  return (
    <Page
      key={id}
      id={id}
      tools={{
        reschedule: ({ booking, send, close }) => (
          <Suspense>
            <ReschedulePanel
              booking={booking}
              onMove={send}
              onClose={close}
              words={{
                title: `Move your session with ${booking.expert.name}`,
                own: 'booked by you',
                send: 'Move to',
                meanwhile: 'Your old time stays yours until the new one is.',
              }}
            />
          </Suspense>
        ),
        correct: ({ booking, send, close }) => (
          <Suspense>
            <CorrectDialog booking={booking} onSave={send} onClose={close} />
          </Suspense>
        ),
      }}
      onBookAgain={({ expert, customer, topic = '' }) => {
        if (customer) {
          saveDraft(expert.slug, { ...customer, phone: customer.phone ?? '', topic })
        }
        void navigate(paths.expert(expert.slug))
      }}
    />
  )
}
