import { useLayoutEffect, useRef } from 'react'

/** For a row of links that is swept on phones: the one of this page is in the middle of it. */
export function useCurrentInView<E extends HTMLElement>() {
  const row = useRef<E>(null)
  // After every rendering: words and numbers beside the links change where they are.
  useLayoutEffect(() => {
    const { current } = row
    const link = current?.querySelector<HTMLElement>('[aria-current]')
    if (current && link)
      current.scrollLeft = link.offsetLeft - (current.clientWidth - link.offsetWidth) / 2
  })
  return row
}
