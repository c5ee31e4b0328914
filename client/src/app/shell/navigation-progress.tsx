import { useEffect, useState } from 'react'
import { useLocation } from 'react-router'
import { VisuallyHidden } from '../../ui/display/visually-hidden.tsx'
import { linkPath } from './link-path.ts'
import styles from './navigation-progress.module.css'

/**
 * The old page stays until the code of the next one is there. On a slow line this thin bar says that the press was
 * noticed; it appears after 200 ms only.
 */
export function NavigationProgress() {
  const { key, pathname } = useLocation()
  const [pending, setPending] = useState<{ to: string; from: string } | null>(null)

  useEffect(() => {
    function press(event: MouseEvent) {
      const to = linkPath(event.target)
      const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey
      if (plain && to !== null && to !== pathname) setPending({ to, from: key })
    }
    document.addEventListener('click', press)
    return () => document.removeEventListener('click', press)
  }, [key, pathname])

  if (pending?.from !== key) return null
  return (
    <div role="status" className={styles.bar}>
      <VisuallyHidden>Loading the page</VisuallyHidden>
    </div>
  )
}
