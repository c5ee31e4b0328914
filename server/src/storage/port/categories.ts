import type { AuditEntry } from '../../domain/people/audit.ts'

export interface Category {
  readonly slug: string
  readonly name: string
  readonly icon: string
}

/** Each change and its audit entry are one commit: neither is there without the other. */
export interface CategoryStorage {
  /** As they were made, each with how many of its experts are listed. */
  list(): Promise<readonly (Category & { readonly experts: number })[]>
  /** At the end of the list. A unique key decides who has a slug. */
  make(category: Category, audit: AuditEntry): Promise<'done' | 'already_there'>
  /** Name and icon; whoever is in it is found by the new name in the same commit. */
  change(category: Category, audit: AuditEntry): Promise<'done' | 'not_found'>
  /** Never leaves an expert in a category that is gone, whoever comes into it at the same time. */
  remove(slug: string, audit: AuditEntry): Promise<'done' | 'not_found' | 'category_in_use'>
}
