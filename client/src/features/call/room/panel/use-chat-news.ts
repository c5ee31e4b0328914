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
  const known = useRef(view.messages.at(-1)?.id)
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
    // By its name: of many messages only the newest are kept, and their number stays the same.
    const since = messages.findIndex(({ id }) => id === known.current)
    const fresh = messages.slice(since + 1).findLast(({ from }) => from === 'other')
    known.current = messages.at(-1)?.id
    if (fresh) tell(fresh.text)
  }, [messages])
}
