import type { MediaState } from '../chat/frames.ts'
import type { LocalMediaView } from '../media/local-media.ts'

export const nothingSent: MediaState = {
  microphone: false,
  camera: false,
  sharing: false,
  interrupted: false,
  soundOnly: 'no',
}

/** What this side tells the other of itself. */
export function ownState(
  { microphone, camera, screen }: LocalMediaView,
  soundOnly: MediaState['soundOnly'],
  isCovered: boolean,
): MediaState {
  return {
    microphone: microphone.state === 'on',
    camera: camera.state === 'on' && !isCovered,
    sharing: screen !== null,
    interrupted: microphone.state === 'interrupted' || camera.state === 'interrupted',
    soundOnly,
  }
}

export function isSameState(one: MediaState, other: MediaState): boolean {
  return (
    one.microphone === other.microphone &&
    one.camera === other.camera &&
    one.sharing === other.sharing &&
    one.interrupted === other.interrupted &&
    one.soundOnly === other.soundOnly
  )
}
