import type { Problem } from '@expertconnect/contract/problem'
import { TriangleAlert } from 'lucide-react'
import { Notice } from '../ui/notice.tsx'
import { addressFault, describeRefusal } from './describe-refusal.ts'

/** Why it did not work, above the button that tries again. What is at fault in the field is told there. */
export function Refusal({ problem }: { problem: Problem | null }) {
  if (problem === null || addressFault(problem) !== undefined) return null
  const why = describeRefusal(problem)
  return (
    <Notice role="alert" icon={<TriangleAlert size={20} />} title={problem.title}>
      {/* Where the server adds nothing to the title, it is not told twice. */}
      {why !== `${problem.title}.` && <p>{why}</p>}
    </Notice>
  )
}
