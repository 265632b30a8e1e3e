/** One contract: its state, the terms in force in plain sentences, its versions with their papers, and what may be done. */
import { Button, Menu } from '@mantine/core'
import { IconDots, IconFileTypePdf, IconSignature } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { calendarHours, granted } from '#words/calendar-hours.ts'
import { date, moment, workingDays } from '#words/format.ts'
import { priceSentences } from '#words/price-sentences.ts'
import { sentenceFor } from '#words/words.ts'
import { api } from '../kit/api.ts'
import { Card } from '../kit/controls.tsx'
import { PriorityIcon, ReasonChip } from '../kit/data.tsx'
import { AppLink, LinkButton, usePathParams } from '../kit/link.tsx'
import { Page } from '../kit/page.tsx'
import { useSentence } from '../kit/refusals.tsx'
import { ErrorState, SkeletonAfter } from '../kit/states.tsx'
import { showToast } from '../kit/toasts.tsx'
import { useSpeech, useWords } from '../kit/words.tsx'
import { useZone } from '../kit/zone.ts'
import {
  contractKey,
  documentPath,
  scanPath,
  useContacts,
  useContract,
  useMay,
  useStaff,
  useVersion,
  type ContractDetail,
  type Deed,
  type VersionSummary,
} from './contract-data.ts'
import { AskedTerms } from './asked-terms.tsx'
import { CompareWithTemplate } from './compare-dialog.tsx'
import { AmendDialog, ChangeList, CorrectDialog, ScanDialog } from './contract-dialogs.tsx'
import { useHands } from './hands-words.ts'
import { useIsManager } from './life-data.ts'
import { LifeDialog, LifeMenuItems, type LifeDeed } from './life-dialogs.tsx'
import { StateChips } from './contract-rows.tsx'
import { OpeningBalances } from './opening-balances.tsx'
import { PaperLine } from './paper-choice.tsx'
import { PathHeader } from './path-header.tsx'
import { TemplateFromContract } from './template-from-contract.tsx'
import { levelName } from './level-name.ts'
import { VersionPapers } from './version-papers.tsx'
import './contracts.css'

export default function ContractPage() {
  const { id = '' } = usePathParams()
  const { contracts: words } = useWords()
  const sentence = useSentence()
  const { data: contract, error, refetch } = useContract(id)
  if (error) return <ErrorState sentence={sentence(error)} onRetry={() => void refetch()} />
  if (!contract) return <SkeletonAfter />
  return (
    <Page
      header={
        <PathHeader
          crumbs={[
            { label: words.nav.contracts, to: '/contracts' },
            { label: contract.clientName, to: `/clients/${contract.clientId}` },
            { label: contract.number },
          ]}
          actions={<Actions contract={contract} />}
        >
          <StateChips contract={contract} />
        </PathHeader>
      }
    >
      <div className="c-columns">
        <div className="c-column">
          <TermsInForce contract={contract} />
        </div>
        <div className="c-column">
          <Facts contract={contract} />
          <Versions contract={contract} />
          {contract.activatedAt && <AskedTerms contract={contract} />}
          <OpeningBalances contractId={contract.id} />
        </div>
      </div>
    </Page>
  )
}

