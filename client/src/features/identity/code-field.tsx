import type { ChangeEvent, ReactNode, Ref } from 'react'
import { Field } from '../../ui/form/field.tsx'
import styles from './code-field.module.css'

export interface CodeFieldProps {
  value: string
  error: string | undefined
  hint?: ReactNode
  readOnly?: boolean
  onChange: (event: ChangeEvent<HTMLInputElement>) => void
  ref: Ref<HTMLInputElement>
  'data-autofocus'?: boolean
}

/** The eight digits of a mail, one as large as the other. */
export function CodeField(props: CodeFieldProps) {
  return (
    <Field
      {...props}
      className={styles.code}
      label="Eight-digit code"
      inputMode="numeric"
      autoComplete="one-time-code"
      enterKeyHint="go"
      required
    />
  )
}
