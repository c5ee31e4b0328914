import { Menu, SunMoon } from 'lucide-react'
import { NavLink, useLocation } from 'react-router'
import { paths } from '../../lib/paths.ts'
import { useSessionMark } from '../../server/api/session-mark.ts'
import { LinkButton } from '../../ui/action/link-button.tsx'
import { cx } from '../../ui/style/cx.ts'
import { AccountMenu } from './account-menu.tsx'
import styles from './header.module.css'
import { Logo } from './logo.tsx'
import { Popover } from './popover.tsx'
import { ThemeSwitch } from './theme-switch.tsx'

export function Header() {
  const mark = useSessionMark()
  const signIn = useSignInPath()
  return (
    <header className={cx('glass', styles.header)}>
      <Logo />
      <nav aria-label="Main" className={styles.nav}>
        {pages}
      </nav>
      <Popover
        id="theme"
        label="Theme"
        icon={<SunMoon size={20} aria-hidden />}
        className={styles.wide}
      >
        <ThemeSwitch />
      </Popover>
      {mark === 'in' ? (
        <AccountMenu className={styles.signIn} />
      ) : (
        <LinkButton to={signIn} className={styles.signIn}>
          Sign in
        </LinkButton>
      )}
      <Popover
        id="menu"
        label="Menu"
        icon={<Menu size={22} aria-hidden />}
        className={styles.narrow}
      >
        <nav aria-label="Main" className={styles.menu}>
          {pages}
        </nav>
        <ThemeSwitch />
      </Popover>
    </header>
  )
}

/** Back to where one is; from the start, to one's bookings. */
function useSignInPath(): string {
  const { pathname, search } = useLocation()
  if (pathname === paths.signIn()) return pathname + search
  return paths.signIn(pathname === paths.home ? undefined : pathname + search)
}

const pages = (
  <>
    <NavLink to={paths.experts} className={() => styles.link}>
      Experts
    </NavLink>
    <NavLink to={paths.bookings} className={() => styles.link}>
      My bookings
    </NavLink>
    <NavLink to={paths.becomeExpert} className={() => styles.link}>
      Become an expert
    </NavLink>
  </>
)
