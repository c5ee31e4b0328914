import { NotebookPen } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '../../ui/action/button.tsx'
import { Panel } from '../../ui/display/panel.tsx'
import { NotesField } from './notes-field.tsx'
import styles from './session-notes.module.css'
import { type NotesOf, useNotes } from './use-notes.ts'

/** One's own notes on the page of a session: a quiet line as long as there are none. */
export function SessionNotes(props: NotesOf) {
  const { view, keeper } = useNotes(props)
  const [isOpen, setOpen] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const isEmpty = view.text === '' && view.others.length === 0
  // Whoever empties them goes on writing.
  if (!isEmpty && !isOpen) setOpen(true)
  const isForOthers = view.problem?.status === 403 || view.problem?.status === 404
  if (isEmpty && (view.state === 'reading' || isForOthers)) return null
  if (isEmpty && view.state === 'saved' && !isOpen) {
    return (
      <Panel as="section" className={styles.none} aria-label="Your notes">
        <p>Notes on this session that only you can read.</p>
        <Button
          size="s"
          icon={<NotebookPen size={16} aria-hidden />}
          onClick={() => {
            setOpen(true)
            requestAnimationFrame(() => field.current?.focus())
          }}
        >
          Take notes
        </Button>
      </Panel>
    )
  }
  return (
    <Panel as="section" className={styles.notes} aria-labelledby="notes">
      <h2 id="notes">Your notes</h2>
      <NotesField view={view} keeper={keeper} ref={field} />
    </Panel>
  )
}
