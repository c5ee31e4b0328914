import type { AdminExpert, AdminExpertChange } from '@expertconnect/contract/experts/shapes'
import type { Problem } from '@expertconnect/contract/problem'
import { useState } from 'react'
import { call } from '../../server/api/client.ts'
import { problemOf } from '../../server/api/problem.ts'
import { useForm } from '../../ui/form/use-form.ts'
import { amountOf } from '../../lib/money.ts'
import { findExpert } from './find-expert.ts'
import {
  changeOf,
  mergeTexts,
  type ProfileField,
  profileFields,
  type ProfileTexts,
  textsOf,
} from './profile-texts.ts'
import { useChange } from '../../server/use-change.ts'

/** Somebody else has saved meanwhile: as it is now, and what both have changed. */
export interface Overtaken {
  readonly theirs: ProfileTexts
  readonly clashes: readonly ProfileField[]
}

/** Edits a profile. `onSaved` is told also where there was nothing to save. */
export function useEdit(expert: AdminExpert, onSaved: () => void) {
  const [base, setBase] = useState(expert)
  const [overtaken, setOvertaken] = useState<Overtaken | null>(null)
  const form = useForm(profileFields, textsOf(expert))
  const { id } = expert
  const { currency } = base.hourlyRate
  const save = useChange(
    (body: AdminExpertChange) => call('changeExpert', { params: { id }, body }),
    onSaved,
  )

  /** Takes over what others have saved, and keeps what was typed here. */
  async function catchUp(): Promise<Problem | null> {
    try {
      const now = await findExpert(base)
      const theirs = textsOf(now)
      const { merged, clashes } = mergeTexts(textsOf(base), theirs, form.typed)
      setBase(now)
      form.setTyped(merged)
      setOvertaken({ theirs, clashes })
      return null
    } catch (error) {
      return problemOf(error)
    }
  }

  return {
    control: form.control,
    typed: form.typed,
    problem: form.problem,
    overtaken,
    currency,
    busy: form.busy,
    save: () => {
      if (form.busy) return
      form.clear()
      if (amountOf(form.typed.hourlyRate, currency) === null) {
        return form.showFaults({ hourlyRate: 'Please give an amount such as 120' })
      }
      const change = changeOf(textsOf(base), form.typed, currency)
      if (Object.keys(change).length === 0) return onSaved()
      form.send(async () => {
        const refusal = await save({ version: base.version, ...change })
        return refusal?.code === 'stale_version' ? catchUp() : refusal
      })
    },
  }
}
