import { useId, useState, type ComponentPropsWithRef } from 'react'
import { formatPlainTime, usesClock } from '../../lib/time/time.ts'
import { typedTime } from '../../lib/time/typed-time.ts'
import styles from '../form/control.module.css'
import { FieldFrame } from '../form/field-frame.tsx'

interface TimeInputProps extends Omit<
  ComponentPropsWithRef<'input'>,
  'type' | 'value' | 'onChange'
> {
  /** `17:30`; whatever was typed where that is no time. */
  value: string
  onChange: (value: string) => void
}

/**
 * A time of day, typed and shown by the clock of the page: the browser's own field may tell it by the other one. What is no
 * time is handed on as it is, for its owner to say so.
 */
export function TimeInput({ value, onChange, ...input }: TimeInputProps) {
  const [draft, setDraft] = useState<string | null>(null)

  function type(text: string) {
    setDraft(text)
    // Nothing more can belong to it.
    if (/^\d{2}:\d{2}$/.test(text)) onChange(typedTime(text) ?? text)
  }

  function take() {
    if (draft === null) return
    setDraft(null)
    onChange(typedTime(draft) ?? draft)
  }

  return (
    <input
      {...input}
      type="text"
      autoComplete="off"
      spellCheck={false}
      data-clock={usesClock()}
      value={draft ?? (typedTime(value) === value ? formatPlainTime(value) : value)}
      onChange={({ target }) => type(target.value)}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
    />
  )
}

/** The same as a field with its label. */
export function TimeField({ label, ...input }: TimeInputProps & { label: string }) {
  const id = useId()
  return (
    <FieldFrame id={id} label={label}>
      <TimeInput {...input} id={id} className={styles.control} />
    </FieldFrame>
  )
}
