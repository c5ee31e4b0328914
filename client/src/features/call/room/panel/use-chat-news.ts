import { useEffect, useEffectEvent, useRef } from 'react'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import type { ChatView } from '../../chat/chat.ts'

/** Shows what arrives while the chat is closed. While it is open, the list speaks for itself. */
export function useChatNews(
  view: ChatView,
  isOpen: boolean,
  name: string,
  onOpen: () => void,
): void {
  const toast = useToast()
  const known = useRef(view.messages.length)
  const tell = useEffectEvent((text: string) => {
    if (isOpen) return
    toast({
      key: 'chat',
      title: name,
      detail: text.length > 140 ? `${text.slice(0, 140)}…` : text,
      action: { label: 'Open the chat', onPress: onOpen },
    })
  })
  const { messages } = view
  useEffect(() => {
    const fresh = messages.slice(known.current).findLast(({ from }) => from === 'other')
    known.current = messages.length
    if (fresh) tell(fresh.text)
  }, [messages])
}
