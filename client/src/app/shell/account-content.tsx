import { CalendarDays, LayoutDashboard, LogOut, ShieldCheck, UserRoundCog } from 'lucide-react'
import { NavLink } from 'react-router'
import { paths } from '../../lib/paths.ts'
import { useSession } from '../../server/session/use-session.ts'
import { useSignOut } from '../../features/identity/use-sign-out.ts'
import { Button } from '../../ui/action/button.tsx'
import { Skeleton } from '../../ui/feedback/skeleton.tsx'
import styles from './account-menu.module.css'
import { focusHeading } from '../../ui/display/focus-heading.ts'

/** Who is signed in, where they can go, and the way out. */
export function AccountContent() {
  const { person, failed } = useSession()
  const signOut = useSignOut(focusHeading)
  return (
    <div className={styles.menu}>
      <div className={styles.who}>
        <p>Signed in as</p>
        {person ? (
          <p className={styles.address}>{person.email}</p>
        ) : failed ? (
          <p>We could not reach ExpertConnect</p>
        ) : (
          <Skeleton width="14rem" height="1.4rem" />
        )}
      </div>
      <nav aria-label="Account" className={styles.links}>
        <NavLink to={paths.bookings} className={() => styles.link}>
          <CalendarDays size={18} aria-hidden />
          My bookings
        </NavLink>
        {person?.roles.includes('expert') === true && (
          <NavLink to={paths.desk} className={() => styles.link}>
            <LayoutDashboard size={18} aria-hidden />
            Your desk
          </NavLink>
        )}
        <NavLink to={paths.account} className={() => styles.link}>
          <UserRoundCog size={18} aria-hidden />
          Your account
        </NavLink>
        {person?.roles.includes('admin') && (
          <NavLink to={paths.admin} className={() => styles.link}>
            <ShieldCheck size={18} aria-hidden />
            Administration
          </NavLink>
        )}
      </nav>
      <Button
        block
        busy={signOut.isPending}
        icon={<LogOut size={18} aria-hidden />}
        onClick={() => signOut.mutate()}
      >
        Sign out
      </Button>
    </div>
  )
}
