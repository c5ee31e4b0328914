import { SendHorizontal } from 'lucide-react'
import { type KeyboardEvent, type SubmitEvent, useState } from 'react'
import { type ChatDraft, longestChatMessage } from '../../chat/chat.ts'
import styles from './composer.module.css'

export interface ComposerProps {
  otherName: string
  draft: ChatDraft
  onSend: (text: string) => void
}

/** Enter sends, Shift and Enter begins a line. What is typed is kept until it is sent. */
export function Composer({ otherName, draft, onSend }: ComposerProps) {
  const [text, setText] = useState(draft.read)
  const isEmpty = text.trim() === ''
  const left = longestChatMessage - text.length

  function type(next: string) {
    setText(next)
    draft.write(next === '' ? null : next)
  }

  function send() {
    if (isEmpty) return
    onSend(text.trim())
    type('')
  }

  function press(event: KeyboardEvent) {
    // While a word is put together from several keys, Enter chooses it.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }

  function submit(event: SubmitEvent) {
    event.preventDefault()
    send()
  }

  return (
    <form className={styles.composer} onSubmit={submit}>
      <textarea
        aria-label={`Message to ${otherName}`}
        placeholder="Write a message"
        rows={1}
        maxLength={longestChatMessage}
        enterKeyHint="send"
        data-composer
        className={styles.text}
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={press}
      />
      <button
        type="submit"
        aria-label="Send"
        title="Send"
        className={styles.send}
        disabled={isEmpty}
      >
        <SendHorizontal size={20} aria-hidden />
      </button>
      {left < 200 && (
        <p role="status" className={styles.left}>
          {left} characters left
        </p>
      )}
    </form>
  )
}
