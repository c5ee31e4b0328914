import { useEffect, useState } from 'react'
import type { LocalMedia } from '../../media/local-media.ts'
import { restoreInTime } from '../../media/restore-in-time.ts'
import type { Meeting, MeetingView } from '../../meeting/meeting.ts'

/**
 * While the call goes on elsewhere, this page gives everything back: two tabs cannot both have a camera in every browser,
 * and nobody should wonder what listens here still. Taken back, all is as it was.
 */
export function useTakenOver(meeting: Meeting, media: LocalMedia, view: MeetingView) {
  const isTaken = view.phase === 'ended' && view.end === 'taken_over'
  const [isBusy, setBusy] = useState(false)

  useEffect(() => {
    if (isTaken) media.giveBack()
  }, [isTaken, media])

  async function takeBack() {
    setBusy(true)
    try {
      await restoreInTime(media)
      await meeting.takeBack()
    } catch {
      // The meeting says why: it ends with the problem.
    } finally {
      setBusy(false)
    }
  }

  return { isBusy, takeBack: () => void takeBack() }
}
