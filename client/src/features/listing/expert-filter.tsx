import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLater } from '../../ui/combobox/use-later.ts'
import { Avatar } from '../../ui/display/avatar.tsx'
import { ComboboxField } from '../../ui/list/combobox-field.tsx'
import { allExpertsQuery } from './queries.ts'

interface ExpertFilterProps {
  /** Of the chosen one; empty for any. */
  slug: string
  /** The name that goes with it, where it is known. */
  name: string | undefined
  className?: string | undefined
  onChoose: (slug: string) => void
}

const offered = 8

/** One expert, listed or not, found by a name or an address. */
export function ExpertFilter({ slug, name, className, onChoose }: ExpertFilterProps) {
  const [typed, setTyped] = useState('')
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map())
  const query = useLater(typed.trim(), 150)
  const { data } = useInfiniteQuery(allExpertsQuery(query, 'all'))
  const experts = (data?.pages[0]?.items ?? []).slice(0, offered)
  return (
    <ComboboxField
      label="Expert"
      placeholder="Any expert"
      className={className}
      chosen={slug === '' ? '' : (names.get(slug) ?? name ?? slug)}
      options={experts.map((expert) => ({
        key: expert.id,
        node: (
          <>
            <Avatar name={expert.name} photoUrl={expert.photoUrl} size={28} />
            <span>{expert.name}</span>
          </>
        ),
      }))}
      onType={setTyped}
      onChoose={(at) => {
        const chosen = experts[at]
        if (!chosen) return
        setNames(new Map(names).set(chosen.slug, chosen.name))
        setTyped('')
        onChoose(chosen.slug)
      }}
      onClear={() => onChoose('')}
    />
  )
}
