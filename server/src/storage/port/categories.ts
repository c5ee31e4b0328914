import type { Synonym } from '../../domain/experts/search-synonyms.ts'
import type { AuditEntry } from '../../domain/people/audit.ts'

export interface Category {
  readonly slug: string
  readonly name: string
  readonly icon: string
}

export interface CategoryChange extends Category {
  /** What people type for what experts in it have. Left out, it stays as it is. */
  readonly synonyms?: readonly Synonym[] | undefined
}

export interface CategoryWithSynonyms extends Category {
  /** Until they are changed, those that a category of this slug begins with (`firstSynonyms`). */
  readonly synonyms: readonly Synonym[]
}

/** Each change and its audit entry are one commit: neither is there without the other. */
export interface CategoryStorage {
  /** As they were made, each with how many of its experts are listed. */
  list(): Promise<readonly (Category & { readonly experts: number })[]>
  /** The same, uncounted: it is read with searches. */
  listWithSynonyms(): Promise<readonly CategoryWithSynonyms[]>
  /** At the end of the list. A unique key decides who has a slug. */
  make(category: CategoryChange, audit: AuditEntry): Promise<'done' | 'already_there'>
  /** Name, icon and synonyms; whoever is in it is found by the new name in the same commit. */
  change(category: CategoryChange, audit: AuditEntry): Promise<'done' | 'not_found'>
  /** Never leaves an expert in a category that is gone, whoever comes into it at the same time. */
  remove(slug: string, audit: AuditEntry): Promise<'done' | 'not_found' | 'category_in_use'>
}
