import { X } from 'lucide-react'
import {
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import { IconButton } from '../action/icon-button.tsx'
import { VisuallyHidden } from '../display/visually-hidden.tsx'
import { OptionList } from '../combobox/option-list.tsx'
import { SearchField } from './search-field.tsx'
import styles from './search-box.module.css'
import { useCombobox } from '../combobox/use-combobox.ts'

interface SearchBoxProps {
  /** What is searched, in words: "Search experts". */
  label: string
  placeholder: string
  /** What is searched for now, from the address. */
  query: string
  onSearch: (query: string) => void
  /** What is offered below it while somebody types. */
  suggesting?: Suggesting
}

export interface Suggesting {
  readonly options: readonly { readonly key: string; readonly node: ReactNode }[]
  readonly onType: (text: string) => void
  /** Does what was chosen, and answers what stands in the box then. */
  readonly onChoose: (at: number) => string
}

/** Searches while one types, a quarter of a second after the last letter, and at once on Enter. */
export function SearchBox(props: SearchBoxProps) {
  const { label, placeholder, query, onSearch, suggesting } = props
  const options = suggesting?.options ?? []
  const [text, setText] = useState(query)
  const [asked, setAsked] = useState(query)
  const [seen, setSeen] = useState(query)
  const input = useRef<HTMLInputElement>(null)

  if (query !== seen) {
    setSeen(query)
    // The address was changed by something else than this box (Back, a link): it wins.
    if (query !== asked) setText(query)
  }

  function search(next: string) {
    setAsked(next)
    onSearch(next)
  }
  const searchLater = useEffectEvent(search)
  useEffect(() => {
    const next = text.trim()
    if (next === query) return
    const timer = setTimeout(searchLater, 250, next)
    return () => clearTimeout(timer)
  }, [text, query])

  const combobox = useCombobox(options.length, (at) => {
    const next = suggesting?.onChoose(at) ?? text
    setText(next)
    setAsked(next)
  })

  function type(next: string) {
    setText(next)
    suggesting?.onType(next)
    combobox.show(next.trim() !== '')
  }

  function press(event: KeyboardEvent) {
    if (combobox.press(event) || event.key !== 'Enter') return
    combobox.show(false)
    if (text.trim() !== query) search(text.trim())
  }

  function clear() {
    setText('')
    suggesting?.onType('')
    setAsked('')
    onSearch('')
    input.current?.focus()
  }

  return (
    <div role="search" aria-label={label} className={styles.box}>
      <SearchField
        ref={input}
        label={label}
        placeholder={placeholder}
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={press}
        {...(suggesting && combobox.input)}
      />
      {text !== '' && (
        <IconButton label="Clear the search" icon={<X size={18} aria-hidden />} onClick={clear} />
      )}
      {suggesting && (
        <>
          <div role="status">
            <VisuallyHidden>
              {combobox.isOpen &&
                (options.length === 1 ? '1 suggestion' : `${options.length} suggestions`)}
            </VisuallyHidden>
          </div>
          <OptionList combobox={combobox} label="Suggestions" options={options} />
        </>
      )}
    </div>
  )
}
