import { useEffect } from 'react'

/** The browser asks before the tab is closed or loaded anew; within the product the changes simply wait. */
export function useAskOnLeaving(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isDirty])
}
