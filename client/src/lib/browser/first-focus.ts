/**
 * Remembers which link of the first paint has the focus. What it answers is called when the page has been drawn over it, and
 * gives the focus to the same link there: with its element a browser forgets the place, and the keyboard begins anew.
 */
export function followFirstFocus(root: HTMLElement): () => void {
  const following = new AbortController()
  let last = root.contains(document.activeElement) ? document.activeElement : null
  const { signal } = following
  root.addEventListener('focusin', ({ target }) => (last = target as Element), { signal })
  root.addEventListener('pointerdown', () => (last = null), { signal })

  return () => {
    following.abort()
    if (last === null || last.isConnected || document.activeElement !== document.body) return
    const href = last.getAttribute('href')
    const same = [...root.querySelectorAll('a')].find((link) => link.getAttribute('href') === href)
    same?.focus({ preventScroll: true })
  }
}
