import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ChatView } from '../../chat/chat.ts'
import type { Meeting } from '../../meeting/meeting.ts'
import { Composer } from './composer.tsx'
import { MessageList } from './message-list.tsx'
import { SidePanel } from './side-panel.tsx'

export interface ChatPanelProps {
  meeting: Meeting
  view: ChatView
  otherName: string
  zone: string
  onClose: () => void
}

export function ChatPanel({ meeting, view, otherName, zone, onClose }: ChatPanelProps) {
  const panel = useRef<HTMLElement>(null)
  // Where reading goes on; it stays there until the panel is closed.
  const [firstUnread] = useState(
    () =>
      view.messages.filter(({ from }) => from === 'other').at(-view.unread || Infinity)?.id ?? null,
  )
  const { unread } = view

  useLayoutEffect(() => {
    panel.current?.querySelector<HTMLElement>('[data-composer]')?.focus({ preventScroll: true })
  }, [])

  useEffect(() => {
    if (unread === 0) return
    // A message that comes while the page is hidden has been read by nobody.
    const read = () => {
      if (document.visibilityState === 'visible') meeting.chat.markRead()
    }
    read()
    document.addEventListener('visibilitychange', read)
    return () => document.removeEventListener('visibilitychange', read)
  }, [meeting, unread])

  return (
    <SidePanel ref={panel} title="Chat" closeLabel="Close the chat" onClose={onClose}>
      <MessageList
        messages={view.messages}
        firstUnread={firstUnread}
        otherName={otherName}
        zone={zone}
      />
      <Composer otherName={otherName} draft={meeting.chat.draft} onSend={meeting.chat.send} />
    </SidePanel>
  )
}
