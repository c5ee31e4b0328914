import { TriangleAlert } from 'lucide-react'
import { Link } from 'react-router'
import { paths } from '../../../lib/paths.ts'
import type { Refused } from '../../../ui/feedback/describe-refusal.ts'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { Refusal } from '../../../ui/feedback/refusal.tsx'

/** Ways in are given and taken only by somebody who signed in just now. */
export function PasskeyRefusal({ problem }: { problem: Refused | null }) {
  if (problem?.code !== 'fresh_proof_needed') return <Refusal problem={problem} />
  return (
    <Notice role="alert" icon={<TriangleAlert size={20} />} title="Please sign in again">
      <p>
        You signed in a while ago, and somebody else may be using this device now.{' '}
        <Link to={paths.signInAgain(paths.passkeys)}>Sign in again</Link>, and you’ll come straight
        back here.
      </p>
    </Notice>
  )
}
