import { SearchBox } from '../form/search-box.tsx'
import { Segmented } from '../form/segmented.tsx'
import styles from './search-tools.module.css'

interface SearchToolsProps<T extends string> {
  /** "Search experts". */
  label: string
  placeholder: string
  query: string
  /** What the parts are: "Which experts". */
  legend: string
  parts: readonly { value: T; label: string }[]
  part: T
  onChange: (next: { query?: string; part?: T }) => void
}

/** Words to look for, and which part of the list is meant. */
export function SearchTools<T extends string>(props: SearchToolsProps<T>) {
  const { label, placeholder, query, legend, parts, part, onChange } = props
  return (
    <div className={styles.tools}>
      <SearchBox
        label={label}
        placeholder={placeholder}
        query={query}
        onSearch={(words) => onChange({ query: words })}
      />
      <Segmented
        legend={legend}
        options={parts}
        value={part}
        onChange={(next) => onChange({ part: next })}
      />
    </div>
  )
}
