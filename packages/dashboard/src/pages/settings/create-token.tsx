import {
  Button,
  Checkbox,
  Group,
  Modal,
  SegmentedControl,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { useForm } from '@mantine/form'
import { type OperationInput, type OperationOutput, useChange } from '../../app/api.ts'
import { mayIn, useSession } from '../../app/session.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { texts } from '../../texts/index.ts'
import { areas } from './scopes.ts'

const { tokens: words } = texts.settings

export interface CreateTokenProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onMade: (made: OperationOutput<'POST /access-tokens'>) => void
}

type NewToken = OperationInput<'POST /access-tokens'>['body']

/** Makes a token that may do all that its maker may, or a part of it. */
export function CreateToken({ isOpen, onClose, onMade }: CreateTokenProps) {
  const { scopes } = useSession()
  const isFull = scopes.test.includes('*') && scopes.live.includes('*')
  const create = useChange('POST /access-tokens', ['GET /access-tokens'])
  const form = useForm({
    initialValues: {
      name: '',
      extent: isFull ? 'everything' : 'chosen',
      scopes: [] as string[],
      expires: '90',
    },
    validate: ({ name, extent, scopes: chosen }) => ({
      ...(name.trim() === '' && { name: words.needName }),
      ...(extent === 'chosen' && chosen.length === 0 && { scopes: words.needScope }),
    }),
  })
  // Whoever left while it is made would never see it.
  const close = () => {
    if (!create.isPending) finish()
  }
  const finish = () => {
    form.reset()
    create.reset()
    onClose()
  }
  const save = ({ name, extent, scopes: chosen, expires }: typeof form.values) =>
    create.mutate(
      {
        body: {
          name: name.trim(),
          scopes: (extent === 'everything' ? ['*'] : chosen) as [...NewToken['scopes']],
          expiresInDays: expires === 'never' ? null : Number(expires),
        },
      },
      {
        onSuccess: (made) => {
          finish()
          onMade(made)
        },
      },
    )
  return (
    <Modal opened={isOpen} onClose={close} size="lg" title={<Text fw={620}>{words.create}</Text>}>
      <form onSubmit={form.onSubmit(save)}>
        <Stack>
          <Group grow align="flex-start">
            <TextInput
              label={words.name}
              description={words.nameHint}
              placeholder={words.namePlaceholder}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              maxLength={100}
              data-autofocus
              {...form.getInputProps('name')}
            />
            <Select
              label={words.expires}
              allowDeselect={false}
              data={Object.entries(words.expiries).map(([value, label]) => ({ value, label }))}
              {...form.getInputProps('expires')}
            />
          </Group>
          {isFull && (
            <SegmentedControl
              data={[
                { value: 'everything', label: words.everything },
                { value: 'chosen', label: words.chosen },
              ]}
              {...form.getInputProps('extent')}
            />
          )}
          {form.values.extent === 'chosen' && (
            <ScopeChoice
              value={form.values.scopes}
              error={form.errors.scopes}
              onChange={(chosen) => form.setFieldValue('scopes', chosen)}
            />
          )}
          {create.error && <ErrorNotice error={create.error} />}
          <Group justify="flex-end">
            <Button type="submit" loading={create.isPending}>
              {words.create}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

interface ScopeChoiceProps {
  readonly value: string[]
  readonly error: React.ReactNode
  readonly onChange: (scopes: string[]) => void
}

type Kind = keyof typeof verbs

/** Two columns: what looks, and what acts. */
const slots: readonly (readonly Kind[])[] = [['read'], ['write', 'reveal']]

const SLOT_WIDTH = 76

const verbs = { read: words.read, write: words.write, reveal: words.reveal } as const

/** A line for each area, a box for each thing that can be done there. */
function ScopeChoice({ value, error, onChange }: ScopeChoiceProps) {
  const { scopes } = useSession()
  // A token holds in both modes, so its maker must.
  const mayGive = (scope: string) => mayIn(scopes.test, scope) && mayIn(scopes.live, scope)
  return (
    <Checkbox.Group label={words.scopes} value={value} error={error} onChange={onChange}>
      <Stack gap={6} mt="xs">
        {Object.entries(areas).map(([area, kinds]) => (
          <Group key={area} justify="space-between">
            <Text size="sm">{words.areas[area as keyof typeof words.areas]}</Text>
            <Group gap="md" wrap="nowrap">
              {slots.map((offered) => {
                const kind = kinds.find((each) => offered.includes(each))
                return kind === undefined ? (
                  <span key={offered[0]} style={{ width: SLOT_WIDTH }} />
                ) : (
                  <Checkbox
                    key={kind}
                    size="xs"
                    w={SLOT_WIDTH}
                    value={`${area}:${kind}`}
                    label={verbs[kind]}
                    aria-label={`${words.areas[area as keyof typeof words.areas]}: ${verbs[kind]}`}
                    disabled={!mayGive(`${area}:${kind}`)}
                  />
                )
              })}
            </Group>
          </Group>
        ))}
      </Stack>
    </Checkbox.Group>
  )
}
