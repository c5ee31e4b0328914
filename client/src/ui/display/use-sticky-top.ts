import { useEffect, useRef } from 'react'

/**
 * Keeps something tall in sight beside a longer column: it stays at the top of the window if it fits, else its end
 * stays at the bottom. CSS alone knows one of the two.
 */
export function useStickyTop<T extends HTMLElement>(margin = 16) {
  const ref = useRef<T>(null)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const place = () => {
      const top = Math.min(margin, window.innerHeight - element.offsetHeight - margin)
      element.style.top = `${top}px`
    }
    const observer = new ResizeObserver(place)
    observer.observe(element)
    window.addEventListener('resize', place)
    return () => {
      observer.disconnect()
      window.removeEventListener('resize', place)
    }
  }, [margin])
  return ref
}
