/**
 * One program per data folder. The lock is a listening abstract socket named after the
 * folder: the kernel frees it with the process, also after kill -9, so it is never stale.
 */
import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import net from 'node:net'

export class FolderInUse extends Error {}

export async function lockFolder(folder: string): Promise<() => void> {
  fs.mkdirSync(folder, { recursive: true })
  const name = createHash('sha256').update(fs.realpathSync(folder)).digest('hex').slice(0, 32)
  const server = net.createServer((socket) => socket.destroy())
  await new Promise<void>((done, fail) => {
    server.on('error', (error: NodeJS.ErrnoException) =>
      fail(
        error.code === 'EADDRINUSE'
          ? new FolderInUse(`Another Opiekun is running on the data folder ${folder}. It was left alone.`)
          : error,
      ),
    )
    server.listen({ path: `\0opiekun-${name}` }, done)
  })
  server.unref()
  return () => server.close()
}
