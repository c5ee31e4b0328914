import { lazy, Suspense } from 'react'
import { Desk } from '../features/desk/desk.tsx'
import type { DeskTools } from '../features/desk/desk-tools.ts'
import { ExpertCard } from '../features/directory/expert-card.tsx'
import { ProfileHead } from '../features/expert/profile-head.tsx'
import { serverNow } from '../api/server-clock.ts'
import { visitorZone } from '../time.ts'
import { DeskPropose } from './desk-propose.tsx'

const NotFoundPage = lazy(async () => ({
  default: (await import('../features/not-found/not-found-page.tsx')).NotFoundPage,
}))
const ZonePicker = lazy(async () => ({
  default: (await import('../features/booking/zone-picker.tsx')).ZonePicker,
}))

const tools: DeskTools = {
  propose: ({ booking, send, close }) => (
    <DeskPropose booking={booking} onPropose={send} onClose={close} />
  ),
  zonePicker: (tool) => (
    <Suspense>
      <ZonePicker {...tool} />
    </Suspense>
  ),
  // Names of their own: nothing travels between a preview and the page.
  card: (expert) => (
    <ExpertCard
      expert={{ ...expert, slug: `${expert.slug}-card` }}
      zone={visitorZone()}
      now={serverNow()}
      eager
    />
  ),
  head: (expert) => <ProfileHead expert={{ ...expert, slug: `${expert.slug}-head` }} />,
}

/** The desk of an expert, with what it borrows of the pages that visitors see. */
export function DeskPage() {
  return <Desk tools={tools} NotFound={NotFoundPage} />
}
