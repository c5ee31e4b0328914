import { remembered, useRemembered } from '../../lib/browser/remembered.ts'

export const themeChoices = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof themeChoices)[number]

const choice = remembered<ThemeChoice>({
  on: 'device',
  // `public/theme.js` reads the same key before the first paint: change both.
  key: 'ec.theme',
  plain: true,
  shape: (found) => (found === 'light' || found === 'dark' ? found : 'system'),
})
const dark = '(prefers-color-scheme: dark)'

export function useTheme(): ThemeChoice {
  return useRemembered(choice)
}

export function chooseTheme(next: ThemeChoice): void {
  choice.write(next === 'system' ? null : next)
  apply()
}

/** Follows the system and the other tabs from now on. */
export function followTheme(): void {
  matchMedia(dark).addEventListener('change', apply)
  choice.subscribe(apply)
}

function apply(): void {
  const chosen = choice.read()
  const theme = chosen === 'system' ? (matchMedia(dark).matches ? 'dark' : 'light') : chosen
  document.documentElement.dataset.theme = theme
}
