import { useEffect, useEffectEvent } from 'react'

export const shortcutActions = ['microphone', 'camera', 'chat', 'shortcuts'] as const
export type ShortcutAction = (typeof shortcutActions)[number]

interface Shortcut {
  readonly says: string
  readonly code: string
  readonly shift: boolean
  readonly key: string
}

/**
 * As in Meet, where it has them. All need Ctrl or Cmd: a single letter would be pressed by mistake, and by programs that
 * people steer with their voice.
 */
export const shortcuts: Readonly<Record<ShortcutAction, Shortcut>> = {
  microphone: { says: 'Microphone on or off', code: 'KeyD', shift: false, key: 'D' },
  camera: { says: 'Camera on or off', code: 'KeyE', shift: false, key: 'E' },
  chat: { says: 'Open or close the chat', code: 'KeyM', shift: true, key: 'M' },
  shortcuts: { says: 'This list', code: 'Slash', shift: true, key: '/' },
}

/** What is pressed for it, in the words of this system: `Ctrl + D`, `⌘ D`. */
export function keysOf(action: ShortcutAction): readonly string[] {
  const { shift, key } = shortcuts[action]
  return [isMac() ? '⌘' : 'Ctrl', ...(shift ? [isMac() ? '⇧' : 'Shift'] : []), key]
}

/** For `aria-keyshortcuts`. */
export function ariaKeys(action: ShortcutAction): string {
  const { shift, key } = shortcuts[action]
  return [isMac() ? 'Meta' : 'Control', ...(shift ? ['Shift'] : []), key].join('+')
}

const isMac = () => /Mac|iPhone|iPad/.test(navigator.platform)

/** Calls `onShortcut` when its keys are pressed, anywhere on the page or in its window of its own. */
export function useShortcuts(
  onShortcut: (action: ShortcutAction) => void,
  other: Window | null,
): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const action = actionOf(event)
    if (!action) return
    // The browser's own meaning of them (a bookmark, the address bar) would lead away from the call.
    event.preventDefault()
    if (!event.repeat) onShortcut(action)
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event)
    addEventListener('keydown', listener)
    other?.addEventListener('keydown', listener)
    return () => {
      removeEventListener('keydown', listener)
      other?.removeEventListener('keydown', listener)
    }
  }, [other])
}

function actionOf(event: KeyboardEvent): ShortcutAction | undefined {
  if (event.ctrlKey === event.metaKey || event.altKey) return undefined
  // On a Mac, Ctrl and E go to the end of a line: whoever writes there must not be seen by it.
  if (isMac() && event.ctrlKey && isWritten(event)) return undefined
  return shortcutActions.find((action) => {
    const { code, shift, key } = shortcuts[action]
    if (event.shiftKey !== shift) return false
    // By letter, as the keyboard is labelled; by place, where the letter is of another script or becomes "?" by Shift.
    return event.key.toUpperCase() === key || (event.code === code && !/^[a-z]$/i.test(event.key))
  })
}

function isWritten({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.matches('input, textarea')
}
