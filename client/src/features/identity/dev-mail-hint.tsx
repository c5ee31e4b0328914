import { useQuery } from '@tanstack/react-query'
import { FlaskConical } from 'lucide-react'
import { devMailQuery } from '../../server/api/dev-mail.ts'
import { paths } from '../../lib/paths.ts'
import { Notice } from '../../ui/feedback/notice.tsx'
import { VisuallyHidden } from '../../ui/display/visually-hidden.tsx'

/** In a demo no mail leaves the machine: here is where it went. */
export function DevMailHint() {
  const { data: isThere } = useQuery(devMailQuery)
  if (isThere !== true) return null
  return (
    <Notice tone="accent" icon={<FlaskConical size={20} />} title="This is a demo">
      <p>
        No mail leaves this machine.{' '}
        <a href={paths.devMail} target="_blank" rel="noopener">
          Read it here<VisuallyHidden>, opens in a new tab</VisuallyHidden>
        </a>
      </p>
    </Notice>
  )
}
