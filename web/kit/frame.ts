/** What a frame gives to the headers inside it. */
import { createContext, use, type ReactNode } from 'react'

export type Frame = {
  /** Opens the palette; without it no search is shown. */
  onSearch?: (() => void) | undefined
  /** The bell with its list. */
  bell?: ReactNode
  openMenu?: (() => void) | undefined
}

export const FrameContext = createContext<Frame>({})
export const useFrame = (): Frame => use(FrameContext)
