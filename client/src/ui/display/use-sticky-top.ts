import { useEffect, useRef } from 'react'

/**
 * Keeps something tall in sight beside a longer column: it stays below the header if it fits, else its end stays at the
 * bottom, and it comes down as far as whatever takes the focus in it needs. CSS alone does not know its height, and what
 * stays is not scrolled into sight by the browser.
 */
export function useStickyTop<T extends HTMLElement>(margin = 16) {
  const ref = useRef<T>(null)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    let lowered = 0
    const place = () => {
      const end = element.offsetHeight + margin - lowered
      element.style.top = `min(var(--top) + ${margin}px, 100vh - ${end}px)`
    }
    // The browser scrolls the page first; how far it did changes with the place, so it is looked at again.
    const show = (target: EventTarget | null, frames: number) =>
      requestAnimationFrame(() => {
        if (!(target instanceof Element) || !target.matches(':focus')) return
        const { top, bottom } = target.getBoundingClientRect()
        const head = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop)
        const above = (Number.isNaN(head) ? 0 : head) - top
        const below = bottom + margin - window.innerHeight
        if (above <= 0 && below <= 0) return
        lowered = Math.max(0, lowered + (above > 0 ? above : -below))
        place()
        // At the end of the page it is the page that has to move.
        target.scrollIntoView({ block: 'nearest' })
        if (frames > 1) show(target, frames - 1)
      })
    const enter = ({ target }: FocusEvent) => show(target, 3)
    const leave = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof Node && element.contains(relatedTarget)) return
      lowered = 0
      place()
    }
    const observer = new ResizeObserver(place)
    observer.observe(element)
    element.addEventListener('focusin', enter)
    element.addEventListener('focusout', leave)
    return () => {
      observer.disconnect()
      element.removeEventListener('focusin', enter)
      element.removeEventListener('focusout', leave)
    }
  }, [margin])
  return ref
}
