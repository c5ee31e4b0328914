import { readFileSync } from 'node:fs'

// Imported before anything else, because an old Node fails at what it does not know with a stack that says nothing.
// So there is nothing here that is newer than modules themselves.

const manifest = new URL('../package.json', import.meta.url)
const { node } = JSON.parse(readFileSync(manifest, 'utf8')).engines
const [major, minor] = process.versions.node.split('.').map(Number)

const isSupported = node.split(' || ').some((range) => {
  const [, sign, oldestMajor, oldestMinor] = /^(\^|>=)(\d+)\.(\d+)$/.exec(range)
  if (major === Number(oldestMajor)) return minor >= Number(oldestMinor)
  return sign === '>=' && major > Number(oldestMajor)
})

if (!isSupported) {
  const wanted = node
    .replace(/\^((\d+)\.\d+)/g, '$1 or a later $2')
    .replace(/>=(\d+\.\d+)/g, '$1 or later')
    .replace(/ \|\| /g, ', or ')
  console.error(`ExpertConnect needs Node ${wanted}. This is Node ${process.versions.node}.`)
  process.exit(1)
}
