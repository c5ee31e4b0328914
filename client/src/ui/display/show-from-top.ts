/**
 * Scrolls to the head of what opens, if it is out of sight. What sticks to the window's end shows its end wherever the
 * page is scrolled to: it is measured where it lies in the page, without sticking.
 */
export function showFromTop(element: HTMLElement): void {
  const sticking = stickingAround(element)
  if (sticking) sticking.style.position = 'static'
  const { top } = element.getBoundingClientRect()
  if (top < 0 || top > window.innerHeight / 2) element.scrollIntoView()
  sticking?.style.removeProperty('position')
}

function stickingAround(element: HTMLElement): HTMLElement | null {
  for (let each: HTMLElement | null = element; each; each = each.parentElement) {
    if (getComputedStyle(each).position === 'sticky') return each
  }
  return null
}
