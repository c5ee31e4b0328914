/**
 * Moves the focus to the heading of the page, so that a screen reader begins there and the tab order as well. A page
 * that still loads has no heading yet: it is waited for, unless the person acts before.
 */
export function focusHeading(): () => void {
  if (focusNow()) return () => undefined
  const stop = () => {
    observer.disconnect()
    clearTimeout(timer)
    document.removeEventListener('focusin', stop)
  }
  const observer = new MutationObserver(() => {
    if (focusNow()) stop()
  })
  const timer = setTimeout(stop, 10_000)
  observer.observe(document.body, { childList: true, subtree: true })
  document.addEventListener('focusin', stop, { once: true })
  return stop
}

function focusNow(): boolean {
  const heading = document.querySelector<HTMLElement>('main h1')
  if (!heading) return false
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
  return true
}
