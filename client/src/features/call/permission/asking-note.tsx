import { MousePointerClick } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { LocalMediaView } from '../media/local-media.ts'
import styles from './asking-note.module.css'

/** Where the permission is there already, nothing flashes up. */
const delay = 500

/** While the browser asks: its question is easily overlooked. */
export function AskingNote({ view: { microphone, camera } }: { view: LocalMediaView }) {
  const isAsking = microphone.state === 'asking' || camera.state === 'asking'
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    if (!isAsking) return setLong(false)
    const timer = setTimeout(() => setLong(true), delay)
    return () => clearTimeout(timer)
  }, [isAsking])
  return (
    <div role="status" className={styles.place}>
      {isAsking && isLong && (
        <p className={styles.note}>
          <MousePointerClick size={22} aria-hidden />
          <span>
            <strong>Your browser asks you now</strong>
            Choose “Allow” in its question. Nobody sees or hears you before you join.
          </span>
        </p>
      )}
    </div>
  )
}
