import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import {
  Ban,
  CalendarDays,
  ChartColumn,
  Flag,
  Inbox,
  Mail,
  Scale,
  ScrollText,
  Shapes,
  ShieldCheck,
  Star,
  UsersRound,
  type LucideIcon,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
import { applicationsQuery } from '../../features/application/queries.ts'
import { reportsQuery } from '../../features/blocking/queries.ts'
import { disputesQuery } from '../../features/dispute/queries.ts'
import { CallNotice } from '../../features/hosting/call-notice.tsx'
import { RulesNotice } from '../../features/hosting/rules-notice.tsx'
import { PasskeyNotice } from '../../features/identity/passkeys/passkey-notice.tsx'
import { adminReviewsQuery } from '../../features/review/queries.ts'
import { mailStateQuery } from '../../features/message/queries.ts'
import { paths } from '../../lib/paths.ts'
import { useCurrentInView } from '../../ui/display/use-current-in-view.ts'
import { VisuallyHidden } from '../../ui/display/visually-hidden.tsx'
import styles from './admin-frame.module.css'

/** What stands around every page of administration. On phones the navigation is a row of tabs that is swept. */
export function AdminFrame({ children }: { children: ReactNode }) {
  const waiting = countOf(useInfiniteQuery(applicationsQuery('waiting')).data)
  const reported = countOf(useInfiniteQuery(reportsQuery('open')).data)
  const reviewed = countOf(useInfiniteQuery(adminReviewsQuery('reported')).data)
  const disputed = countOf(useInfiniteQuery(disputesQuery('open')).data)
  const failed = useQuery(mailStateQuery).data?.failed || ''
  const nav = useCurrentInView<HTMLElement>()
  return (
    <div className={styles.frame}>
      <nav ref={nav} aria-label="Administration" className={styles.nav}>
        <p className={styles.title} aria-hidden>
          Administration
        </p>
        <ul className={`glass ${styles.links}`}>
          <Page to={paths.admin} icon={UsersRound} end>
            Experts
          </Page>
          <Page to={paths.adminApplications} icon={Inbox}>
            Applications
            <Count count={waiting} of="waiting" />
          </Page>
          <Page to={paths.adminBookings} icon={CalendarDays}>
            Bookings
          </Page>
          <Page to={paths.adminNumbers} icon={ChartColumn}>
            Numbers
          </Page>
          <Page to={paths.adminReports} icon={Flag}>
            Reports
            <Count count={reported} of="open" />
          </Page>
          <Page to={paths.adminDisputes} icon={Scale}>
            Disputes
            <Count count={disputed} of="open" />
          </Page>
          <Page to={paths.adminReviews} icon={Star}>
            Reviews
            <Count count={reviewed} of="reported" />
          </Page>
          <Page to={paths.adminBlocked} icon={Ban}>
            Blocked
          </Page>
          <Page to={paths.adminCategories} icon={Shapes}>
            Categories
          </Page>
          <Page to={paths.adminPeople} icon={ShieldCheck}>
            People
          </Page>
          <Page to={paths.adminMessages} icon={Mail}>
            Mail
            <Count count={failed} of="failed" />
          </Page>
          <Page to={paths.adminAudit} icon={ScrollText}>
            Audit
          </Page>
        </ul>
      </nav>
      <div className={styles.content}>
        <div className={styles.notices}>
          <PasskeyNotice />
          <CallNotice />
          <RulesNotice />
        </div>
        {children}
      </div>
    </div>
  )
}

interface PageProps {
  to: string
  icon: LucideIcon
  end?: boolean
  children: ReactNode
}

function Page({ to, icon: Icon, end = false, children }: PageProps) {
  return (
    <li>
      <NavLink to={to} end={end} className={() => styles.link}>
        <Icon size={18} aria-hidden />
        {children}
      </NavLink>
    </li>
  )
}

/** How many of them want to be looked at; nothing for none. */
function Count({ count, of }: { count: string | number; of: string }) {
  if (count === '') return null
  return (
    <span className={styles.count}>
      {count}
      <VisuallyHidden> {of}</VisuallyHidden>
    </span>
  )
}

interface ListPage {
  readonly items: readonly unknown[]
  readonly nextCursor?: string | undefined
  readonly total?: number | undefined
}

/** How many are in a list: `3`, `20+` where the server has not counted them, nothing for none. */
function countOf(data: { readonly pages: readonly ListPage[] } | undefined): string {
  if (!data) return ''
  const shown = data.pages.reduce((sum, page) => sum + page.items.length, 0)
  const last = data.pages.at(-1)
  if (last?.total !== undefined) return last.total === 0 ? '' : String(last.total)
  return shown === 0 ? '' : `${shown}${last?.nextCursor === undefined ? '' : '+'}`
}
