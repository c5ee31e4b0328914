import { useEffect } from 'react'

/** What the page is called; unknown as long as the server's own title stands. */
let name: string | undefined
let mark: string | null = null

/**
 * The title of the tab. While it is unknown (`undefined`) the one that the server wrote stays. It is set by hand and
 * not by a `<title>` element, which would stand beside the server's.
 */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    if (title === undefined) return
    name = `${title} · ExpertConnect`
    write()
  }, [title])
}

/** A few words before the title, for whoever has another tab before them. `null` takes them away. */
export function useTitleMark(words: string | null): void {
  useEffect(() => {
    if (words === null) return
    mark = words
    write()
    return () => {
      mark = null
      write()
    }
  }, [words])
}

function write(): void {
  name ??= document.title
  document.title = mark === null ? name : `${mark} · ${name}`
}
