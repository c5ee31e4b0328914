import { writtenLine } from '@expertconnect/contract/written'
import { Plus } from 'lucide-react'
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { IconButton } from '../../ui/action/icon-button.tsx'
import { FaultLine } from '../../ui/form/fault-line.tsx'
import styles from './chips-editor.module.css'
import { Chips } from './chips.tsx'

export interface ChipsEditorProps {
  label: string
  hint: string
  items: readonly string[]
  most: number
  fault: string | undefined
  onChange: (items: readonly string[]) => void
}

/** A list of words: typed one by one, each removed by its own button. */
export function ChipsEditor({ label, hint, items, most, fault, onChange }: ChipsEditorProps) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const full = items.length >= most

  function add() {
    const cut = typed.replaceAll(',', ' ').trim().slice(0, 40)
    // Cut in the midst of a character, it would be refused.
    const word = writtenLine(cut.replace(/\p{Surrogate}$/u, ''))
    setTyped('')
    const known = items.some((item) => item.toLowerCase() === word.toLowerCase())
    if (word !== '' && !known && !full) onChange([...items, word])
  }

  function press(event: KeyboardEvent) {
    if (event.key !== 'Enter' && event.key !== ',') return
    event.preventDefault()
    add()
  }

  return (
    <div className={styles.editor}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <Chips
        label={label}
        items={items.map((item) => ({ key: item, text: item }))}
        onRemove={(gone) => {
          onChange(items.filter((item) => item !== gone))
          input.current?.focus()
        }}
      />
      <div className={styles.row}>
        <input
          ref={input}
          id={id}
          type="text"
          maxLength={40}
          className={styles.input}
          aria-invalid={fault === undefined ? undefined : true}
          aria-describedby={`${id}-hint`}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={press}
          onBlur={add}
        />
        <IconButton
          label={`Add to ${label.toLowerCase()}`}
          icon={<Plus size={20} aria-hidden />}
          aria-disabled={full}
          onClick={add}
        />
      </div>
      <p id={`${id}-hint`} className={styles.hint}>
        {full ? `You have all ${most} you can have. Remove one to add another.` : hint}
      </p>
      {fault !== undefined && <FaultLine role="alert">{fault}</FaultLine>}
    </div>
  )
}
