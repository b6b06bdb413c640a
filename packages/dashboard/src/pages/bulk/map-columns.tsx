import { Alert, Button, Group, Paper, Stack, Text, TextInput } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useChange } from '../../app/api.ts'
import { useMode } from '../../app/mode.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { usePath } from '../../components/page-link.tsx'
import { Section } from '../../components/section.tsx'
import { texts } from '../../texts/index.ts'
import { ColumnTable } from './column-table.tsx'
import type { Mapping, UploadedFile } from './uploaded-file.ts'

const { create: words } = texts.bulk

export interface MapColumnsProps {
  readonly file: UploadedFile
  readonly onOther: () => void
}

/** What the file is called and which of its columns is what; then its rows are checked. */
export function MapColumns({ file, onOther }: MapColumnsProps) {
  const mode = useMode()
  const path = usePath()
  const navigate = useNavigate()
  const [name, setName] = useState(file.name)
  const [occasion, setOccasion] = useState('')
  const [mapping, setMapping] = useState<Mapping>(file.mapping)
  const [defaults, setDefaults] = useState<Mapping>({})
  const create = useChange('POST /bulk-orders', ['GET /bulk-orders'])
  const problem = problemOf(mapping, defaults)
  const used = new Set(Object.values(mapping))
  const unused = file.columns.map((column) => column.name).filter((each) => !used.has(each))
  const check = () =>
    create.mutate(
      {
        query: { mode },
        body: { name: name.trim() || file.name, csv: file.csv, mapping, defaults, occasion },
      },
      { onSuccess: ({ id }) => void navigate({ to: path(`/bulk-orders/${id}`) as never }) },
    )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (problem === undefined && !create.isPending) check()
      }}
    >
      <Stack>
        <FileFacts file={file} onOther={onOther} />
        <NameFields name={name} occasion={occasion} onName={setName} onOccasion={setOccasion} />
        <Section title={words.columns} text={words.columnsHint} isFlush>
          <ColumnTable
            columns={file.columns}
            mapping={mapping}
            defaults={defaults}
            onMapping={setMapping}
            onDefaults={setDefaults}
          />
        </Section>
        {unused.length > 0 && (
          <Text size="sm" c="dimmed">
            {words.unused(unused)}
          </Text>
        )}
        {problem !== undefined && <Alert color="amber">{problem}</Alert>}
        {create.error && <ErrorNotice error={create.error} />}
        <Group justify="flex-end">
          {create.isPending && (
            <Text size="sm" c="dimmed" role="status">
              {words.checking}
            </Text>
          )}
          <Button type="submit" loading={create.isPending} disabled={problem !== undefined}>
            {words.check}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

interface NameFieldsProps {
  readonly name: string
  readonly occasion: string
  readonly onName: (name: string) => void
  readonly onOccasion: (occasion: string) => void
}

function NameFields({ name, occasion, onName, onOccasion }: NameFieldsProps) {
  return (
    <Group grow align="flex-start" preventGrowOverflow={false} gap="md">
      <TextInput
        label={words.name}
        description={words.nameHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={name}
        maxLength={200}
        required
        miw={240}
        onChange={(event) => onName(event.currentTarget.value)}
      />
      <TextInput
        label={words.occasion}
        description={words.occasionHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        placeholder={words.occasionPlaceholder}
        value={occasion}
        maxLength={100}
        miw={240}
        onChange={(event) => onOccasion(event.currentTarget.value)}
      />
    </Group>
  )
}

/** What no row could be bought without. */
function problemOf(mapping: Mapping, defaults: Mapping): string | undefined {
  const said = { ...mapping, ...defaults }
  if (!said.productId && !said.product) return words.needProduct
  return said.unitPrice ? undefined : words.needValue
}

function FileFacts({ file, onOther }: MapColumnsProps) {
  const facts = [
    file.isEstimate ? words.aboutLines(file.rows) : words.lines(file.rows),
    words.delimiters[file.delimiter],
    file.encoding && words.encodings[file.encoding],
  ]
  return (
    <Paper p="sm">
      <Group justify="space-between" gap="sm">
        <Group gap="sm" wrap="nowrap" style={{ minWidth: 0 }}>
          <IconFileSpreadsheet size={22} stroke={1.6} aria-hidden style={{ flex: 'none' }} />
          <div style={{ minWidth: 0 }}>
            <Text fw={560} truncate>
              {file.name}
            </Text>
            <Text size="sm" c="dimmed">
              {facts.filter(Boolean).join(' · ')}
            </Text>
          </div>
        </Group>
        <Button variant="default" size="compact-sm" onClick={onOther}>
          {words.other}
        </Button>
      </Group>
    </Paper>
  )
}
