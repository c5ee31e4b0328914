import { Users } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { LocalMedia } from '../../features/call/media/local-media.ts'
import { createMeeting } from '../../features/call/meeting/create-meeting.ts'
import type { Meeting } from '../../features/call/meeting/meeting.ts'
import { MeetingRoom } from '../../features/call/room/meeting-room.tsx'
import type { CallFacts } from '../../features/call/room/state/call-facts.ts'
import { openPracticeRoom } from '../../features/call/signalling/practice-room.ts'
import { usePageLayout } from '../../lib/browser/page-layout.ts'
import { paths } from '../../lib/paths.ts'
import { Button } from '../../ui/action/button.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { useLeavingWithPage } from './use-leaving-with-page.ts'

interface PracticeVisitProps {
  media: LocalMedia
  onLeave: () => void
}

const facts: CallFacts = {
  role: 'customer',
  self: { name: 'You', photoUrl: null },
  other: { name: 'the other tab', photoUrl: null },
  times: null,
}

/** The room of practice, where one meets oneself in a second tab. */
export function PracticeVisit({ media, onLeave }: PracticeVisitProps) {
  const [meeting, setMeeting] = useState<Meeting | 'full' | null>(null)
  usePageLayout(meeting === null || meeting === 'full' ? 'headed' : 'bare')
  useLeavingWithPage(meeting === 'full' ? null : meeting)
  useEffect(() => {
    let isOver = false
    void openPracticeRoom().then((room) => {
      if (isOver) room?.leave()
      else setMeeting(room ? createMeeting({ room, media, chatKey: 'practice' }) : 'full')
    })
    return () => {
      isOver = true
    }
  }, [media])

  if (meeting === null) return <p role="status">Opening the room…</p>
  if (meeting === 'full') {
    return (
      <EmptyState
        level={1}
        icon={<Users size={28} />}
        title="Both sides are taken"
        action={<Button onClick={onLeave}>Back</Button>}
      >
        Two other tabs of this browser are in the room already. Close one of them to come in here.
      </EmptyState>
    )
  }
  const url = location.origin + paths.practice
  return (
    <MeetingRoom
      meeting={meeting}
      media={media}
      facts={{ ...facts, practiceUrl: url }}
      onLeave={onLeave}
    />
  )
}
