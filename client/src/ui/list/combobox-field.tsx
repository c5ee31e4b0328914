import { X } from 'lucide-react'
import { useId, useRef, useState, type ReactNode } from 'react'
import { IconButton } from '../action/icon-button.tsx'
import control from '../form/control.module.css'
import styles from './combobox-field.module.css'
import { FieldFrame } from '../form/field-frame.tsx'
import { OptionList } from '../combobox/option-list.tsx'
import { useCombobox } from '../combobox/use-combobox.ts'
import { cx } from '../style/cx.ts'

interface ComboboxFieldProps {
  label: string
  /** What is chosen, in words; empty where nothing is. */
  chosen: string
  /** Shown where nothing is chosen: "Any expert". */
  placeholder: string
  /** For what is typed. */
  options: readonly { readonly key: string; readonly node: ReactNode }[]
  className?: string | undefined
  onType: (text: string) => void
  onChoose: (at: number) => void
  onClear: () => void
}

/** One of many, found by typing. What is typed and not chosen counts for nothing. */
export function ComboboxField(props: ComboboxFieldProps) {
  const { label, chosen, placeholder, options, className, onType, onChoose, onClear } = props
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const combobox = useCombobox(options.length, (at) => {
    setTyped(null)
    onChoose(at)
  })

  function type(text: string) {
    setTyped(text)
    onType(text)
    combobox.show(true)
  }

  function clear() {
    setTyped(null)
    onType('')
    onClear()
    input.current?.focus()
  }

  return (
    <FieldFrame id={id} label={label} className={className}>
      <div className={styles.box}>
        <input
          {...combobox.input}
          ref={input}
          id={id}
          type="text"
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          className={cx(control.control, styles.input)}
          value={typed ?? chosen}
          onChange={({ target }) => type(target.value)}
          onClick={() => combobox.show(true)}
          onKeyDown={combobox.press}
          onBlur={() => {
            combobox.input.onBlur()
            setTyped(null)
          }}
        />
        {(chosen !== '' || (typed ?? '') !== '') && (
          <IconButton
            className={styles.button}
            label={`${label}: ${placeholder}`}
            icon={<X size={18} aria-hidden />}
            onClick={clear}
          />
        )}
        <OptionList combobox={combobox} label={label} options={options} />
      </div>
    </FieldFrame>
  )
}
