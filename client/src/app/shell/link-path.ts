/** The path that a press on this element would lead to, if it is a page of ours that opens in this tab. */
export function linkPath(target: EventTarget | null): string | null {
  const link = target instanceof Element ? target.closest('a') : null
  if (
    !link?.href ||
    (link.target !== '' && link.target !== '_self') ||
    link.hasAttribute('download')
  ) {
    return null
  }
  const url = new URL(link.href)
  return url.origin === window.location.origin ? url.pathname : null
}
