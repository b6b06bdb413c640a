import {
  ActionIcon,
  Button,
  Grid,
  NumberInput,
  Select,
  Skeleton,
  Stack,
  TextInput,
} from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useCall } from '../../app/api.ts'
import { exact, formatMoney } from '../../app/money.ts'
import { AmountInput } from '../../components/amount-input.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Section } from '../../components/section.tsx'
import { texts } from '../../texts/index.ts'
import { type Draft, isEmail, isPhoneHalfTyped, newIdentifier } from './draft.ts'
import { ChosenProduct, type Product, ProductPicker } from './product-picker.tsx'

const said = texts.orders.place

const QUANTITY_MAX = 100

export interface FieldsProps {
  readonly draft: Draft
  readonly onChange: (change: Partial<Draft>) => void
  /** What is wrong with a field, as the API says it. */
  readonly errorOf: (field: keyof Draft) => ReactNode
}

export interface CardFieldsProps extends FieldsProps {
  readonly product: ReturnType<typeof useCall<'GET /products/{productId}'>>
}

/** Which card, of what value, how many. */
export function CardFields({ product: called, draft, onChange, errorOf }: CardFieldsProps) {
  const choose = (productId: string) => onChange({ productId, unitPrice: '', userId: '' })
  if (draft.productId === '') {
    return (
      <Section title={said.card}>
        <ProductPicker onChoose={choose} />
      </Section>
    )
  }
  const { data: product, error, refetch } = called
  return (
    <Section title={said.card}>
      {product === undefined ? (
        <Missing error={error} onRetry={() => void refetch()} onChange={() => choose('')} />
      ) : (
        <Stack gap="md">
          <ChosenProduct product={product} onChange={() => choose('')} />
          <Grid gap="md">
            <Grid.Col span={{ base: 12, xs: 8 }}>
              <FaceValue
                product={product}
                value={draft.unitPrice}
                onChange={(unitPrice) => onChange({ unitPrice })}
                error={errorOf('unitPrice')}
              />
            </Grid.Col>
            <Grid.Col span={{ base: 12, xs: 4 }}>
              <NumberInput
                label={said.quantity}
                min={1}
                max={QUANTITY_MAX}
                allowDecimal={false}
                clampBehavior="strict"
                value={draft.quantity}
                onChange={(quantity) => onChange({ quantity: Number(quantity) })}
                error={errorOf('quantity')}
              />
            </Grid.Col>
          </Grid>
          {product.userIdRequired && (
            <TextInput
              label={said.userId}
              description={said.userIdHint}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              required
              maxLength={255}
              value={draft.userId}
              onChange={(event) => onChange({ userId: event.currentTarget.value })}
              error={errorOf('userId')}
            />
          )}
        </Stack>
      )}
    </Section>
  )
}

interface MissingProps {
  readonly error: unknown
  readonly onRetry: () => void
  readonly onChange: () => void
}

/** In place of a product that is on its way, or that there is no more. */
function Missing({ error, onRetry, onChange }: MissingProps) {
  if (error === null) return <Skeleton h={54} />
  return (
    <Stack gap="sm" align="flex-start">
      <ErrorNotice error={error} onRetry={onRetry} />
      <Button variant="default" size="compact-sm" onClick={onChange}>
        {said.changeProduct}
      </Button>
    </Stack>
  )
}

interface FaceValueProps {
  readonly product: Product
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: ReactNode
}

/** One of the fixed values, or any within the bounds. */
function FaceValue({ product, value, onChange, error }: FaceValueProps) {
  const { minDenomination: min, maxDenomination: max, recipientCurrencyCode: currency } = product
  if (min !== null && max !== null) {
    const boundOf = (name: string) => formatMoney(exact(product, name), currency)
    const bounds = [boundOf('minDenomination'), boundOf('maxDenomination')] as const
    return (
      <AmountInput
        label={said.unitPrice}
        description={said.anyBetween(...bounds)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        required
        currency={currency}
        value={value}
        onChange={onChange}
        error={error}
      />
    )
  }
  return (
    <Select
      label={said.unitPrice}
      required
      searchable={product.denominations.length > 12}
      allowDeselect={false}
      data={product.prices.map((price) => {
        const text = String(exact(price, 'unitPrice'))
        const face = formatMoney(text, currency)
        return { value: text, label: price.label === null ? face : `${face} · ${price.label}` }
      })}
      value={chosenAmong(product, value)}
      onChange={(chosen) => onChange(chosen ?? '')}
      error={error}
    />
  )
}

/** `5`, `5.0` and `5.00` are one value. */
function chosenAmong({ prices }: Product, value: string): string | null {
  if (value === '') return null
  const found = prices.find(({ unitPrice }) => unitPrice === Number(value))
  return found === undefined ? null : String(exact(found, 'unitPrice'))
}

/** Who gets the card, from whom. */
export function RecipientFields({ draft, onChange, errorOf }: FieldsProps) {
  const isHalfTyped = draft.email !== '' && !isEmail(draft.email)
  return (
    <Section title={said.recipient} text={said.recipientText}>
      <Grid gap="md">
        <Grid.Col span={{ base: 12, xs: 6 }}>
          <TextInput
            type="email"
            label={said.email}
            autoComplete="off"
            maxLength={254}
            value={draft.email}
            onChange={(event) => onChange({ email: event.currentTarget.value.trim() })}
            error={isHalfTyped ? undefined : errorOf('email')}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 12, xs: 6 }}>
          <TextInput
            label={said.sender}
            maxLength={255}
            value={draft.sender}
            onChange={(event) => onChange({ sender: event.currentTarget.value })}
            error={errorOf('sender')}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 12, xs: 6 }}>
          <PhoneCountry value={draft.phoneCountry} onChange={onChange} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, xs: 6 }}>
          <TextInput
            type="tel"
            label={said.phone}
            description={isPhoneHalfTyped(draft) ? said.phoneShort : said.phoneHint}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            autoComplete="off"
            maxLength={40}
            value={draft.phone}
            onChange={(event) => onChange({ phone: event.currentTarget.value })}
            error={errorOf('phone')}
          />
        </Grid.Col>
        <Grid.Col span={12}>
          <TextInput
            label={said.identifier}
            description={said.identifierHint}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            required
            maxLength={150}
            value={draft.identifier}
            onChange={(event) => onChange({ identifier: event.currentTarget.value })}
            error={errorOf('identifier')}
            rightSection={
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={said.newIdentifier}
                title={said.newIdentifier}
                onClick={() => onChange({ identifier: newIdentifier() })}
              >
                <IconRefresh size={16} />
              </ActionIcon>
            }
          />
        </Grid.Col>
      </Grid>
    </Section>
  )
}

interface PhoneCountryProps {
  readonly value: string
  readonly onChange: FieldsProps['onChange']
}

function PhoneCountry({ value, onChange }: PhoneCountryProps) {
  const { data } = useCall('GET /setup', {})
  const countries = data?.countries.map(({ code, name }) => ({ value: code, label: name }))
  return (
    <Select
      label={said.phoneCountry}
      searchable
      allowDeselect={false}
      data={countries ?? [{ value, label: value }]}
      value={value}
      onChange={(country) => onChange({ phoneCountry: country ?? value })}
    />
  )
}