function Actions({ contract }: { contract: ContractDetail }) {
  const { contracts, kit, refusals } = useWords()
  const words = contracts.contract
  const may = useMay()
  const isManager = useIsManager()
  const hands = useHands()
  const queries = useQueryClient()
  const sentence = useSentence()
  const [open, setOpen] = useState<'amend' | 'scan' | 'compare' | 'template' | LifeDeed | number>()
  const withdraw = useMutation({
    mutationFn: () => api.delete('/api/contracts/{id}/end', { path: { id: contract.id } }),
    onSuccess: (next) => queries.setQueryData(contractKey(contract.id), next),
    onError: (problem) => showToast({ text: sentence(problem), tone: 'problem' }),
  })
  if (!may.keepContracts) return null
  // A deed that is not possible now says why, in the words of the refusal.
  const state = (deed: Deed) => {
    const answer = contract.deeds[deed]
    return answer === true
      ? { disabled: false }
      : { disabled: true, title: sentenceFor(refusals, answer, { number: contract.number }) }
  }
  const inForce = contract.versions.find((version) => version.number === contract.versionInForce)
  const shown = inForce?.number ?? contract.draftNumber ?? 1
  const close = () => setOpen(undefined)
  return (
    <>
      {contract.draftNumber ? (
        <LinkButton to={`/contracts/${contract.id}/versions/${contract.draftNumber}`}>
          {words.openEditor}
        </LinkButton>
      ) : (
        <Button {...state('amend')} onClick={() => setOpen('amend')}>
          {words.amend}
        </Button>
      )}
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <Button variant="default" px={8} aria-label={kit.buttons.more}>
            <IconDots size={17} stroke={1.7} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item {...state('attachScan')} onClick={() => setOpen('scan')}>
            {words.addScan}
          </Menu.Item>
          {inForce && (
            <Menu.Item {...state('amend')} onClick={() => setOpen(inForce.number)}>
              {words.correct}
            </Menu.Item>
          )}
          <Menu.Item onClick={() => setOpen('compare')}>{hands.compare.template}</Menu.Item>
          {isManager && (
            <Menu.Item onClick={() => setOpen('template')}>{hands.fromContract.action}</Menu.Item>
          )}
          <LifeMenuItems contract={contract} onOpen={setOpen} />
          {contract.endedOn ? (
            <Menu.Item {...state('withdrawEnd')} onClick={() => withdraw.mutate()}>
              {words.withdrawEnd}
            </Menu.Item>
          ) : (
            <Menu.Item color="danger" {...state('end')} onClick={() => setOpen('end')}>
              {words.end}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {open === 'amend' && <AmendDialog contract={contract} onClose={close} />}
      {(open === 'end' || open === 'suspend' || open === 'renew' || open === 'decline') && (
        <LifeDialog deed={open} contract={contract} onClose={close} />
      )}
      {open === 'compare' && <CompareWithTemplate contract={contract} number={shown} onClose={close} />}
      {open === 'template' && <TemplateFromContract contract={contract} number={shown} onClose={close} />}
      {open === 'scan' && inForce && <ScanDialog contract={contract} version={inForce} onClose={close} />}
      {typeof open === 'number' && inForce && (
        <CorrectDialog contract={contract} version={inForce} onClose={close} />
      )}
    </>
  )
}

function Facts({ contract }: { contract: ContractDetail }) {
  const { lang, words: all } = useSpeech()
  const { contract: words, contracts: said, client, editor } = all.contracts
  const period = `${date(lang, contract.validFrom)} – ${contract.lastDay ? date(lang, contract.lastDay) : said.indefinite}`
  return (
    <Card>
      <dl className="c-facts">
        <div>
          <dt>{said.client}</dt>
          <dd>
            <AppLink to={`/clients/${contract.clientId}`}>{contract.clientName}</AppLink>
          </dd>
        </div>
        <div>
          <dt>{said.period}</dt>
          <dd className="num">{period}</dd>
        </div>
        <div>
          <dt>{client.manager}</dt>
          <dd>{contract.accountManagerName || '–'}</dd>
        </div>
        {contract.concludedOn && (
          <div>
            <dt>{editor.fields.date}</dt>
            <dd className="num">{words.signedTag(date(lang, contract.concludedOn))}</dd>
          </div>
        )}
        {contract.renewal && (
          <div>
            <dt>{all.contractLife.contract.renew}</dt>
            <dd className="num">
              {all.contractLife.contract.renewsOn(
                date(lang, contract.renewal.nextLastDay),
                date(lang, contract.renewal.decideBy),
              )}
            </dd>
          </div>
        )}
        {contract.settledTo && (
          <div>
            <dt>{editor.sections.billing}</dt>
            <dd className="num">{words.settledTo(date(lang, contract.settledTo))}</dd>
          </div>
        )}
        {contract.endReason && (
          <div>
            <dt>{words.endReason}</dt>
            <dd>{contract.endReason}</dd>
          </div>
        )}
      </dl>
      <LinkButton to={`/contracts/${contract.id}/meters`} size="xs" variant="default">
        {all.whatIf.meters.nav}
      </LinkButton>{' '}
      <LinkButton to={`/tickets?client=${contract.clientId}`} size="xs" variant="default">
        {words.tickets}
      </LinkButton>
    </Card>
  )
}

/** What applies now, as sentences: the same data that the clock and the bill read. */
function TermsInForce({ contract }: { contract: ContractDetail }) {
  const { lang, words: all } = useSpeech()
  const words = all.contracts
  const { data: version } = useVersion(contract.id, contract.versionInForce ?? contract.draftNumber ?? 0)
  const { data: contacts = [] } = useContacts(contract.clientId)
  const { data: staff = [] } = useStaff()
  if (!version) return <SkeletonAfter />
  const { terms } = version
  const named = contacts
    .filter((contact) => terms.reporters.contactIds.includes(contact.id))
    .map((contact) => contact.name)
  const manager = (id: string | undefined) => staff.find((person) => person.id === id)?.name ?? '–'
  return (
    <Card
      title={contract.versionInForce ? words.contract.terms : words.contract.termsDraft}
      aside={
        <AppLink to={`/contracts/${contract.id}/versions/${version.number}`}>
          {words.contract.showTerms}
        </AppLink>
      }
    >
      <table className="c-table c-terms">
        <thead>
          <tr>
            <th>{words.editor.columns.priority}</th>
            <th>{words.editor.columns.reaction}</th>
            <th>{words.editor.columns.resolution}</th>
            <th>{words.editor.columns.calendar}</th>
          </tr>
        </thead>
        <tbody>
          {terms.serviceLevels.map((level) => (
            <tr key={level.priority}>
              <td>
                <span className="c-level-name">
                  {level.priority !== '*' && <PriorityIcon level={level.priority} />}
                  <span>
                    <strong>{levelName(all, level.priority)}</strong>
                    <span className="c-hint">{level.definition}</span>
                  </span>
                </span>
              </td>
              <td className="num" data-label={words.editor.columns.reaction}>
                {granted(level.reactionMinutes)}
              </td>
              <td className="num" data-label={words.editor.columns.resolution}>
                {level.resolutionBusinessDays
                  ? workingDays(lang, level.resolutionBusinessDays)
                  : level.resolutionMinutes
                    ? granted(level.resolutionMinutes)
                    : words.editor.none}
              </td>
              <td data-label={words.editor.columns.calendar}>
                {terms.calendars[level.calendar]
                  ? calendarHours(lang, terms.calendars[level.calendar]!.calendar)
                  : '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3 className="c-card-title">{words.editor.sections.prices}</h3>
      <ol className="c-plain-rules">
        {priceSentences(lang, terms.priceList).map((sentence, i) => (
          <li key={i}>{sentence}</li>
        ))}
      </ol>
      <h3 className="c-card-title">{words.editor.sections.reporters}</h3>
      <p className="c-plain">
        {terms.reporters.mode === 'all'
          ? words.editor.values.all
          : named.join(', ') || words.editor.values.listed}
      </p>
      <h3 className="c-card-title">{words.client.manager}</h3>
      <p className="c-plain">
        {[manager(terms.accountManagerId), terms.deputyId && manager(terms.deputyId)]
          .filter(Boolean)
          .join(', ')}
      </p>
    </Card>
  )
}

function Versions({ contract }: { contract: ContractDetail }) {
  const words = useWords().contracts.contract
  return (
    <Card title={words.versions} flush>
      <ul className="c-versions">
        {contract.versions.toReversed().map((version) => (
          <VersionRow key={version.id} contract={contract} version={version} />
        ))}
      </ul>
    </Card>
  )
}

function VersionRow({ contract, version }: { contract: ContractDetail; version: VersionSummary }) {
  const { lang, words: all } = useSpeech()
  const words = all.contracts.contract
  const zone = useZone()
  const [open, setOpen] = useState(false)
  return (
    <li data-superseded={version.supersededAt ? true : undefined}>
      <div className="c-version">
        <AppLink to={`/contracts/${contract.id}/versions/${version.number}`}>
          <strong className="num">{version.number}.</strong> {all.contracts.kinds[version.kind]}
        </AppLink>
        <span className="c-hint num">{words.versionFrom(date(lang, version.validFrom))}</span>
        <span className="c-tags">
          {version.isDraft && <ReasonChip tone="outline">{all.contracts.states.draft}</ReasonChip>}
          {version.isInForce && <ReasonChip tone="soft">{words.nowInForce}</ReasonChip>}
          {version.supersededAt && <ReasonChip>{words.superseded}</ReasonChip>}
          {version.signedOn && (
            <ReasonChip tone="soft" icon={<IconSignature size={13} stroke={1.7} aria-hidden />}>
              {words.signedTag(date(lang, version.signedOn))}
            </ReasonChip>
          )}
          {!version.signedOn && version.sentAt && (
            <ReasonChip>{words.sentTag(moment(lang, version.sentAt, zone))}</ReasonChip>
          )}
        </span>
      </div>
      <p className="c-hint">
        {[
          !version.isDraft && words.recorded(moment(lang, version.recordedAt, zone), version.recordedByName),
          `${words.fingerprint} ${version.fingerprint}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {version.reason && <p className="c-hint">{version.reason}</p>}
      <p className="c-links">
        <a href={documentPath(contract.id, version.number)} target="_blank" rel="noreferrer">
          <IconFileTypePdf size={15} stroke={1.6} aria-hidden /> {words.document}
        </a>
        <SignedFiles contract={contract} version={version} />
        {version.kind !== 'original' && (
          <button type="button" className="c-link" aria-expanded={open} onClick={() => setOpen(!open)}>
            {words.changesTitle}
          </button>
        )}
      </p>
      <PaperLine version={version} />
      {open && <Difference contract={contract} number={version.number} />}
      <VersionPapers contract={contract} version={version} />
    </li>
  )
}

/** One PDF, or the photos of all pages: each opens by itself. */
function SignedFiles({ contract, version }: { contract: ContractDetail; version: VersionSummary }) {
  const words = useWords().contracts.contract
  const said = useHands().signed
  const { signedFiles } = version
  return signedFiles.map((file, i) => (
    <a
      key={file.id}
      href={scanPath(contract.id, version.number, file.id)}
      target="_blank"
      rel="noreferrer"
      aria-label={signedFiles.length > 1 ? said.file(i + 1, file.name) : undefined}
      title={file.name}
    >
      {signedFiles.length > 1 ? `${words.scan} ${i + 1}` : words.scan}
    </a>
  ))
}

function Difference({ contract, number }: { contract: ContractDetail; number: number }) {
  const { data } = useVersion(contract.id, number)
  return data ? <ChangeList contract={contract} version={data} /> : null
}
