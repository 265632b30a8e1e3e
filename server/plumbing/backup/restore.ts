/** `npm run restore -- --from FILE --data DIR`: brings a backup back into an empty data folder. */
import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import path from 'node:path'
import { placeFor } from '../db/embedded.ts'
import { lockFolder } from '../db/lock.ts'
import { readSettings } from '../settings.ts'

const args = process.argv.slice(2)
const fromAt = args.indexOf('--from')
const source = fromAt >= 0 ? path.resolve(args[fromAt + 1] ?? '') : ''
const settings = readSettings(fromAt >= 0 ? args.toSpliced(fromAt, 2) : args, process.env)

function end(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(2)
}

if (!source || !fs.existsSync(source)) end('Say which backup: npm run restore -- --from FILE --data DIR')
const place = placeFor(settings.data)
if (fs.existsSync(path.join(place.cluster, 'PG_VERSION')))
  end(`There is data in ${settings.data} already. It was left alone; restore into an empty folder.`)
const unlock = await lockFolder(settings.data)
const work = fs.mkdtempSync(path.join(place.root, '.restore-'))
const unpacked = spawnSync('tar', ['-xf', source, '-C', work], { stdio: 'inherit' })
if (unpacked.status !== 0 || !fs.existsSync(path.join(work, 'postgres', 'PG_VERSION'))) {
  fs.rmSync(work, { recursive: true, force: true })
  end(`${source} is not a backup of Opiekun.`)
}
fs.rmSync(place.cluster, { recursive: true, force: true })
fs.renameSync(path.join(work, 'postgres'), place.cluster)
fs.chmodSync(place.cluster, 0o700)
if (place.asNobody) spawnSync('chown', ['-R', '65534:65534', place.cluster])
if (fs.existsSync(path.join(work, 'files')))
  fs.cpSync(path.join(work, 'files'), settings.files, { recursive: true })
for (const key of ['secret-key', 'database-password']) {
  if (fs.existsSync(path.join(work, key)))
    fs.copyFileSync(path.join(work, key), path.join(settings.data, key))
}
fs.rmSync(work, { recursive: true, force: true })
unlock()
console.log(`Restored into ${settings.data}. Start with: npm start -- --data ${settings.data}`)
