import { installFromDebian } from './project.mjs'

/**
 * What some tests use and nobody must have, by name: how it is found on this machine, in which package Debian has it (of the
 * same name, if it is not said), and what is not tested without it.
 *
 * @param {Readonly<Record<string, {
 *   find: (name: string) => string | null, without: string, package?: string
 * }>>} tools
 */
export function optionalTools(tools) {
  /** @param {string} name */
  const find = (name) => tools[name]?.find(name) ?? null
  const missing = () => Object.entries(tools).filter(([name]) => !find(name))

  return {
    /** Its file, or null. */
    find,

    /** What can't be tested here, in words. */
    untested: () => missing().map(([name, { without }]) => `${without} (${name} is missing)`),

    /** On Debian, started as its administrator: fetches what is missing. Says what there is. */
    fetch() {
      const packages = [...new Set(missing().map(([name, tool]) => tool.package ?? name))]
      if (packages.length > 0) {
        installFromDebian(packages, `Installing Debian’s packages ${packages.join(', ')} …`)
      }
      for (const name of Object.keys(tools)) console.log(`${name}: ${find(name) ?? 'none'}`)
    },
  }
}
