/**
 * Where Typst lives. Its native part is an optional dependency, one package per platform;
 * a machine without one can do everything but print.
 */
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const packageOfPlatform = `@myriaddreamin/typst-ts-node-compiler-${process.platform}-${process.arch}`

/** The path of the native part, or undefined where this platform has none. */
export function typstPath(): string | undefined {
  for (const name of [`${packageOfPlatform}-gnu`, packageOfPlatform]) {
    try {
      return require.resolve(name)
    } catch {
      // Not this one: npm installs only what fits the machine.
    }
  }
  return undefined
}

type Diagnostic = { message: string; path: string }
type Troubles = { shortDiagnostics: Diagnostic[] }
type Compiled = {
  result: object | null
  takeError: () => Troubles | null
  takeWarnings: () => Troubles | null
}

/** The part of the native interface that we use. */
export type TypstCompiler = {
  compile: (source: { mainFileContent: string; resetRead: boolean }) => Compiled
  pdf: (document: object, options: { pdfStandard?: string; creationTimestamp?: number }) => Buffer
  mapShadow: (path: string, content: Buffer) => void
  resetShadow: () => void
  evictCache: (maxAge: number) => void
}

export type Typst = {
  NodeCompiler: {
    create: (options: { workspace: string; fontArgs: { fontBlobs: Buffer[] }[] }) => TypstCompiler
  }
}

export function loadTypst(path: string): Typst {
  return require(path) as Typst
}
