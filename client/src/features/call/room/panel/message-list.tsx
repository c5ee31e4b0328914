import { Check, Clock3, MessagesSquare } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { formatTime } from '../../../../lib/time/time.ts'
import { VisuallyHidden } from '../../../../ui/display/visually-hidden.tsx'
import type { ChatMessage } from '../../chat/chat.ts'
import { groupMessages } from './group-messages.ts'
import styles from './message-list.module.css'
import { MessageText } from './message-text.tsx'

export interface MessageListProps {
  messages: readonly ChatMessage[]
  firstUnread: string | null
  otherName: string
  zone: string
}

/** What was written, the newest below. Whoever has scrolled up is left where they are. */
export function MessageList({ messages, firstUnread, otherName, zone }: MessageListProps) {
  const list = useRef<HTMLDivElement>(null)
  const isAtEnd = useRef(true)
  useEffect(() => {
    const element = list.current
    if (element && (isAtEnd.current || messages.at(-1)?.from === 'self')) {
      element.scrollTop = element.scrollHeight
    }
  }, [messages])

  return (
    <div
      ref={list}
      role="log"
      aria-label="Messages"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is scrolled by keyboard
      tabIndex={0}
      className={styles.list}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        isAtEnd.current = scrollHeight - scrollTop - clientHeight < 40
      }}
    >
      {messages.length === 0 && (
        <div className={styles.none}>
          <MessagesSquare size={28} aria-hidden />
          <p>
            Only {otherName} and you see what is written here. It goes straight to their device and
            is kept on no server.
          </p>
        </div>
      )}
      {groupMessages(messages, firstUnread).map((group) => (
        <div key={group.messages[0]?.id} className={styles.block}>
          {group.beginsUnread && (
            <p className={styles.divider}>
              <span>New</span>
            </p>
          )}
          <div className={styles.group} data-from={group.from}>
            <p className={styles.who}>
              <strong>{group.from === 'self' ? 'You' : otherName}</strong>
              <time translate="no">{formatTime(new Date(group.at).toISOString(), zone)}</time>
            </p>
            {group.messages.map((message) => (
              <p key={message.id} className={styles.message}>
                <MessageText text={message.text} />
                {message.from === 'self' && <Mark state={message.state} />}
              </p>
            ))}
          </div>
        </div>
      ))}
    </div>
  )
}

function Mark({ state }: Pick<ChatMessage, 'state'>) {
  const Icon = state === 'sent' ? Check : Clock3
  const says = state === 'sent' ? 'Arrived' : 'On its way'
  return (
    <span className={styles.mark} title={says}>
      <Icon size={13} aria-hidden />
      <VisuallyHidden>{says}</VisuallyHidden>
    </span>
  )
}
