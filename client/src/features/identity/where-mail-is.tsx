import { paths } from '../../lib/paths.ts'
import { VisuallyHidden } from '../../ui/display/visually-hidden.tsx'

/**
 * The way to the mail of a demo. Without its key there is no link that would open it: this page cannot know whether
 * whoever reads it sits at the machine.
 */
export function WhereMailIs({ state }: { state: 'open' | 'closed' }) {
  if (state === 'closed') {
    return (
      <>
        The terminal in which the server was started shows an address that ends with{' '}
        <code>{paths.devMail}?key=…</code>. Open it, and come back here.
      </>
    )
  }
  return (
    <a href={paths.devMail} target="_blank" rel="noopener">
      Read it here<VisuallyHidden>, opens in a new tab</VisuallyHidden>
    </a>
  )
}
