import { languageName } from '../../lib/language-name.ts'
import { languageOptions } from '../../lib/language-options.ts'
import { Select } from '../../ui/form/select.tsx'
import { FaultLine } from '../../ui/form/fault-line.tsx'
import { Chips } from './chips.tsx'
import { everyLanguage } from './every-language.ts'
import styles from './languages-editor.module.css'

export interface LanguagesEditorProps {
  languages: readonly string[]
  fault: string | undefined
  onChange: (languages: readonly string[]) => void
}

/** The languages that one speaks with customers. */
export function LanguagesEditor({ languages, fault, onChange }: LanguagesEditorProps) {
  const others = languageOptions(everyLanguage).filter(({ value }) => !languages.includes(value))
  return (
    <div className={styles.editor}>
      <span className={styles.label}>Languages</span>
      <Chips
        label="Languages"
        items={languages.map((code) => ({ key: code, text: languageName(code) }))}
        onRemove={(gone) => onChange(languages.filter((code) => code !== gone))}
      />
      {languages.length < 12 && (
        <Select
          label="Add a language"
          aria-invalid={fault === undefined ? undefined : true}
          options={[{ value: '', label: 'Choose…' }, ...others]}
          value=""
          onChange={(code) => code !== '' && onChange([...languages, code])}
        />
      )}
      {fault !== undefined && <FaultLine role="alert">{fault}</FaultLine>}
    </div>
  )
}
