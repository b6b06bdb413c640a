import {
  Checkbox,
  Input,
  Radio,
  SegmentedControl,
  Stack,
  TagsInput,
  TextInput,
} from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { texts } from '../../texts/index.ts'
import type { Client } from './client.ts'

const { client: words } = texts.developers

export interface ClientValues {
  readonly name: string
  readonly dialect: Client['dialect']
  readonly allowedIps: string[]
  readonly extent: string
  readonly scopes: string[]
}

export const emptyClient: ClientValues = {
  name: '',
  dialect: '2022-06',
  allowedIps: [],
  extent: 'everything',
  scopes: [],
}

export const valuesOf = ({ name, dialect, allowedIps, scopes }: Client): ClientValues => ({
  name,
  dialect,
  allowedIps: [...allowedIps],
  extent: scopes.includes('*') ? 'everything' : 'chosen',
  scopes: scopes.filter((scope) => scope !== '*'),
})

/** What the API takes. */
export function bodyOf({ name, dialect, allowedIps, extent, scopes }: ClientValues) {
  const granted = extent === 'everything' ? ['*'] : scopes
  return { name: name.trim(), dialect, allowedIps, scopes: granted as [...Client['scopes']] }
}

export const validateClient = ({ name, extent, scopes }: ClientValues) => ({
  ...(name.trim() === '' && { name: words.needName }),
  ...(extent === 'chosen' && scopes.length === 0 && { scopes: words.needScope }),
})

const order = ['label', 'input', 'description', 'error'] as const

type Scope = keyof typeof words.scopeNames

const scopes = (Object.keys(words.scopeNames) as Scope[]).filter((scope) => scope !== '*')

export interface ClientFieldsProps {
  readonly form: UseFormReturnType<ClientValues>
  /** Begins with the name. */
  readonly isNew?: boolean
}

/** What is said about a client, by whoever makes or changes it. */
export function ClientFields({ form, isNew = false }: ClientFieldsProps) {
  return (
    <Stack>
      <TextInput
        label={words.name}
        description={words.nameHint}
        placeholder={words.namePlaceholder}
        inputWrapperOrder={[...order]}
        maxLength={100}
        data-autofocus={isNew || undefined}
        {...form.getInputProps('name')}
      />
      <Radio.Group
        label={words.dialect}
        description={words.dialectHint}
        {...form.getInputProps('dialect')}
      >
        <Stack gap={8} mt="xs">
          {Object.entries(words.dialects).map(([value, { label, text }]) => (
            <Radio
              key={value}
              size="sm"
              value={value}
              label={<span className="tabular">{label}</span>}
              description={text}
            />
          ))}
        </Stack>
      </Radio.Group>
      <TagsInput
        label={words.allowedIps}
        description={words.allowedIpsHint}
        placeholder={form.values.allowedIps.length === 0 ? words.allowedIpsPlaceholder : ''}
        inputWrapperOrder={[...order]}
        maxTags={50}
        splitChars={[',', ' ', ';']}
        acceptValueOnBlur
        {...form.getInputProps('allowedIps')}
      />
      <Input.Wrapper label={words.scopes} labelElement="div">
        <SegmentedControl
          fullWidth
          mt={4}
          aria-label={words.scopes}
          data={[
            { value: 'everything', label: words.everything },
            { value: 'chosen', label: words.chosen },
          ]}
          {...form.getInputProps('extent')}
        />
        {form.values.extent === 'chosen' && (
          <Checkbox.Group mt="sm" {...form.getInputProps('scopes')}>
            <Stack gap={8}>
              {scopes.map((scope) => (
                <Checkbox
                  key={scope}
                  size="sm"
                  value={scope}
                  label={words.scopeNames[scope].label}
                  description={words.scopeNames[scope].text}
                />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
      </Input.Wrapper>
    </Stack>
  )
}
