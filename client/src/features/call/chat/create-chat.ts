import { randomId } from '../../../lib/browser/random-id.ts'
import { remembered } from '../../../lib/browser/remembered.ts'
import { type ChatDraft, type ChatMessage, type ChatView, longestChatMessage } from './chat.ts'
import { type Frame, cleanText, isChatId } from './frames.ts'

/** The chat of one meeting, kept in this tab through a reload. */
export interface Chat {
  readonly read: () => ChatView
  readonly subscribe: (listener: () => void) => () => void
  readonly send: (text: string) => void
  readonly markRead: () => void
  readonly draft: ChatDraft
  /** The channel opened: what has not arrived is sent again. Null: it is gone. */
  readonly attach: (send: ((frame: Frame) => void) | null) => void
  readonly receive: (frame: Frame) => void
}

const mostMessages = 300
const mostCharacters = 300_000
/** Of messages that are no longer kept: they may be sent again for as long as they were not acknowledged. */
const mostKnown = 1000

/** `key` names the booking and the side. */
export function createChat(key: string, now: () => number): Chat {
  const kept = remembered<ChatView>({ on: 'tab', key: `ec.chat.${key}`, shape: viewIn })
  const draft = remembered<string>({
    on: 'tab',
    key: `ec.call-draft.${key}`,
    plain: true,
    shape: (found) => (typeof found === 'string' ? found : ''),
  })
  let view = kept.read()
  let transmit: ((frame: Frame) => void) | null = null
  const known = new Set(view.messages.map(({ id }) => id))
  const listeners = new Set<() => void>()

  function become(next: ChatView): void {
    view = next
    kept.write(next)
    for (const listener of listeners) listener()
  }

  function add(message: ChatMessage): void {
    known.add(message.id)
    for (const id of known) {
      if (known.size <= mostKnown) break
      known.delete(id)
    }
    const unread = view.unread + (message.from === 'other' ? 1 : 0)
    become({ messages: shortened([...view.messages, message]), unread })
  }

  return {
    read: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    send(written) {
      const text = cleanText(written.slice(0, longestChatMessage))
      if (text === null) return
      const id = randomId()
      add({ id, from: 'self', text, at: now(), state: 'sending' })
      transmit?.({ kind: 'chat', id, text })
    },
    draft,
    markRead() {
      if (view.unread > 0) become({ ...view, unread: 0 })
    },
    attach(send) {
      transmit = send
      for (const { id, text, state } of view.messages) {
        if (state === 'sending') send?.({ kind: 'chat', id, text })
      }
    },
    receive(frame) {
      if (frame.kind === 'chat') {
        transmit?.({ kind: 'got', id: frame.id })
        if (known.has(frame.id)) return
        add({ id: frame.id, from: 'other', text: frame.text, at: now(), state: 'sent' })
      }
      if (frame.kind !== 'got') return
      const isTheirs = ({ id, from, state }: ChatMessage) =>
        id === frame.id && from === 'self' && state === 'sending'
      if (!view.messages.some(isTheirs)) return
      const messages = view.messages.map((message) =>
        isTheirs(message) ? { ...message, state: 'sent' as const } : message,
      )
      become({ ...view, messages })
    },
  }
}

/** The newest ones: a tab keeps a few megabytes at most. */
function shortened(messages: readonly ChatMessage[]): readonly ChatMessage[] {
  let room = mostCharacters
  const from = messages.findLastIndex(({ text }) => (room -= text.length) < 0) + 1
  return messages.slice(Math.max(from, messages.length - mostMessages))
}

function viewIn(found: unknown): ChatView {
  if (typeof found !== 'object' || found === null) return { messages: [], unread: 0 }
  const { messages, unread } = found as Readonly<Record<string, unknown>>
  const sound = Array.isArray(messages) ? messages.flatMap(messageIn).slice(-mostMessages) : []
  const count = typeof unread === 'number' && Number.isInteger(unread) ? unread : 0
  return { messages: sound, unread: Math.min(Math.max(0, count), sound.length) }
}

function messageIn(found: unknown): ChatMessage[] {
  if (typeof found !== 'object' || found === null) return []
  const { id, from, text, at, state } = found as Readonly<Record<string, unknown>>
  if (!isChatId(id) || typeof text !== 'string' || typeof at !== 'number') return []
  return [
    {
      id,
      from: from === 'self' ? 'self' : 'other',
      text,
      at,
      state: state === 'sending' ? 'sending' : 'sent',
    },
  ]
}
