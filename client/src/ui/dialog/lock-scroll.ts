/** Stops the page behind a modal dialog from scrolling, and keeps the room of its scroll bar so that nothing shifts. */
export function lockScroll(): () => void {
  const { style, clientWidth } = document.documentElement
  const before = { overflow: style.overflow, paddingRight: style.paddingRight }
  style.paddingRight = `${window.innerWidth - clientWidth}px`
  style.overflow = 'hidden'
  return () => Object.assign(style, before)
}
