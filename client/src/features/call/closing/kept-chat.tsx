import { Download, MessageSquareText } from 'lucide-react'
import { Button } from '../../../ui/action/button.tsx'
import { ButtonRow } from '../../../ui/action/button-row.tsx'
import { CopyButton } from '../../../ui/form/copy-button.tsx'
import type { ChatMessage } from '../chat/chat.ts'
import { chatText } from './chat-text.ts'
import styles from './kept-chat.module.css'

export interface KeptChatProps {
  messages: readonly ChatMessage[]
  otherName: string
  zone: string
}

/** Nothing of it is on a server: who wants to keep it takes it along now. */
export function KeptChat({ messages, otherName, zone }: KeptChatProps) {
  const text = chatText(messages, otherName, zone)

  function download() {
    const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
    const link = document.createElement('a')
    link.href = url
    link.download = 'chat.txt'
    link.click()
    setTimeout(() => URL.revokeObjectURL(url), 10_000)
  }

  return (
    <section aria-labelledby="kept-chat" className={styles.chat}>
      <h2 id="kept-chat" className={styles.title}>
        <MessageSquareText size={20} aria-hidden />
        What you wrote
      </h2>
      <p className={styles.note}>
        {messages.length === 1 ? 'One message' : `${messages.length} messages`}. No server keeps
        them: they are gone when you close this tab.
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is scrolled by keyboard */}
      <pre className={styles.text} tabIndex={0} role="region" aria-label="The chat">
        {text}
      </pre>
      <ButtonRow>
        <CopyButton text={text} label="Copy the chat" said="The chat is copied" />
        <Button icon={<Download size={18} aria-hidden />} onClick={download}>
          Download it
        </Button>
      </ButtonRow>
    </section>
  )
}
