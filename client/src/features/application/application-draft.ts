export const applicationFields = ['name', 'email', 'category', 'headline', 'bio'] as const
export type ApplicationDraft = Readonly<Record<(typeof applicationFields)[number], string>>

const key = 'ec.application'
const nothing: ApplicationDraft = { name: '', email: '', category: '', headline: '', bio: '' }

/** What was typed in this tab before: it outlives a reload, until it is sent. */
export function readDraft(): ApplicationDraft {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? '{}')
    if (typeof stored !== 'object' || stored === null) return nothing
    const known = Object.entries(stored).filter(
      ([field, text]) => field in nothing && typeof text === 'string',
    )
    return { ...nothing, ...Object.fromEntries(known) }
  } catch {
    return nothing
  }
}

export function saveDraft(draft: ApplicationDraft): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(draft))
  } catch {
    // Storage may be full or forbidden: the text then lives as long as the page.
  }
}

export function dropDraft(): void {
  try {
    sessionStorage.removeItem(key)
  } catch {
    // Where nothing can be stored, nothing was.
  }
}
