import { X } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { IconButton } from '../action/icon-button.tsx'
import { SearchField } from './search-field.tsx'
import styles from './search-box.module.css'

interface SearchBoxProps {
  /** What is searched, in words: "Search experts". */
  label: string
  placeholder: string
  /** What is searched for now, from the address. */
  query: string
  onSearch: (query: string) => void
}

/** Searches while one types, a quarter of a second after the last letter. */
export function SearchBox({ label, placeholder, query, onSearch }: SearchBoxProps) {
  const [text, setText] = useState(query)
  const [asked, setAsked] = useState(query)
  const [seen, setSeen] = useState(query)
  const input = useRef<HTMLInputElement>(null)

  if (query !== seen) {
    setSeen(query)
    // The address was changed by something else than this box (Back, a link): it wins.
    if (query !== asked) setText(query)
  }

  const search = useEffectEvent((next: string) => {
    setAsked(next)
    onSearch(next)
  })
  useEffect(() => {
    const next = text.trim()
    if (next === query) return
    const timer = setTimeout(search, 250, next)
    return () => clearTimeout(timer)
  }, [text, query])

  function clear() {
    setText('')
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
        onChange={(event) => setText(event.target.value)}
      />
      {text !== '' && (
        <IconButton label="Clear the search" icon={<X size={18} aria-hidden />} onClick={clear} />
      )}
    </div>
  )
}
