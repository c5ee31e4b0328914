import { useEffect, useRef, useState } from 'react'
import type { LocalMedia } from '../../media/local-media.ts'
import type { Meeting, MeetingView } from '../../meeting/meeting.ts'

/**
 * While the call goes on elsewhere, this page gives its camera back and mutes itself: two tabs cannot both have a camera
 * in every browser. Taken back, all is as it was.
 */
export function useTakenOver(meeting: Meeting, media: LocalMedia, view: MeetingView) {
  const isTaken = view.phase === 'ended' && view.end === 'taken_over'
  const before = useRef({ microphone: false, camera: false })
  const [isBusy, setBusy] = useState(false)

  useEffect(() => {
    if (!isTaken) return
    const { microphone, camera, screen } = media.read()
    before.current = { microphone: microphone.state === 'on', camera: camera.state === 'on' }
    if (screen) media.stopSharing()
    if (before.current.microphone) media.turnOff('microphone')
    if (before.current.camera) media.turnOff('camera')
  }, [isTaken, media])

  async function takeBack() {
    setBusy(true)
    try {
      await meeting.takeBack()
      if (before.current.microphone) void media.turnOn('microphone')
      if (before.current.camera) void media.turnOn('camera')
    } catch {
      // The meeting says why: it ends with the problem.
    } finally {
      setBusy(false)
    }
  }

  return { isBusy, takeBack: () => void takeBack() }
}
