import type { PermissionNow } from './diagnose.ts'
import type { Source } from './local-media.ts'

function query(source: Source): Promise<PermissionStatus> {
  return navigator.permissions.query({ name: source })
}

/** What the permission stands at. Never rejects: older browsers cannot be asked. */
export async function permissionFor(source: Source): Promise<PermissionNow> {
  try {
    return (await query(source)).state
  } catch {
    return 'unknown'
  }
}

/** Calls `onGranted` when somebody allows a source in the settings of the browser. */
export function watchPermission(source: Source, onGranted: () => void): () => void {
  let status: PermissionStatus | undefined
  let isOver = false
  const look = () => {
    if (status?.state === 'granted') onGranted()
  }
  query(source).then(
    (found) => {
      if (isOver) return
      status = found
      status.addEventListener('change', look)
    },
    () => undefined,
  )
  return () => {
    isOver = true
    status?.removeEventListener('change', look)
  }
}
