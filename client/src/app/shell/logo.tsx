import { Link } from 'react-router'
import { paths } from '../../lib/paths.ts'
import styles from './logo.module.css'

export function Logo() {
  return (
    <Link to={paths.home} className={styles.logo}>
      <svg aria-hidden viewBox="0 0 32 32" width="34" height="34" className={styles.mark}>
        <rect x="7" y="10.5" width="12" height="11" rx="3" />
        <path d="m19 14.8 5-2.9v8.2l-5-2.9z" />
      </svg>
      ExpertConnect
    </Link>
  )
}
