import type { Expert } from '@expertconnect/contract/experts/shapes'
import { Select } from '../../ui/form/select.tsx'
import styles from './filter-bar.module.css'
import { sorts, type Filters } from './filters.ts'
import { languageOptions } from '../../lib/language-options.ts'
import { priceOptions } from './price-steps.ts'

interface FilterBarProps {
  filters: Filters
  /** Everyone who was listed so far: they tell the currency and the less common languages. */
  experts: readonly Expert[]
  onChange: (change: Partial<Filters>) => void
}

const sortLabels = { soonest: 'Free soonest', rating: 'Best rated', price: 'Lowest price' }

export function FilterBar({ filters, experts, onChange }: FilterBarProps) {
  const { language, maxPrice, sort } = filters
  const spoken = experts.flatMap((expert) => expert.languages)
  if (language !== '') spoken.push(language)
  return (
    <div className={styles.bar}>
      <Select
        label="Language"
        value={language}
        options={[{ value: '', label: 'Any language' }, ...languageOptions(spoken)]}
        onChange={(value) => onChange({ language: value })}
      />
      <Select
        label="Price per hour"
        value={String(maxPrice)}
        options={priceOptions(maxPrice, experts[0]?.hourlyRate.currency)}
        onChange={(value) => onChange({ maxPrice: Number(value) })}
      />
      <Select
        label="Sort by"
        value={sort}
        options={sorts.map((value) => ({ value, label: sortLabels[value] }))}
        onChange={(value) =>
          onChange({ sort: sorts.find((known) => known === value) ?? 'soonest' })
        }
      />
    </div>
  )
}
