import type { Suggestion } from '@expertconnect/contract/experts/shapes'
import { Search, SpellCheck } from 'lucide-react'
import { Avatar } from '../../../ui/display/avatar.tsx'
import { CategoryIcon } from '../../../ui/display/category-icon.tsx'
import styles from './suggestion-line.module.css'

/** What is suggested, and what it is. */
export function SuggestionLine({ suggestion }: { suggestion: Suggestion }) {
  switch (suggestion.kind) {
    case 'words':
      return suggestion.meant ? (
        <>
          <span className={styles.icon}>
            <SpellCheck size={18} aria-hidden />
          </span>
          <span className={styles.words}>
            Did you mean <strong>{suggestion.text}</strong>?
          </span>
        </>
      ) : (
        <>
          <span className={styles.icon}>
            <Search size={18} aria-hidden />
          </span>
          <span className={styles.words}>{suggestion.text}</span>
        </>
      )
    case 'category':
      return (
        <>
          <span className={styles.icon}>
            <CategoryIcon name={suggestion.icon} size={18} />
          </span>
          <span className={styles.words}>
            {suggestion.name} <small>all in this field</small>
          </span>
        </>
      )
    case 'expert':
      return (
        <>
          <Avatar name={suggestion.name} photoUrl={suggestion.photoUrl} size={32} />
          <span className={styles.words}>
            {suggestion.name} <small>{suggestion.headline}</small>
          </span>
        </>
      )
  }
}
