import { useSyncExternalStore } from 'react'

/** `unasked`: nobody has answered the browser's question yet. `unknown`: this browser shows none for pages. */
export type NotificationState = 'granted' | 'denied' | 'unasked' | 'unknown'

export interface Shown {
  readonly title: string
  readonly body: string
  /** Another one with the same tag takes its place without a sound, also from another tab. */
  readonly tag: string
  readonly onPress?: () => void
}

const listeners = new Set<() => void>()
/** Some browsers know of notifications and allow them, and show none for a page without a worker: Chrome on Android. */
let isRefused = false

function stateNow(): NotificationState {
  if (isRefused || typeof Notification === 'undefined') return 'unknown'
  return Notification.permission === 'default' ? 'unasked' : Notification.permission
}

/** Whether this browser shows notifications of this site; it follows what is changed in the browser's settings. */
export function useNotificationState(): NotificationState {
  return useSyncExternalStore(subscribe, stateNow)
}

/** Asks the person, where they have not answered yet. Only for a press: browsers refuse what nobody asked for. */
export async function askForNotifications(): Promise<NotificationState> {
  if (stateNow() === 'unasked') {
    // Some frames and settings refuse even the question.
    await Notification.requestPermission().catch(() => undefined)
    changed()
  }
  return stateNow()
}

/** Shows one, where that is allowed. Answers whether it was shown. */
export function notify({ title, body, tag, onPress }: Shown): boolean {
  if (stateNow() !== 'granted') return false
  try {
    const shown = new Notification(title, { body, tag, icon: '/favicon.svg' })
    shown.addEventListener('click', () => {
      window.focus()
      shown.close()
      onPress?.()
    })
    return true
  } catch {
    isRefused = true
    changed()
    return false
  }
}

function changed(): void {
  for (const listener of listeners) listener()
}

/** The settings of a browser tell nobody that they were changed: whoever changed them comes back to the page. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener('focus', listener)
  document.addEventListener('visibilitychange', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('focus', listener)
    document.removeEventListener('visibilitychange', listener)
  }
}
