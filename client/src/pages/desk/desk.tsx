import type { ComponentType } from 'react'
import { Navigate, Route, Routes } from 'react-router'
import { paths } from '../../lib/paths.ts'
import { useTimeSettings } from '../../lib/time/settings.ts'
import { Calendar } from './calendar-page.tsx'
import { DeskGate } from './desk-gate.tsx'
import type { DeskTools } from './desk-tools.ts'
import { Hours } from './hours-page.tsx'
import { Profile } from './profile-page.tsx'
import { SessionPage } from './booking-page.tsx'
import { Today } from './today-page.tsx'

export interface DeskProps {
  tools: DeskTools
  /** In place of what does not exist. */
  NotFound: ComponentType
}

/** The expert's own pages, below `/desk`. */
export function Desk({ tools, NotFound }: DeskProps) {
  useTimeSettings()
  return (
    <Routes>
      <Route path="bookings/:id" element={<SessionPage tools={tools} />} />
      <Route path="bookings" element={<Navigate to={paths.deskCalendar} replace />} />
      <Route index element={<DeskGate>{(expert) => <Today expert={expert} />}</DeskGate>} />
      <Route
        path="calendar"
        element={<DeskGate>{(expert) => <Calendar expert={expert} />}</DeskGate>}
      />
      <Route
        path="hours"
        element={<DeskGate>{(expert) => <Hours expert={expert} tools={tools} />}</DeskGate>}
      />
      <Route
        path="profile"
        element={<DeskGate>{(expert) => <Profile expert={expert} tools={tools} />}</DeskGate>}
      />
      <Route path="*" element={<NotFound />} />
    </Routes>
  )
}
