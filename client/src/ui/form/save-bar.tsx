import { CircleAlert, RefreshCw } from 'lucide-react'
import { Button } from '../action/button.tsx'
import type { Refused } from '../feedback/describe-refusal.ts'
import styles from './save-bar.module.css'

export interface SaveBarProps {
  /** The names of what was changed; none hides the bar. */
  what: readonly string[]
  /** It was changed by somebody else meanwhile. */
  elsewhere: boolean
  busy: boolean
  problem: Refused | null
  onSave: () => void
  onDiscard: () => void
}

/** Says what is not saved yet, and saves it. */
export function SaveBar({ what, elsewhere, busy, problem, onSave, onDiscard }: SaveBarProps) {
  if (what.length === 0) return null
  return (
    <section aria-label="Unsaved changes" className={`glass-pop ${styles.bar}`}>
      <div className={styles.words}>
        <p>
          <strong>Not saved yet:</strong> {what.join(', ')}
        </p>
        {elsewhere && (
          <p role="status" className={styles.elsewhere}>
            <RefreshCw size={16} aria-hidden />
            <span>
              This was changed elsewhere in the meantime. What you typed is kept; everything else
              shows how it is now.
            </span>
          </p>
        )}
        {problem && (
          <p role="alert" className={styles.problem}>
            <CircleAlert size={16} aria-hidden />
            <span>
              Not saved. {problem.title}
              {problem.detail !== undefined && `. ${problem.detail}`}
            </span>
          </p>
        )}
      </div>
      <div className={styles.buttons}>
        <Button onClick={onDiscard}>Discard</Button>
        <Button variant="primary" busy={busy} onClick={onSave}>
          {elsewhere ? 'Replace it with mine' : 'Save'}
        </Button>
      </div>
    </section>
  )
}
