import { useSyncExternalStore } from 'react'

export const themeChoices = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof themeChoices)[number]

// `public/theme.js` reads the same key before the first paint: change both.
const key = 'ec.theme'
const dark = '(prefers-color-scheme: dark)'
const listeners = new Set<() => void>()
let choice: ThemeChoice | undefined

function themeChoice(): ThemeChoice {
  choice ??= read()
  return choice
}

export function useTheme(): ThemeChoice {
  return useSyncExternalStore(subscribe, themeChoice)
}

export function chooseTheme(next: ThemeChoice): void {
  choice = next
  try {
    if (next === 'system') localStorage.removeItem(key)
    else localStorage.setItem(key, next)
  } catch {
    // Storage may be forbidden: the choice then holds until the page is left.
  }
  apply()
}

/** Follows the system and the other tabs from now on. */
export function followTheme(): void {
  matchMedia(dark).addEventListener('change', apply)
  window.addEventListener('storage', (event) => {
    if (event.key !== key && event.key !== null) return
    choice = read()
    apply()
  })
}

function apply(): void {
  const chosen = themeChoice()
  const theme = chosen === 'system' ? (matchMedia(dark).matches ? 'dark' : 'light') : chosen
  document.documentElement.dataset.theme = theme
  for (const listener of listeners) listener()
}

function read(): ThemeChoice {
  try {
    const stored = localStorage.getItem(key)
    return stored === 'light' || stored === 'dark' ? stored : 'system'
  } catch {
    return 'system'
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
