import '@mantine/dropzone/styles.css'
import { Button, Divider, Group, Stack, Text, Textarea, ThemeIcon } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { IconDownload, IconFileSpreadsheet } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { download } from '../../app/api.ts'
import { useMode } from '../../app/mode.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { texts } from '../../texts/index.ts'
import { decode } from './decode.ts'
import { CSV_MAX, readColumns, type UploadedFile } from './uploaded-file.ts'

const { create: words } = texts.bulk

type Chosen = Pick<UploadedFile, 'name' | 'csv' | 'encoding'>

/** Takes a file by drop, by choice or as pasted text. */
export function ChooseFile({ onChosen }: { readonly onChosen: (file: UploadedFile) => void }) {
  const mode = useMode()
  const [pasted, setPasted] = useState('')
  const read = useMutation({
    mutationFn: async (chosen: Chosen | File) =>
      readColumns(mode, chosen instanceof File ? await readFile(chosen) : chosen),
    onSuccess: onChosen,
  })
  const template = useMutation({ mutationFn: () => download('/bulk-orders/template', { mode }) })
  const takePasted = () => read.mutate({ name: words.pastedName, csv: pasted, encoding: undefined })
  return (
    <Stack maw="46rem">
      {read.error && <ErrorNotice error={read.error} />}
      {template.error && <ErrorNotice error={template.error} />}
      <Dropzone
        onDrop={([file]) => file && read.mutate(file)}
        onReject={([rejection]) => rejection && read.mutate(rejection.file as File)}
        multiple={false}
        loading={read.isPending}
        inputProps={{ 'aria-label': words.drop }}
        radius="md"
        style={{ borderStyle: 'dashed' }}
      >
        <Stack
          align="center"
          gap="xs"
          py={40}
          px="md"
          ta="center"
          style={{ pointerEvents: 'none' }}
        >
          <ThemeIcon size={44} radius="xl" variant="light" aria-hidden>
            <IconFileSpreadsheet size={22} stroke={1.6} />
          </ThemeIcon>
          <Text fw={560}>{words.drop}</Text>
          <Text size="sm" c="dimmed">
            {words.dropHint}
          </Text>
        </Stack>
      </Dropzone>
      <Divider label={words.paste} labelPosition="center" />
      <Textarea
        aria-label={words.pasteLabel}
        placeholder={words.pastePlaceholder}
        autosize
        minRows={5}
        maxRows={14}
        value={pasted}
        onChange={(event) => setPasted(event.currentTarget.value)}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      />
      <Group justify="space-between">
        <Button
          variant="subtle"
          // Its words begin where everything else does.
          ml={-12}
          leftSection={<IconDownload size={16} />}
          loading={template.isPending}
          onClick={() => template.mutate()}
        >
          {words.template}
        </Button>
        <Button
          variant="default"
          disabled={pasted.trim() === ''}
          loading={read.isPending}
          onClick={takePasted}
        >
          {words.usePasted}
        </Button>
      </Group>
    </Stack>
  )
}

/** @throws a sentence about what is wrong with the file */
async function readFile(file: File): Promise<Chosen> {
  if (file.size > 2 * CSV_MAX) throw new Error(words.tooLarge)
  const decoded = decode(new Uint8Array(await file.arrayBuffer()))
  if (decoded === undefined) throw new Error(words.notText)
  if (decoded.text.length > CSV_MAX) throw new Error(words.tooLarge)
  return {
    name: file.name.replace(/\.\w{1,5}$/, ''),
    csv: decoded.text,
    encoding: decoded.encoding,
  }
}
