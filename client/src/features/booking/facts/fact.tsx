import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './fact.module.css'

export interface FactProps {
  icon: LucideIcon
  name: string
  children: ReactNode
}

/** One line of what is known of a booking. */
export function Fact({ icon: Icon, name, children }: FactProps) {
  return (
    <div className={styles.fact}>
      <dt>
        <Icon size={18} aria-hidden />
        {name}
      </dt>
      <dd>{children}</dd>
    </div>
  )
}
