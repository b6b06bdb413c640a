import { Select, TextInput, UnstyledButton } from '@mantine/core'
import { IconChevronRight, IconSearch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Fragment, useEffect, useRef, useState } from 'react'
import { useUrlState } from '../../app/url-state.ts'
import { usePath } from '../../components/page-link.tsx'
import { texts } from '../../texts/index.ts'
import { Method } from './method.tsx'
import { groupsOf, type Operation, type OperationGroup, searchOperations } from './operations.ts'
import styles from './reference.module.css'

const { list: words } = texts.reference

interface OperationListProps {
  readonly operations: readonly Operation[]
  readonly current: Operation | undefined
}

/** Every operation, to search and to choose: a list beside the page, a field above it on a phone. */
export function OperationList(props: OperationListProps) {
  return (
    <nav className={styles.list} aria-label={words.label}>
      <Chooser {...props} />
      <Lists {...props} />
    </nav>
  )
}

function Lists({ operations, current }: OperationListProps) {
  const [, setState] = useUrlState({ operation: '', tab: 'docs' })
  const [text, setText] = useState('')
  const found = searchOperations(operations, text)
  const isSearch = text.trim() !== ''
  const [first] = found
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (current !== undefined) bringInto(list.current)
  }, [current])
  return (
    <div className={styles.wide}>
      <TextInput
        type="search"
        data-search
        aria-label={words.search}
        placeholder={words.search}
        leftSection={<IconSearch size={15} aria-hidden />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !isSearch || first === undefined) return
          setState({ operation: first.id, tab: 'docs' })
        }}
      />
      <p className={styles.found} role="status">
        {isSearch && (first === undefined ? words.none : words.found(found.length))}
      </p>
      <div className={styles.scroll} ref={list}>
        {!isSearch && <Entry current={current} operation={undefined} />}
        <Groups operations={found} current={current} isSearch={isSearch} />
      </div>
    </div>
  )
}

/** Shows what is chosen where the list has been scrolled past it; the page itself stays. */
function bringInto(list: HTMLElement | null): void {
  const entry = list?.querySelector<HTMLElement>('[aria-current="page"]')
  if (!list || !entry) return
  const top = entry.getBoundingClientRect().top - list.getBoundingClientRect().top
  const isSeen = top >= 0 && top + entry.offsetHeight <= list.clientHeight
  if (!isSeen) list.scrollTop += top - list.clientHeight / 3
}

function Groups({ operations, current, isSearch }: OperationListProps & { isSearch: boolean }) {
  const [opened, setOpened] = useState<Readonly<Record<string, boolean>>>({})
  const groups = groupsOf(operations)
  return groups.map((group, index) => {
    const { api, tag, operations: members } = group
    const key = `${api} ${tag}`
    const isCurrent = current !== undefined && members.includes(current)
    const isOpen = isSearch || (opened[key] ?? (api === 'giftCards' || isCurrent))
    return (
      <Fragment key={key}>
        {groups[index - 1]?.api !== api && <p className={styles.api}>{words[api]}</p>}
        <Group
          group={group}
          current={current}
          isOpen={isOpen}
          onToggle={() => setOpened({ ...opened, [key]: !isOpen })}
        />
      </Fragment>
    )
  })
}

interface GroupProps {
  readonly group: OperationGroup
  readonly current: Operation | undefined
  readonly isOpen: boolean
  readonly onToggle: () => void
}

function Group({ group: { tag, operations }, current, isOpen, onToggle }: GroupProps) {
  return (
    <div>
      <UnstyledButton className={styles.tag} aria-expanded={isOpen} onClick={onToggle}>
        <IconChevronRight size={14} aria-hidden />
        {tag}
      </UnstyledButton>
      {isOpen && (
        <ul className={styles.entries}>
          {operations.map((operation) => (
            <li key={operation.id}>
              <Entry operation={operation} current={current} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

interface EntryProps {
  /** Undefined for the overview. */
  readonly operation: Operation | undefined
  readonly current: Operation | undefined
}

function Entry({ operation, current }: EntryProps) {
  const path = usePath()('/developers/reference')
  return (
    <Link
      to={path as never}
      search={(operation === undefined ? {} : { operation: operation.id }) as never}
      className={styles.entry}
      aria-current={operation === current ? 'page' : undefined}
      title={operation?.path}
      // An address with more in it is not the overview's.
      activeOptions={{ exact: true }}
    >
      <span>{operation?.summary ?? words.overview}</span>
      {operation && <Method method={operation.method} />}
    </Link>
  )
}

/** The list where there is no room for it. */
function Chooser({ operations, current }: OperationListProps) {
  const [, setState] = useUrlState({ operation: '', tab: 'docs' })
  const byId = new Map(operations.map((operation) => [operation.id, operation]))
  return (
    <Select
      className={styles.narrow}
      aria-label={words.label}
      placeholder={words.search}
      searchable
      clearable
      limit={operations.length}
      maxDropdownHeight={400}
      nothingFoundMessage={words.none}
      value={current?.id ?? null}
      onChange={(id) => setState({ operation: id ?? '', tab: 'docs' })}
      data={groupsOf(operations).map(({ api, tag, operations: members }) => ({
        group: `${words[api]}: ${tag}`,
        items: members.map(({ id, summary }) => ({ value: id, label: summary })),
      }))}
      renderOption={({ option }) => (
        <span className={styles.option}>
          <span>
            {option.label}
            <code>{byId.get(option.value)?.path}</code>
          </span>
          <Method method={byId.get(option.value)?.method ?? ''} />
        </span>
      )}
    />
  )
}
