import { useSpoken } from './use-announce.ts'
import { VisuallyHidden } from '../display/visually-hidden.tsx'

/** The live region of `useAnnounce`: once in the app, and once in every modal dialog. */
export function Announcer() {
  const spoken = useSpoken()
  return (
    <div aria-live="polite" aria-atomic="true">
      <VisuallyHidden>{spoken}</VisuallyHidden>
    </div>
  )
}
