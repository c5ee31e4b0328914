import { MicOff, PhoneIncoming } from 'lucide-react'
import { Button } from '../../../ui/action/button.tsx'
import { Notice } from '../../../ui/feedback/notice.tsx'
import type { LocalMedia, LocalMediaView } from '../media/local-media.ts'

/** What the person cannot know: nothing comes from the microphone, or the system took something. */
export function MicrophoneNotes({ media, view }: { media: LocalMedia; view: LocalMediaView }) {
  const isTaken = view.microphone.state === 'interrupted' || view.camera.state === 'interrupted'
  return (
    <>
      {view.isSilent && (
        <Notice
          role="status"
          icon={<MicOff size={20} />}
          title="No sound is coming from your microphone"
        >
          <p>
            It may be switched off on its cable, on the headset or by a key on your laptop. Or
            choose another one below.
          </p>
        </Notice>
      )}
      {isTaken && (
        <Notice
          role="status"
          icon={<PhoneIncoming size={20} />}
          title="Your system has taken over your camera or microphone"
        >
          <p>A phone call or another app may have it.</p>
          <div>
            <Button onClick={() => void media.resume()}>Take it back</Button>
          </div>
        </Notice>
      )}
    </>
  )
}
