import { CalendarDays } from 'lucide-react'
import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
} from 'react'
import { formatPlainDate } from '../../lib/time/time.ts'
import { typedDate } from '../../lib/time/typed-date.ts'
import { weeksWith } from '../../lib/time/weeks.ts'
import { IconButton } from '../action/icon-button.tsx'
import { Flyout } from '../dialog/flyout.tsx'
import { controlOf, FieldFrame } from '../form/field-frame.tsx'
import control from '../form/control.module.css'
import { cx } from '../style/cx.ts'
import styles from './date-field.module.css'
import { WeekGrid } from './week-grid.tsx'
import { monthsFrom, WeeksHeader } from './weeks-header.tsx'

interface DateFieldProps {
  label: string
  /** `2026-11-25`, or empty. */
  value: string
  today: string
  /** The first date that may be chosen. */
  min?: string
  /** It cannot be emptied. */
  required?: boolean
  /** Shown where nothing is chosen: "Any day". */
  placeholder?: string
  className?: string | undefined
  onChange: (date: string) => void
}

/**
 * A date that is typed, in the order that the page writes dates in, or chosen on a calendar. The browser's own field would
 * show it in another order. What is typed counts once the field is left or Enter is pressed.
 */
export function DateField(props: DateFieldProps) {
  const { label, value, today, min, required = false, placeholder, className, onChange } = props
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const [draft, setDraft] = useState<string | null>(null)
  const [fault, setFault] = useState<string>()
  const [isOpen, setOpen] = useState(false)

  // A form is not sent with a date other than the one that is read in it.
  useLayoutEffect(() => input.current?.setCustomValidity(fault ?? ''), [fault])

  // A field that was left may change the one that is come to: what is typed there takes the place of its text.
  useLayoutEffect(() => {
    if (document.activeElement === input.current) input.current?.select()
  }, [value])

  function take(date: string) {
    setDraft(null)
    setFault(undefined)
    if (date !== value) onChange(date)
  }

  /** What was typed, if it is a date. */
  function takeDraft() {
    if (draft === null) return
    if (draft.trim() === '') return take(required ? value : '')
    const date = typedDate(draft, today)
    if (date === null) return setFault(`Write it like ${formatPlainDate(today)}`)
    if (min !== undefined && date < min) return setFault(`Not before ${formatPlainDate(min)}`)
    take(date)
  }

  function press(event: KeyboardEvent) {
    if (event.key === 'Enter') takeDraft()
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      takeDraft()
      setOpen(true)
    }
  }

  function leave({ currentTarget, relatedTarget }: FocusEvent) {
    if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) setOpen(false)
  }

  return (
    <div className={className} onBlur={leave}>
      <FieldFrame id={id} label={label} error={fault}>
        <div className={styles.box}>
          <input
            {...controlOf({ id, hint: undefined, error: fault })}
            ref={input}
            type="text"
            autoComplete="off"
            spellCheck={false}
            required={required}
            placeholder={placeholder}
            className={cx(control.control, styles.input)}
            value={draft ?? (value === '' ? '' : formatPlainDate(value))}
            onChange={({ target }) => {
              setDraft(target.value)
              setFault(undefined)
            }}
            onBlur={takeDraft}
            onKeyDown={press}
          />
          <IconButton
            ref={button}
            className={styles.button}
            label={`${label}: choose on a calendar`}
            icon={<CalendarDays size={18} aria-hidden />}
            aria-haspopup="dialog"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          />
        </div>
      </FieldFrame>
      {isOpen && (
        <Flyout anchor={button} label={label} role="dialog" onClose={() => setOpen(false)}>
          <Weeks
            value={value}
            today={today}
            min={min}
            onChoose={(date) => {
              take(date)
              setOpen(false)
            }}
          />
        </Flyout>
      )}
    </div>
  )
}

interface WeeksProps extends Pick<DateFieldProps, 'value' | 'today'> {
  min: string | undefined
  onChoose: (date: string) => void
}

const earliest = '1970-01-01'

function Weeks({ value, today, min = earliest, onChoose }: WeeksProps) {
  const start = value === '' ? (today < min ? min : today) : value
  const [from, setFrom] = useState(weeksWith(start, today))
  const area = useRef<HTMLDivElement>(null)
  useEffect(() => {
    area.current?.querySelector<HTMLElement>('[data-date][tabindex="0"]')?.focus()
  }, [])
  return (
    <div ref={area} className={styles.weeks}>
      <WeeksHeader as="p" from={from} first={min} onFrom={setFrom} />
      <WeekGrid
        from={from}
        label={monthsFrom(from)}
        today={today}
        first={min}
        stops={[start, today]}
        className={styles.grid}
        look={(date) => ({
          kind: 'day',
          says: date === today ? 'today' : '',
          choosable: date >= min,
          chosen: date === value,
        })}
        onChoose={onChoose}
        onFrom={setFrom}
      />
    </div>
  )
}
