import { useQuery } from '@tanstack/react-query'
import { FlaskConical } from 'lucide-react'
import { devMailQuery } from '../../server/api/dev-mail.ts'
import { Notice } from '../../ui/feedback/notice.tsx'
import { WhereMailIs } from './where-mail-is.tsx'

/** In a demo no mail leaves the machine: here is where it went. */
export function DevMailHint() {
  const { data: state } = useQuery(devMailQuery)
  if (state !== 'open' && state !== 'closed') return null
  return (
    <Notice tone="accent" icon={<FlaskConical size={20} />} title="This is a demo">
      <p>
        No mail leaves this machine. <WhereMailIs state={state} />
      </p>
    </Notice>
  )
}
