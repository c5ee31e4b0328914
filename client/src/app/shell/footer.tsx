import { Link } from 'react-router'
import { paths } from '../../lib/paths.ts'
import styles from './footer.module.css'
import { Logo } from './logo.tsx'

export function Footer() {
  return (
    <footer className={styles.footer}>
      <div className={styles.inside}>
        <div>
          <Logo />
          <p className={styles.claim}>An hour with someone who has done it before.</p>
        </div>
        <nav aria-label="About" className={styles.links}>
          <Link to={paths.experts}>Experts</Link>
          <Link to={paths.bookings}>My bookings</Link>
          <Link to={paths.practice}>Try the room</Link>
          <Link to={paths.becomeExpert}>Become an expert</Link>
          <Link to={paths.privacy}>Privacy</Link>
          <Link to={paths.terms}>Terms</Link>
          <Link to={paths.source}>Source</Link>
          <a href={paths.docs}>API</a>
        </nav>
      </div>
    </footer>
  )
}
