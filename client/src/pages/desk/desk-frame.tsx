import type { DeskExpert } from '@expertconnect/contract/experts/shapes'
import { useInfiniteQuery } from '@tanstack/react-query'
import {
  CalendarDays,
  ChartColumn,
  Clock,
  ExternalLink,
  Mail,
  Star,
  Sun,
  UserRound,
  type LucideIcon,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
import { beginningsForExpert } from '../../features/booking/beginning/beginnings-of.ts'
import { useBeginnings } from '../../features/booking/beginning/use-beginnings.ts'
import { useDeskNews } from '../../features/booking/news/use-desk-news.ts'
import { deskBookingsQuery } from '../../features/booking/queries.ts'
import { hoursName } from '../../features/hours/draft/state.ts'
import { profileName } from '../../features/profile/profile-state.ts'
import { paths } from '../../lib/paths.ts'
import { useConnection } from '../../server/live/socket.ts'
import { LinkButton } from '../../ui/action/link-button.tsx'
import { Avatar } from '../../ui/display/avatar.tsx'
import { useCurrentInView } from '../../ui/display/use-current-in-view.ts'
import { VisuallyHidden } from '../../ui/display/visually-hidden.tsx'
import { Status } from '../../ui/feedback/status.tsx'
import { useIsUnsaved } from '../../ui/form/unsaved.ts'
import styles from './desk-frame.module.css'

/** Who one is here, how one stands, and the way between the pages of the desk. */
export function DeskFrame({ expert, children }: { expert: DeskExpert; children: ReactNode }) {
  useDeskNews(expert.timeZone)
  const upcoming = useInfiniteQuery(deskBookingsQuery('upcoming'))
  useBeginnings(beginningsForExpert(upcoming.data?.pages.flatMap(({ items }) => items) ?? []))
  const nav = useCurrentInView<HTMLElement>()
  const unsavedHours = useIsUnsaved(hoursName(expert.id))
  const unsavedProfile = useIsUnsaved(profileName(expert.id))
  return (
    <div className={styles.frame}>
      <div className={`glass ${styles.bar}`}>
        <Avatar
          name={expert.name}
          photoUrl={expert.photoUrl}
          category={expert.category.slug}
          size={52}
          eager
        />
        <div className={styles.who}>
          <p className={styles.name}>{expert.name}</p>
          <Standing expert={expert} />
        </div>
        {expert.listed && (
          <LinkButton
            size="s"
            to={paths.expert(expert.slug)}
            className={styles.public}
            icon={<ExternalLink size={16} aria-hidden />}
          >
            Public page
          </LinkButton>
        )}
      </div>
      <nav ref={nav} aria-label="Desk" className={styles.nav}>
        <Tab to={paths.desk} icon={Sun} label="Today" end />
        <Tab to={paths.deskCalendar} icon={CalendarDays} label="Calendar" />
        <Tab to={paths.deskHours} icon={Clock} label="Hours" unsaved={unsavedHours} />
        <Tab to={paths.deskProfile} icon={UserRound} label="Profile" unsaved={unsavedProfile} />
        <Tab to={paths.deskNumbers} icon={ChartColumn} label="Numbers" />
        <Tab to={paths.deskReviews} icon={Star} label="Reviews" />
        <Tab to={paths.deskMails} icon={Mail} label="E-mails" />
      </nav>
      <div className={styles.content}>{children}</div>
    </div>
  )
}

/** Whether one can be booked, and whether this page is live. */
function Standing({ expert: { listed, paused } }: { expert: DeskExpert }) {
  const connection = useConnection()
  return (
    <p className={styles.standing}>
      {!listed ? (
        <Status tone="held" dot="still" bare>
          Not listed yet
        </Status>
      ) : paused ? (
        <Status tone="held" dot="still" bare>
          Paused
        </Status>
      ) : (
        <Status tone="live" dot="still" bare>
          Open for booking
        </Status>
      )}
      {connection === 'reconnecting' && (
        <Status tone="neutral" dot="pulse" bare>
          Reconnecting…
        </Status>
      )}
    </p>
  )
}

interface TabProps {
  to: string
  icon: LucideIcon
  label: string
  end?: boolean
  unsaved?: boolean
}

function Tab({ to, icon: Icon, label, end = false, unsaved = false }: TabProps) {
  return (
    <NavLink to={to} end={end} className={() => styles.tab}>
      <Icon size={18} aria-hidden />
      <span>
        {label}
        {unsaved && (
          <span className={styles.unsaved}>
            <VisuallyHidden>, not saved yet</VisuallyHidden>
          </span>
        )}
      </span>
    </NavLink>
  )
}
