import type { Suggestion } from '@expertconnect/contract/experts/shapes'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../../../lib/paths.ts'
import { SearchBox } from '../../../ui/form/search-box.tsx'
import { useLater } from '../../../ui/combobox/use-later.ts'
import type { Filters } from '../filters.ts'
import { suggestionsQuery } from '../queries.ts'
import { SuggestionLine } from './suggestion-line.tsx'

interface DirectorySearchProps {
  query: string
  onChange: (change: Partial<Filters>) => void
}

const none: readonly Suggestion[] = []

/** Searches the directory while somebody types, and suggests how they may go on. */
export function DirectorySearch({ query, onChange }: DirectorySearchProps) {
  const [typed, setTyped] = useState('')
  const text = typed.trim()
  const later = useLater(text, 120)
  const { data = none } = useQuery(suggestionsQuery(later))
  const navigate = useNavigate()
  const suggestions = text.length < 2 || later.length < 2 ? none : data

  function choose(at: number): string {
    const chosen = suggestions[at]
    setTyped('')
    if (chosen?.kind === 'expert') {
      void navigate(paths.expert(chosen.slug))
      return text
    }
    const next = chosen?.kind === 'words' ? chosen.text : ''
    onChange({ query: next, ...(chosen?.kind === 'category' && { category: chosen.slug }) })
    return next
  }

  return (
    <SearchBox
      label="Search experts"
      placeholder="A name, a skill, a question…"
      query={query}
      onSearch={(words) => onChange({ query: words })}
      suggesting={{
        options: suggestions.map((suggestion) => ({
          key: keyOf(suggestion),
          node: <SuggestionLine suggestion={suggestion} />,
        })),
        onType: setTyped,
        onChoose: choose,
      }}
    />
  )
}

function keyOf(suggestion: Suggestion): string {
  return `${suggestion.kind} ${suggestion.kind === 'words' ? suggestion.text : suggestion.slug}`
}
