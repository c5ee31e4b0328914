import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <!--head-start--><title>ExpertConnect</title><!--head-end-->
    <script type="module" src="/assets/x-abc123.js"></script>
  </head>
  <body><div id="root"><!--first-paint--></div><!--first-data--></body>
</html>
`

export interface ClientFixture {
  readonly dir: string
  remove(): Promise<void>
}

/** A folder that looks like a built client, with a file beside it that nobody may read. */
export async function makeClient(): Promise<ClientFixture> {
  const folder = await mkdtemp(join(tmpdir(), 'expertconnect-client-'))
  const dir = join(folder, 'dist')
  await mkdir(join(dir, 'assets'), { recursive: true })
  await writeFile(join(dir, 'index.html'), page)
  await writeFile(join(dir, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  await writeFile(join(dir, 'assets/x-abc123.js'), `${'// the client\n'.repeat(200)}export {}\n`)
  await writeFile(join(folder, 'secret.txt'), 'a secret beside the client')
  return { dir, remove: () => rm(folder, { recursive: true, force: true }) }
}
