import { useId, type ComponentProps, type ReactNode } from 'react'
import { cx } from '../style/cx.ts'
import styles from './control.module.css'
import { controlOf, FieldFrame } from './field-frame.tsx'

interface Around {
  label: string
  /** Stays visible while something is typed, unlike a placeholder. */
  hint?: ReactNode
  /** What is wrong and how to mend it. Its presence marks the field as invalid. */
  error?: string | undefined
  /** Writes "optional" beside the label; whatever lacks it is required in the reader's eye. */
  optional?: boolean
}

type OneLine = Around & ComponentProps<'input'> & { multiline?: false }
type ManyLines = Around & ComponentProps<'textarea'> & { multiline: true }
export type FieldProps = OneLine | ManyLines

/** A labelled input. `ref` reaches the control, so that a form can move the focus to its first error. */
export function Field(props: FieldProps) {
  const { label, hint, error, optional = false, className, ...control } = props
  const made = useId()
  const id = control.id ?? made
  const tied = controlOf({ id, hint, error })
  const shared = {
    ...tied,
    'aria-describedby': cx(tied['aria-describedby'], control['aria-describedby']) || undefined,
  }
  return (
    <FieldFrame
      id={id}
      label={label}
      optional={optional}
      hint={hint}
      error={error}
      className={className}
    >
      {renderControl(control, shared)}
    </FieldFrame>
  )
}

type Control =
  | (ComponentProps<'input'> & { multiline?: false })
  | (ComponentProps<'textarea'> & { multiline: true })

function renderControl(control: Control, shared: ComponentProps<'input' | 'textarea'>) {
  if (control.multiline) {
    const { multiline: _, ...rest } = control
    return <textarea rows={4} {...rest} {...(shared as object)} className={styles.control} />
  }
  const { multiline: _, ...rest } = control
  return <input type="text" {...rest} {...(shared as object)} className={styles.control} />
}
