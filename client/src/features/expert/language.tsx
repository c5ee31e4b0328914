import { lazy, Suspense } from 'react'
import { knownLanguage } from '../../lib/known-language.ts'

// The names that browsers lack are many, and few experts need one.
const Rare = lazy(async () => {
  const { languageName } = await import('../../lib/language-name.ts')
  return { default: ({ code }: { code: string }) => <span>{languageName(code)}</span> }
})

/** The name of a language. */
export function Language({ code }: { code: string }) {
  const known = knownLanguage(code)
  if (known !== undefined) return <span>{known}</span>
  return (
    <Suspense fallback={<span>…</span>}>
      <Rare code={code} />
    </Suspense>
  )
}
