/** The contract in plain words: what is promised, what it costs, the papers, who may report. */
import { IconDownload, IconFileText, IconUser } from '@tabler/icons-react'
import { date, nbsp } from '#words/format.ts'
import { addressOf } from '../kit/api.ts'
import { Card } from '../kit/controls.tsx'
import { PackageLine, ReasonChip } from '../kit/data.tsx'
import { PanelPage } from '../kit/panel-frame.tsx'
import { EmptyState, SkeletonAfter } from '../kit/states.tsx'
import { useLang, usePanelWords } from '../kit/words.tsx'
import { useContracts, type ContractPage, type Level } from './panel-data.ts'
import './panel.css'
import { MinutesLine, monthName, OpiekunCard, squaresOf } from './parts.tsx'

export default function Contract() {
  const { panel } = usePanelWords()
  const { data } = useContracts()
  if (!data) return <SkeletonAfter rows={4} height={80} />
  if (data.contracts.length === 0)
    return (
      <PanelPage heading={panel.tabs.contract} side={<OpiekunCard opiekun={data.accountManager} />}>
        <EmptyState sentence={panel.contract.none} />
      </PanelPage>
    )
  return (
    <PanelPage
      heading={panel.tabs.contract}
      side={
        <>
          {data.contracts.map((one) => (
            <Package key={one.id} contract={one} />
          ))}
          <OpiekunCard opiekun={data.accountManager} />
        </>
      }
    >
      {data.contracts.map((one) => (
        <InPlainWords key={one.id} contract={one} />
      ))}
    </PanelPage>
  )
}

function InPlainWords({ contract }: { contract: ContractPage }) {
  const words = usePanelWords().panel.contract
  const lang = useLang()
  const { number, state, validFrom, validTo, noticeMonths, levels, prices, paymentDays } = contract
  const term = [
    number,
    validTo ? words.until({ on: date(lang, validTo) }) : words.indefinite,
    ...(noticeMonths > 0 ? [words.notice({ n: noticeMonths })] : []),
  ].join(', ')
  return (
    <>
      <section className="k-card p-contract">
        <p className="p-contract-term">
          {term}{' '}
          {state !== 'inForce' && (
            <ReasonChip tone="note">
              {state === 'future' ? words.since({ on: date(lang, validFrom) }) : words.states[state]}
            </ReasonChip>
          )}
        </p>
        <h2 className="k-promise k-promise-phone-large">{words.promises}</h2>
        <ul>
          {levels.map((level) => (
            <LevelRow key={level.priority} level={level} />
          ))}
        </ul>
        {hoursOf(levels).map((hours) => (
          <p key={hours} className="p-contract-foot">
            {words.hours({ hours })}
          </p>
        ))}
      </section>
      <section className="k-card p-contract">
        <h2 className="k-promise k-promise-phone-large">{words.prices}</h2>
        <ul className="p-prices">
          {prices.map((sentence) => (
            <li key={sentence}>{nbsp(sentence)}</li>
          ))}
        </ul>
        <p className="p-contract-foot">
          {words.net} {words.payment({ n: paymentDays })}
        </p>
      </section>
      <Papers contract={contract} />
    </>
  )
}

function LevelRow({ level }: { level: Level }) {
  const { panel } = usePanelWords()
  const { contract: words, report } = panel
  const { reactionMinutes, resolutionMinutes, resolutionBusinessDays } = level
  return (
    <li>
      <span>
        <strong>{report.plain[level.priority]}</strong>
        <span>{level.definition}</span>
      </span>
      <span className="num">
        <span>{words.replyIn({ minutes: reactionMinutes })}</span>
        <span>
          {resolutionMinutes !== null
            ? words.fixIn({ minutes: resolutionMinutes })
            : resolutionBusinessDays !== null
              ? words.fixInDays({ n: resolutionBusinessDays })
              : words.noFix}
        </span>
      </span>
    </li>
  )
}

const hoursOf = (levels: readonly Level[]): string[] => [
  ...new Set(levels.map((level) => level.hours).filter(Boolean)),
]

function Papers({ contract }: { contract: ContractPage }) {
  const words = usePanelWords().panel.contract
  const lang = useLang()
  const { documents, reporters } = contract
  const named = (one: ContractPage['documents'][number]) =>
    one.kind === 'original'
      ? words.original
      : one.kind === 'amendment'
        ? words.amendment({ n: one.number - 1 })
        : words.correction({ n: one.number - 1 })
  const address = (number: number, which: string) =>
    addressOf(
      which === 'document'
        ? '/api/panel/contracts/{id}/versions/{number}/document'
        : '/api/panel/contracts/{id}/versions/{number}/signed-scan',
      { path: { id: contract.id, number } },
    )
  return (
    <section className="k-card k-card-flush p-papers">
      <h2 className="sr-only">{words.documents}</h2>
      <ul>
        {documents.map((one) => (
          <li key={one.number}>
            <a href={address(one.number, 'document')} target="_blank" rel="noreferrer">
              <IconFileText size={20} stroke={1.6} aria-hidden />
              <span>
                <strong>{named(one)}</strong>
                <span>
                  {[
                    words.since({ on: date(lang, one.validFrom) }),
                    one.signedOn ? words.signed({ on: date(lang, one.signedOn) }) : words.unsigned,
                  ].join(', ')}
                </span>
              </span>
              <span className="sr-only">{words.open}</span>
              <IconDownload size={20} stroke={1.7} aria-hidden className="p-papers-get" />
            </a>
            {one.signedFiles.map((file, i) => (
              <a
                key={file.id}
                href={`${address(one.number, 'signed-scan')}?fileId=${file.id}`}
                target="_blank"
                rel="noreferrer"
              >
                <IconFileText size={20} stroke={1.6} aria-hidden />
                <span>
                  <strong>
                    {named(one)}, {words.scan}
                    {one.signedFiles.length > 1 && ` ${i + 1}`}
                  </strong>
                </span>
                <IconDownload size={20} stroke={1.7} aria-hidden className="p-papers-get" />
              </a>
            ))}
          </li>
        ))}
        <li>
          <div>
            <IconUser size={20} stroke={1.6} aria-hidden />
            <span>
              <strong>{words.reporters}</strong>
              <span>
                {reporters.mode === 'all'
                  ? words.everybody
                  : reporters.people
                      .map(({ name, isSupervisor }) =>
                        isSupervisor ? `${name} (${words.supervisor})` : name,
                      )
                      .join(', ')}
              </span>
            </span>
          </div>
        </li>
      </ul>
    </section>
  )
}

function Package({ contract: { number, package: now } }: { contract: ContractPage }) {
  const { panel } = usePanelWords()
  const lang = useLang()
  if (now.packages.length === 0) return null
  return (
    <Card title={panel.contract.package({ month: monthName(lang, now.month) })} aside={number}>
      <div className="p-package">
        {now.packages.map((one) =>
          one.kind === 'minutes' ? (
            <MinutesLine key={one.itemId} minutes={one} />
          ) : (
            <PackageLine
              key={one.itemId}
              {...squaresOf(one)}
              aside={
                one.left > 0
                  ? panel.package.left({ n: one.left })
                  : one.used > one.included && panel.package.over({ n: one.used - one.included })
              }
            >
              <b>{panel.package.used({ used: Math.min(one.used, one.included), included: one.included })}</b>{' '}
              {panel.invoices.bins.included}
            </PackageLine>
          ),
        )}
      </div>
    </Card>
  )
}
