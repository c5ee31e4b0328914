import type { MouseEvent } from 'react'
import styles from './skip-link.module.css'

export function SkipLink() {
  function skip(event: MouseEvent) {
    // Following it would overwrite the fragment of the address, where a booking page keeps its token.
    event.preventDefault()
    document.getElementById('main')?.focus()
  }
  return (
    <a href="#main" className={styles.skip} onClick={skip}>
      Skip to content
    </a>
  )
}
