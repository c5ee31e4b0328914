import { useLayoutEffect, useRef } from 'react'

/** For a row of links that is swept on phones: the one of this page is in the middle of it. */
export function useCurrentInView<E extends HTMLElement>() {
  const row = useRef<E>(null)
  const shown = useRef<number>(null)
  // After every rendering: words and numbers beside the links change where it is. Else whoever sweeps the row is left alone.
  useLayoutEffect(() => {
    const { current } = row
    const link = current?.querySelector<HTMLElement>('[aria-current]')
    if (!current || !link) return
    const middle = link.offsetLeft + link.offsetWidth / 2
    if (middle === shown.current) return
    shown.current = middle
    current.scrollLeft = middle - current.clientWidth / 2
  })
  return row
}
