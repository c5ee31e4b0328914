import { lazy, Suspense } from 'react'
import { Desk } from './desk.tsx'
import type { DeskTools } from './desk-tools.ts'
import { ExpertCard } from '../../features/directory/expert-card.tsx'
import { ProfileHead } from '../../features/expert/profile-head.tsx'
import { serverNow } from '../../lib/time/server-clock.ts'
import { visitorZone } from '../../lib/time/time.ts'
import { DeskPropose } from './desk-propose.tsx'

const NotFoundPage = lazy(async () => ({
  default: (await import('../visitor/not-found-page.tsx')).NotFoundPage,
}))
const ZonePicker = lazy(async () => ({
  default: (await import('../../features/board/zone/zone-picker.tsx')).ZonePicker,
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
