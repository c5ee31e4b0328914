import type { Expert } from '@expertconnect/contract/experts/shapes'
import { Select } from '../../ui/form/select.tsx'
import styles from './filter-bar.module.css'
import { sorts, type Filters } from './filters.ts'
import { languageOptions } from '../../lib/language-options.ts'
import { priceOptions } from './price-steps.ts'
import { whens, whenTexts } from './when.ts'

interface FilterBarProps {
  filters: Filters
  /** Everyone who was listed so far: they tell the currency and the less common languages. */
  experts: readonly Expert[]
  onChange: (change: Partial<Filters>) => void
}

const sortLabels = { soonest: 'Free soonest', rating: 'Best rated', price: 'Lowest price' }

export function FilterBar({ filters, experts, onChange }: FilterBarProps) {
  const { language, maxPrice, free, sort } = filters
  const spoken = experts.flatMap((expert) => expert.languages)
  if (language !== '') spoken.push(language)
  return (
    <div className={styles.bar}>
      <Select
        label="When"
        value={free}
        options={[
          { value: '', label: 'Any time' },
          ...whens.map((when) => ({ value: when, label: whenTexts[when] })),
        ]}
        onChange={(value) => onChange({ free: whens.find((when) => when === value) ?? '' })}
      />
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
