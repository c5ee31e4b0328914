import { locale } from '../../lib/time/time.ts'
import { Field } from '../../ui/form/field.tsx'
import { Select } from '../../ui/form/select.tsx'
import { ChipsEditor } from './chips-editor.tsx'
import { LanguagesEditor } from './languages-editor.tsx'
import type { Faults } from '../../ui/form/place-faults.ts'
import type { ProfileState } from './profile-state.ts'
import styles from './profile-fields.module.css'

export interface ProfileFieldsProps {
  shown: ProfileState
  faults: Faults<keyof ProfileState>
  categories: readonly { slug: string; name: string }[]
  currency: string
  onChange: (part: Partial<ProfileState>) => void
}

export function ProfileFields(props: ProfileFieldsProps) {
  const { shown, faults, categories, currency, onChange } = props
  return (
    <div className={styles.fields}>
      <Field
        label="Name"
        maxLength={120}
        autoComplete="name"
        value={shown.name}
        error={faults.name}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <Field
        label="Headline"
        maxLength={160}
        hint={`What you help with, in one line. ${left(shown.headline, 160)}`}
        value={shown.headline}
        error={faults.headline}
        onChange={(event) => onChange({ headline: event.target.value })}
      />
      <div className={styles.pair}>
        <Select
          label="Category"
          options={categories.map(({ slug, name }) => ({ value: slug, label: name }))}
          value={shown.category}
          onChange={(category) => onChange({ category })}
        />
        <Field
          label={`Rate per hour, ${currency}`}
          inputMode="decimal"
          maxLength={10}
          value={shown.hourlyRate}
          error={faults.hourlyRate}
          hint="For new bookings. Existing bookings keep their price."
          onChange={(event) => onChange({ hourlyRate: event.target.value })}
        />
      </div>
      <Field
        label="About you"
        multiline
        rows={8}
        maxLength={4000}
        hint={left(shown.bio, 4000)}
        value={shown.bio}
        error={faults.bio}
        onChange={(event) => onChange({ bio: event.target.value })}
      />
      <Field
        label="What to bring"
        optional
        multiline
        rows={3}
        hint="One thing per line, up to 10."
        value={shown.bring}
        error={faults.bring}
        onChange={(event) => onChange({ bring: event.target.value })}
      />
      <ChipsEditor
        label="Skills"
        hint="Up to 20, each up to 40 characters. Press Enter or comma to add one."
        items={shown.skills}
        most={20}
        fault={faults.skills}
        onChange={(skills) => onChange({ skills })}
      />
      <LanguagesEditor
        languages={shown.languages}
        fault={faults.languages}
        onChange={(languages) => onChange({ languages })}
      />
      <Field
        label="Your own meeting link"
        optional
        type="url"
        inputMode="url"
        autoComplete="off"
        maxLength={500}
        hint="Your own room elsewhere, such as https://meet.example/you. Customers see it if a call can’t connect; visitors never do."
        value={shown.meetingUrl}
        error={faults.meetingUrl}
        onChange={(event) => onChange({ meetingUrl: event.target.value })}
      />
    </div>
  )
}

function left(text: string, most: number): string {
  return `${(most - text.length).toLocaleString(locale())} characters left.`
}
