import type { ReactNode } from 'react'
import styles from './inline-button.module.css'

/** What can be done, in the middle of a sentence that says why. */
export function InlineButton(props: { onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className={styles.inline} onClick={props.onClick}>
      {props.children}
    </button>
  )
}
