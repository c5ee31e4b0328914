import { pageTitles } from '@expertconnect/contract/pages'
import { BlockedList } from '../../features/blocking/blocked-list.tsx'
import { visitorZone } from '../../lib/time/time.ts'
import { useTitle } from '../../ui/display/use-title.ts'
import { PageHead } from '../../ui/list/page-head.tsx'

/** Who is blocked with every expert. What experts block for themselves is theirs. */
export function BlockedPage() {
  useTitle(pageTitles['/admin/blocked'])
  return (
    <>
      <PageHead
        title={
          <>
            Blocked <em>everywhere</em>
          </>
        }
        lead="People listed here can’t hold or book anyone’s times. They are not told why."
      />
      <BlockedList side="admin" zone={visitorZone()} />
    </>
  )
}
