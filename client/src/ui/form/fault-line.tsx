import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './fault-line.module.css'

interface FaultLineProps {
  /** For the control that it describes. */
  id?: string | undefined
  /** For what is no control: told when it shows. */
  role?: 'alert'
  children: ReactNode
}

/** What is wrong, below what it is wrong with. */
export function FaultLine({ id, role, children }: FaultLineProps) {
  return (
    <p id={id} role={role} className={styles.fault}>
      <CircleAlert size={16} aria-hidden />
      <span>{children}</span>
    </p>
  )
}
