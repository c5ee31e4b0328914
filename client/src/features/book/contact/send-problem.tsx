import type { Problem } from '@expertconnect/contract/problem'
import { TriangleAlert } from 'lucide-react'
import { formatMoney } from '../../../lib/money.ts'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { withoutFaults } from '../../../ui/form/place-faults.ts'
import { fields } from './draft.ts'

/** Why it was not sent, above the button that sends it again. */
export function SendProblem({ problem }: { problem: Problem }) {
  const told = withoutFaults(problem, fields)
  if (told === null) return null
  const open = problem.status === 0 || problem.status >= 500
  return (
    <Notice role="alert" level={3} icon={<TriangleAlert size={20} />} title={problem.title}>
      <p>{told.detail}</p>
      {problem.price && (
        <p>It is {formatMoney(problem.price)} now. Press again to book it at that.</p>
      )}
      {open && <p>You can safely press again: nothing is ever booked twice.</p>}
    </Notice>
  )
}
