/** What a row of service levels is for; "*" is what is left for all the others. */
import type { AllWords } from '../kit/words.tsx'
import type { ServiceLevel } from './contract-data.ts'

export const levelName = ({ desk, kit }: AllWords, priority: ServiceLevel['priority']): string =>
  priority === '*' ? desk.queue.anyPriority : kit.priorities[priority]
