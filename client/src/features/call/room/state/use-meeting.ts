import { useSyncExternalStore } from 'react'
import type { ChatView } from '../../chat/chat.ts'
import type { LocalMedia, LocalMediaView } from '../../media/local-media.ts'
import type { Meeting, MeetingView } from '../../meeting/meeting.ts'

export function useMeeting({ subscribe, read }: Meeting): MeetingView {
  return useSyncExternalStore(subscribe, read)
}

export function useMedia({ subscribe, read }: LocalMedia): LocalMediaView {
  return useSyncExternalStore(subscribe, read)
}

export function useChat({ chat }: Meeting): ChatView {
  return useSyncExternalStore(chat.subscribe, chat.read)
}
