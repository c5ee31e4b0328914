import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import type { LocalMediaView } from '../../../../src/features/call/media/local-media.ts'
import type { MeetingView } from '../../../../src/features/call/meeting/meeting.ts'
import { MeetingRoom } from '../../../../src/features/call/room/meeting-room.tsx'
import type { CallFacts } from '../../../../src/features/call/room/state/call-facts.ts'
import type { RoomMoreTime } from '../../../../src/features/call/room/state/room-more-time.ts'
import { Announcer } from '../../../../src/ui/feedback/announcer.tsx'
import { ToastProvider } from '../../../../src/ui/feedback/toast.tsx'
import { fakeMedia, fakeMeeting, sampleFacts } from '../fake-call.ts'

interface World {
  view?: Partial<MeetingView>
  media?: Partial<LocalMediaView>
  facts?: Partial<CallFacts>
  notes?: ReactNode
  moreTime?: RoomMoreTime
  /** ISO, on the server's clock. */
  now?: string
}

/** The room of a call that is made up. */
export function showRoom({
  view,
  media,
  facts,
  notes,
  moreTime,
  now = '2030-11-25T09:20:00Z',
}: World = {}) {
  const call = fakeMeeting(view)
  const devices = fakeMedia(media)
  const onLeave = vi.fn<() => void>()
  const room = (at: string) => (
    <ToastProvider>
      <MeetingRoom
        meeting={call.meeting}
        media={devices.media}
        facts={sampleFacts(facts)}
        notes={notes}
        {...(moreTime && { moreTime })}
        onLeave={onLeave}
        now={Date.parse(at)}
      />
      <Announcer />
    </ToastProvider>
  )
  const { rerender, container, unmount } = render(room(now))
  return {
    ...call,
    devices,
    onLeave,
    container,
    unmount,
    user: userEvent.setup(),
    at: (next: string) => rerender(room(next)),
  }
}

export const button = (name: string | RegExp) => screen.getByRole('button', { name })

/** Before each test: the zone and clock that words are told in, and media elements that play. */
export function begin(): void {
  localStorage.clear()
  sessionStorage.clear()
  localStorage.setItem('ec.time', JSON.stringify({ zone: 'UTC', clock: '24' }))
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('en-GB')
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue()
}
