/** One planted fault: what stands in `file` must be reported by `rule`, and by nothing else. */
export interface Probe {
  readonly file: string
  readonly code: string
  readonly rule: string
}

export const imports = 'eslint(no-restricted-imports)'
export const globals = 'eslint(no-restricted-globals)'
export const properties = 'eslint(no-restricted-properties)'

/** A file each for imports that the layer of the folder may not have. */
export function forbidden(folder: string, specifiers: readonly string[]): Probe[] {
  return specifiers.map((specifier, index) => ({
    file: `${folder}/forbidden-import-${index}.ts`,
    code: `import '${specifier}'`,
    rule: imports,
  }))
}

/** A file each for expressions that the folder may not hold. */
export function impure(folder: string, rule: string, expressions: readonly string[]): Probe[] {
  return expressions.map((expression, index) => ({
    file: `${folder}/${rule.replace(/\W+/g, '-')}${index}.ts`,
    code: `export const value: unknown = ${expression}`,
    rule,
  }))
}
