/** Signed scans: sent in here, read by the program, and those that it leaves to a person. */
import { Card } from '../kit/controls.tsx'
import { Page } from '../kit/page.tsx'
import { useSentence } from '../kit/refusals.tsx'
import { EmptyState, ErrorState, SkeletonAfter } from '../kit/states.tsx'
import { useWords } from '../kit/words.tsx'
import { useMay } from './contract-data.ts'
import { useScans, type Scan } from './document-data.ts'
import { PathHeader } from './path-header.tsx'
import { ScanCard } from './scan-card.tsx'
import { ScanUpload } from './scan-upload.tsx'
import './contracts.css'
import './documents.css'

const isWaiting = ({ state }: Scan) =>
  state === 'reading' || state === 'unreadable' || state === 'incomplete' || state === 'refused'

export default function Scans() {
  const { contracts, documents } = useWords()
  const words = documents.scans
  const may = useMay()
  const sentence = useSentence()
  const { data, error, refetch } = useScans()
  if (error) return <ErrorState sentence={sentence(error)} onRetry={() => void refetch()} />
  const waiting = data?.filter(isWaiting) ?? []
  const done = data?.filter((scan) => !isWaiting(scan)) ?? []
  return (
    <Page
      header={
        <PathHeader crumbs={[{ label: contracts.nav.contracts, to: '/contracts' }, { label: words.title }]} />
      }
    >
      <div className="d-column">
        <p className="d-lead">{words.lead}</p>
        {may.keepContracts && (
          <Card>
            <ScanUpload />
          </Card>
        )}
        {!data && <SkeletonAfter />}
        {data && waiting.length === 0 && (
          <EmptyState
            sentence={words.empty}
            explanation={data.length > 0 ? words.emptyHint : undefined}
            drawing={null}
          />
        )}
        {waiting.length > 0 && (
          <Card title={words.waiting} flush>
            <ul className="d-scans">
              {waiting.map((scan) => (
                <ScanCard key={scan.id} scan={scan} withContract />
              ))}
            </ul>
          </Card>
        )}
        {done.length > 0 && (
          <Card title={words.done} flush>
            <ul className="d-scans">
              {done.map((scan) => (
                <ScanCard key={scan.id} scan={scan} withContract />
              ))}
            </ul>
          </Card>
        )}
      </div>
    </Page>
  )
}
