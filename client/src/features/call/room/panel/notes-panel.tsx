import { type ReactNode, useEffect, useRef } from 'react'
import styles from './notes-panel.module.css'
import { SidePanel } from './side-panel.tsx'

interface NotesPanelProps {
  /** The field. */
  children: ReactNode
  onClose: () => void
}

/** One's own notes, which the other side never sees. */
export function NotesPanel({ children, onClose }: NotesPanelProps) {
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    panel.current?.querySelector<HTMLElement>('textarea')?.focus({ preventScroll: true })
  }, [])
  return (
    <SidePanel ref={panel} title="Notes" closeLabel="Close the notes" onClose={onClose}>
      <div className={styles.notes}>{children}</div>
    </SidePanel>
  )
}
