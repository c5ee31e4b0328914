import { lazy } from 'react'
import { Navigate, Route, Routes } from 'react-router'
import { paths } from '../../lib/paths.ts'
import { useTimeSettings } from '../../lib/time/settings.ts'
import { BlockedPage } from './blocked-page.tsx'
import { DeskBookingPage } from './booking-page.tsx'
import { BusyPage } from './busy-page.tsx'
import { CalendarPage } from './calendar-page.tsx'
import { DeskGate } from './desk-gate.tsx'
import { HoursPage } from './hours-page.tsx'
import { MailsPage } from './mails-page.tsx'
import { NumbersPage } from './numbers-page.tsx'
import { ProfilePage } from './profile-page.tsx'
import { ReviewsPage } from './reviews-page.tsx'
import { TodayPage } from './today-page.tsx'

const NotFoundPage = lazy(async () => ({
  default: (await import('../visitor/not-found-page.tsx')).NotFoundPage,
}))

/** The expert's own pages, below `/desk`. */
export function DeskPage() {
  useTimeSettings()
  return (
    <Routes>
      <Route path="bookings/:id" element={<DeskBookingPage />} />
      <Route path="bookings" element={<Navigate to={paths.deskCalendar} replace />} />
      <Route index element={<DeskGate>{(expert) => <TodayPage expert={expert} />}</DeskGate>} />
      <Route
        path="calendar"
        element={<DeskGate>{(expert) => <CalendarPage expert={expert} />}</DeskGate>}
      />
      <Route
        path="busy"
        element={<DeskGate>{(expert) => <BusyPage expert={expert} />}</DeskGate>}
      />
      <Route
        path="hours"
        element={<DeskGate>{(expert) => <HoursPage expert={expert} />}</DeskGate>}
      />
      <Route
        path="profile"
        element={<DeskGate>{(expert) => <ProfilePage expert={expert} />}</DeskGate>}
      />
      <Route
        path="mails"
        element={<DeskGate>{(expert) => <MailsPage expert={expert} />}</DeskGate>}
      />
      <Route
        path="reviews"
        element={<DeskGate>{(expert) => <ReviewsPage expert={expert} />}</DeskGate>}
      />
      <Route path="numbers" element={<DeskGate>{() => <NumbersPage />}</DeskGate>} />
      <Route
        path="blocked"
        element={<DeskGate>{(expert) => <BlockedPage expert={expert} />}</DeskGate>}
      />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  )
}
