import { TriangleAlert } from 'lucide-react'
import { describeRefusal, type Refused } from './describe-refusal.ts'
import { Notice } from './notice.tsx'

/** Why it did not work, above the button that tries again. What is at fault in a field is told there. */
export function Refusal({ problem }: { problem: Refused | null }) {
  if (problem === null) return null
  const why = describeRefusal(problem)
  return (
    <Notice role="alert" icon={<TriangleAlert size={20} />} title={problem.title}>
      {/* Where the server adds nothing to the title, it is not told twice. */}
      {why !== `${problem.title}.` && <p>{why}</p>}
    </Notice>
  )
}
