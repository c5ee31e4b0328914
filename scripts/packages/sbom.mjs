import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isMain, root } from '../project.mjs'
import { askNpm } from './npm.mjs'

// The bill of materials of what runs for people: every package that the lock file names, those for development left out.
// `npm sbom --omit=dev` leaves out as well what is needed for both, so npm lists all, and the lock file chooses.

/** As CycloneDX. Throws where npm is too old for that, or has left out what the lock file names. */
export function billOfMaterials() {
  const words = [
    'sbom',
    '--sbom-format=cyclonedx',
    '--sbom-type=application',
    '--package-lock-only',
  ]
  const all = askNpm(words, { withinMs: 120_000 })
  if (all?.bomFormat !== 'CycloneDX') throw new Error('npm made no list: version 10 or later does.')
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const wanted = shippedPackages()
  const components = all.components.filter((each) => wanted.has(each['bom-ref']))
  const listed = new Set(components.map((each) => each['bom-ref']))
  const missing = [...wanted].filter((each) => !listed.has(each))
  if (missing.length > 0) throw new Error(`npm left out ${missing.join(', ')}`)
  const self = `${name}@${version}`
  const dependencies = all.dependencies
    .filter(({ ref }) => ref === self || listed.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => listed.has(each)) }))
  // npm calls it by the folder that it lies in.
  const metadata = { ...all.metadata, component: { ...all.metadata.component, name } }
  return { ...all, metadata, components, dependencies }
}

/** Name and version of each; a platform's own part of a package stands for all platforms. */
function shippedPackages() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  return new Set(
    Object.entries(packages)
      .filter(([path, { dev, link }]) => path !== '' && !dev && !link)
      .map(
        ([path, { name, version }]) => `${name ?? path.split('node_modules/').at(-1)}@${version}`,
      ),
  )
}

if (isMain(import.meta.url)) {
  try {
    const file = resolve(process.argv[2] ?? join(root, 'sbom.cdx.json'))
    const bill = billOfMaterials()
    writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`)
    console.log(`${bill.components.length} packages (CycloneDX ${bill.specVersion}): ${file}`)
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
