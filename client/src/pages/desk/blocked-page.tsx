import type { DeskExpert } from '@expertconnect/contract/experts/shapes'
import { pageTitles } from '@expertconnect/contract/pages'
import { BlockedList } from '../../features/blocking/blocked-list.tsx'
import { useTitle } from '../../ui/display/use-title.ts'
import { PageHead } from '../../ui/list/page-head.tsx'

/** Whom one has blocked from booking oneself. */
export function BlockedPage({ expert }: { expert: DeskExpert }) {
  useTitle(pageTitles['/desk/blocked'])
  return (
    <>
      <PageHead
        title="Blocked"
        lead="People listed here can’t hold or book your times. They are not told why."
      />
      <BlockedList side="desk" zone={expert.timeZone} />
    </>
  )
}
