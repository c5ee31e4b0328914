import { skipWords } from '@expertconnect/contract/pages'
import type { MouseEvent } from 'react'

/** Its looks are in `ui/style/first-paint.css`, since it is there before the code is. */
export function SkipLink() {
  function skip(event: MouseEvent) {
    // Following it would overwrite the fragment of the address, where a booking page keeps its token.
    event.preventDefault()
    document.getElementById('main')?.focus()
  }
  return (
    <a href="#main" className="skip-link" onClick={skip}>
      {skipWords}
    </a>
  )
}
