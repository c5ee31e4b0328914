import type { ReactNode, SubmitEvent } from 'react'
import styles from './dialog-form.module.css'

interface DialogFormProps {
  /** The button that sends it stands outside, and names it by this. */
  id: string
  onSend: () => void
  children: ReactNode
}

/** The form of a dialog. What is at fault is told by the fields, not by the browser. */
export function DialogForm({ id, onSend, children }: DialogFormProps) {
  function send(event: SubmitEvent) {
    event.preventDefault()
    onSend()
  }
  return (
    <form id={id} noValidate className={styles.form} onSubmit={send}>
      {children}
    </form>
  )
}
