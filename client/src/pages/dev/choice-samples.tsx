import { useState } from 'react'
import { Checkbox } from '../../ui/form/checkbox.tsx'
import { ComboboxField } from '../../ui/list/combobox-field.tsx'
import { OptionList } from '../../ui/combobox/option-list.tsx'
import { useCombobox } from '../../ui/combobox/use-combobox.ts'
import { SaveBar } from '../../ui/form/save-bar.tsx'
import { Segmented } from '../../ui/form/segmented.tsx'
import { Select } from '../../ui/form/select.tsx'
import { Switch } from '../../ui/form/switch.tsx'
import { Sample, SampleGroup } from './sample.tsx'

const orders = [
  { value: 'soonest', label: 'Free soonest' },
  { value: 'rating', label: 'Best rated' },
]
const lengths = [
  { value: 30, label: '30 min', detail: '$45' },
  { value: 60, label: '60 min', detail: '$80' },
  { value: 90, label: '90 min', detail: 'Not offered', disabled: true },
]

/** What is chosen, and what is saved. */
export function ChoiceSamples() {
  const [order, setOrder] = useState('soonest')
  const [length, setLength] = useState(60)
  const [checked, setChecked] = useState(true)
  const [on, setOn] = useState(true)
  return (
    <SampleGroup title="Form: what is chosen">
      <Sample title="List">
        <Select label="Sort by" options={orders} value={order} onChange={setOrder} />
        <Select label="Sorted, disabled" options={orders} disabled onChange={() => undefined} />
      </Sample>
      <Sample title="Choice of a few">
        <Segmented legend="Order" options={orders} value={order} onChange={setOrder} />
        <Segmented
          legend="Length of the session"
          showLegend
          options={lengths}
          value={length}
          onChange={setLength}
        />
        <Segmented
          legend="Order, below each other"
          showLegend
          stacked
          options={orders}
          value={order}
          onChange={setOrder}
        />
      </Sample>
      <Sample title="Checkbox">
        <Checkbox label="Chosen" checked={checked} onChange={setChecked} />
        <Checkbox label="Not chosen" checked={!checked} onChange={(next) => setChecked(!next)} />
        <Checkbox label="Chosen, disabled" checked disabled onChange={() => undefined} />
        <Checkbox
          label="Not chosen, disabled"
          checked={false}
          disabled
          onChange={() => undefined}
        />
      </Sample>
      <Sample title="Switch">
        <Switch label="On" detail="People can book." checked={on} onChange={setOn} />
        <Switch label="Off" checked={!on} onChange={(next) => setOn(!next)} />
        <Switch label="Busy" detail="It is on its way." checked busy onChange={() => undefined} />
      </Sample>
      <ComboboxSamples />
      <SaveBarSamples />
    </SampleGroup>
  )
}

const people = ['Ada Lovelace', 'Grace Hopper', 'Mary Somerville']

function ComboboxSamples() {
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState('Grace Hopper')
  const [picked, setPicked] = useState('')
  const combobox = useCombobox(people.length, (at) => setPicked(people[at] ?? ''))
  const found = people.filter((name) => name.toLowerCase().includes(typed.toLowerCase()))
  return (
    <Sample title="One of many, found by typing">
      <ComboboxField
        label="Person"
        placeholder="Anybody"
        chosen={chosen}
        options={found.map((name) => ({ key: name, node: name }))}
        onType={setTyped}
        onChoose={(at) => setChosen(found[at] ?? '')}
        onClear={() => setChosen('')}
      />
      <div style={{ position: 'relative' }}>
        <input
          {...combobox.input}
          aria-label="A field that offers"
          placeholder="A field that offers; press the down arrow"
          value={picked}
          onChange={({ target }) => setPicked(target.value)}
          onKeyDown={combobox.press}
        />
        <OptionList
          combobox={combobox}
          label="People"
          options={people.map((name) => ({ key: name, node: name }))}
        />
      </div>
    </Sample>
  )
}

const taken = { title: 'The headline is too long', detail: 'At most 160 characters' }
const bars = [
  { value: 'changed', label: 'changed', elsewhere: false, busy: false, problem: null },
  { value: 'busy', label: 'busy', elsewhere: false, busy: true, problem: null },
  { value: 'elsewhere', label: 'elsewhere', elsewhere: true, busy: false, problem: null },
  { value: 'refused', label: 'refused', elsewhere: true, busy: false, problem: taken },
]

/** One at a time, in a place of its own: it follows the window, and would cover what stands above it. */
function SaveBarSamples() {
  const [state, setState] = useState<string>('refused')
  const bar = bars.find((each) => each.value === state)
  return (
    <Sample title="What is not saved yet" wide bare>
      <Select
        label="State of the bar"
        options={[...bars, { value: 'none', label: 'none' }]}
        value={state}
        onChange={setState}
      />
      <div>
        <SaveBar
          what={bar ? ['headline', 'skills'] : []}
          elsewhere={bar?.elsewhere ?? false}
          busy={bar?.busy ?? false}
          problem={bar?.problem ?? null}
          onSave={() => setState('busy')}
          onDiscard={() => setState('none')}
        />
      </div>
    </Sample>
  )
}
