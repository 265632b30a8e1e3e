/** Secrets at rest (passwords of mailboxes) are sealed with a key kept in the data folder. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import path from 'node:path'

export type Secrets = { seal: (plain: string) => string; open: (sealed: string) => string }

export function openSecrets(dataFolder: string): Secrets {
  const file = path.join(dataFolder, 'secret-key')
  if (!fs.existsSync(file)) {
    fs.mkdirSync(dataFolder, { recursive: true })
    fs.writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' })
  }
  const key = Buffer.from(fs.readFileSync(file, 'utf8'), 'base64')
  return {
    seal(plain) {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, iv)
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64')
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
      decipher.setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    },
  }
}
