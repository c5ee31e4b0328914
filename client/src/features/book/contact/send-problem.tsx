import type { Problem } from '@expertconnect/contract/problems'
import { TriangleAlert } from 'lucide-react'
import { withoutFaults } from '../../../ui/form/place-faults.ts'
import { fields } from './faults.ts'
import styles from '../hold/lost-slot.module.css'

/** Why it was not sent, above the button that sends it again. */
export function SendProblem({ problem }: { problem: Problem }) {
  const told = withoutFaults(problem, fields)
  if (told === null) return null
  const open = problem.status === 0 || problem.status >= 500
  return (
    <div role="alert" className={styles.lost}>
      <TriangleAlert size={20} aria-hidden className={styles.icon} />
      <div className={styles.body}>
        <h3 className={styles.title}>{problem.title}</h3>
        <p>{told.detail}</p>
        {open && <p>You can safely press again: nothing is ever booked twice.</p>}
      </div>
    </div>
  )
}
