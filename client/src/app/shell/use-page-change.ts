import { useEffect, useLayoutEffect, useRef } from 'react'
import { useLocation, useNavigationType } from 'react-router'
import { focusHeading } from '../../ui/display/focus-heading.ts'

/**
 * What a browser does by itself between documents: a new page begins at its top with the focus on its heading; Back
 * returns to where the page was left. A change of the query alone (a filter) moves nothing.
 */
export function usePageChange(): void {
  const { key, pathname, hash } = useLocation()
  const type = useNavigationType()
  const positions = useRef(new Map<string, number>())
  const at = useRef<{ key: string; pathname: string }>(undefined)

  useEffect(() => {
    history.scrollRestoration = 'manual'
    const remember = () => positions.current.set(at.current?.key ?? '', window.scrollY)
    window.addEventListener('scroll', remember, { passive: true })
    return () => window.removeEventListener('scroll', remember)
  }, [])

  useLayoutEffect(() => {
    const left = at.current
    at.current = { key, pathname }
    // A manage token in the fragment names no element: then this is null, which means the top.
    const target = hash === '' ? null : document.getElementById(hash.slice(1))
    if (left?.key === key) return
    if (!left) return target?.scrollIntoView()
    if (type === 'POP') return scrollWhenPossible(positions.current.get(key) ?? 0)
    if (left.pathname === pathname && !target) return
    if (target) target.scrollIntoView()
    else window.scrollTo(0, 0)
  }, [key, pathname, hash, type])

  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    return focusHeading()
  }, [pathname])
}

/** What was on the page may have to be rendered again before it is as long as it was. */
function scrollWhenPossible(top: number): () => void {
  window.scrollTo(0, top)
  const observer = new ResizeObserver(() => window.scrollTo(0, top))
  const stop = () => {
    observer.disconnect()
    clearTimeout(timer)
    for (const event of taking) window.removeEventListener(event, stop)
  }
  const timer = setTimeout(stop, 1500)
  for (const event of taking) window.addEventListener(event, stop, { passive: true })
  if (window.scrollY < top) observer.observe(document.body)
  else stop()
  return stop
}

// As soon as the person moves, the page is theirs.
const taking = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const
