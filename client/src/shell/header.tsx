import { Menu, SunMoon } from 'lucide-react'
import { NavLink } from 'react-router'
import { paths } from '../paths.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import styles from './header.module.css'
import { Logo } from './logo.tsx'
import { Popover } from './popover.tsx'
import { ThemeSwitch } from './theme-switch.tsx'

export function Header() {
  return (
    <header className={styles.header}>
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
      <LinkButton to={paths.bookings} className={styles.signIn}>
        Sign in
        <VisuallyHidden> (comes later; until then this shows your bookings)</VisuallyHidden>
      </LinkButton>
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

const pages = (
  <>
    <NavLink to={paths.experts} className={() => styles.link}>
      Experts
    </NavLink>
    <NavLink to={paths.bookings} className={() => styles.link}>
      My bookings
    </NavLink>
  </>
)
