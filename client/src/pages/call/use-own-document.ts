import { useEffect, useState } from 'react'

/**
 * Whether this document was loaded as the page of a call. Camera and microphone are allowed to those alone: whoever comes
 * here from another page without loading anew, as after signing in, could use neither. Then it is loaded anew.
 */
export function useOwnDocument(): boolean {
  const [isOwn] = useState(isOwnDocument)
  useEffect(() => {
    if (!isOwn) location.reload()
  }, [isOwn])
  return isOwn
}

function isOwnDocument(): boolean {
  const [loaded] = performance.getEntriesByType('navigation')
  return loaded === undefined || /(\/call|^\/practice)\/?$/.test(new URL(loaded.name).pathname)
}
