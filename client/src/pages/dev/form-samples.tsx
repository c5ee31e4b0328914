import { useState } from 'react'
import { CopyButton } from '../../ui/form/copy-button.tsx'
import { EmailField } from '../../ui/email/email-field.tsx'
import { FaultLine } from '../../ui/form/fault-line.tsx'
import { controlOf, FieldFrame } from '../../ui/form/field-frame.tsx'
import { FieldPair } from '../../ui/form/field-pair.tsx'
import { Field } from '../../ui/form/field.tsx'
import { SearchBox } from '../../ui/form/search-box.tsx'
import { SearchField } from '../../ui/form/search-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { Sample, SampleGroup } from './sample.tsx'

const lengths = [
  { value: '30', label: '30 minutes' },
  { value: '60', label: '60 minutes' },
]

/** What is typed. */
export function FormSamples() {
  return (
    <SampleGroup title="Form: what is typed">
      <Sample title="Field">
        <Field label="Empty" />
        <Field label="Filled" defaultValue="Ada Lovelace" />
        <Field label="With a hint" optional hint="It is not needed, and stays in sight." />
        <Field
          label="At fault"
          defaultValue="ada@"
          error="This does not look like an e-mail address"
          hint="Your link is sent there."
        />
        <Field label="Disabled" defaultValue="ada@example.com" disabled />
        <Field label="To be read only" defaultValue="https://experts.example/b/1" readOnly />
      </Sample>
      <EmailSample />
      <Sample title="Field of many lines">
        <Field label="Empty text" multiline rows={2} placeholder="What you want to talk about" />
        <Field label="Filled text" multiline rows={3} defaultValue={'Two lines:\nthis one, too.'} />
        <Field
          label="Text at fault"
          multiline
          rows={2}
          defaultValue="Too long"
          error="At most 2,000 characters"
        />
        <Field label="Disabled text" multiline rows={2} defaultValue="As it was" disabled />
      </Sample>
      <Sample title="List as a field">
        <SelectField label="Length" options={lengths} />
        <SelectField label="Length, with a hint" options={lengths} hint="Of one session." />
        <SelectField label="Length, at fault" options={lengths} error="Choose a shorter one" />
        <SelectField label="Length, disabled" options={lengths} disabled />
      </Sample>
      <Sample title="Two fields beside each other">
        <FieldPair>
          <Field label="Given name" defaultValue="Ada" />
          <Field label="Family name" defaultValue="Lovelace" />
        </FieldPair>
      </Sample>
      <Sample title="Frame of a control, and a fault by itself">
        <FieldFrame id="sample-frame" label="Any control" error="It ends before it begins">
          <input
            type="range"
            {...controlOf({ id: 'sample-frame', hint: undefined, error: 'It ends before' })}
          />
        </FieldFrame>
        <FaultLine>What is wrong, below what it is wrong with</FaultLine>
      </Sample>
      <Sample title="Copy">
        <CopyButton text="https://experts.example" label="Copy the link" said="Copied" />
        <CopyButton text="https://experts.example" label="Copy it again" said="Copied" />
      </Sample>
      <SearchSamples />
    </SampleGroup>
  )
}

function EmailSample() {
  const [email, setEmail] = useState('grace@gmial.com')
  return (
    <Sample title="E-mail; leave it as it is">
      <EmailField
        label="E-mail"
        hint="Your confirmation is sent there."
        value={email}
        onChange={({ target }) => setEmail(target.value)}
      />
    </Sample>
  )
}

function SearchSamples() {
  const [query, setQuery] = useState('pricing')
  return (
    <Sample title="Search" wide bare>
      <SearchBox
        label="Search nothing"
        placeholder="Name, skill or topic"
        query=""
        onSearch={() => undefined}
      />
      <SearchBox
        label="Search for pricing"
        placeholder="Name, skill or topic"
        query={query}
        onSearch={setQuery}
      />
      <SearchField label="Search without a box" placeholder="The field alone" />
    </Sample>
  )
}
