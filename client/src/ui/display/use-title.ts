import { useEffect } from 'react'

/**
 * The title of the tab. While it is unknown (`undefined`) the one that the server wrote stays. It is set by hand and
 * not by a `<title>` element, which would stand beside the server's.
 */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    if (title !== undefined) document.title = `${title} · ExpertConnect`
  }, [title])
}
