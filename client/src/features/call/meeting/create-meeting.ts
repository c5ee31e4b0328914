import type { LocalMedia } from '../media/local-media.ts'
import type { Room } from '../signalling/room.ts'
import type { Meeting } from './meeting.ts'

/** Goes into the room, and meets whoever comes. */
export function createMeeting(_parts: {
  readonly room: Room
  readonly media: LocalMedia
  readonly chatKey: string
}): Meeting {
  throw new Error('Comes with the engine')
}
