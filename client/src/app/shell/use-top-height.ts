import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * Tells the style sheets how much of the window the header and what stands above it cover (`--top`), so that whatever
 * is scrolled into sight, or stays there, stays below them.
 */
export function useTopHeight(): RefObject<HTMLDivElement | null> {
  const top = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const { current } = top
    if (!current) return
    const tell = () =>
      document.documentElement.style.setProperty('--top', `${current.offsetHeight}px`)
    const observer = new ResizeObserver(tell)
    observer.observe(current)
    return () => observer.disconnect()
  }, [])
  return top
}
