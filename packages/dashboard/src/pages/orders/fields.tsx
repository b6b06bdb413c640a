import { Grid, NumberInput, Select, Skeleton, Stack, TextInput } from '@mantine/core'
import { useCall } from '../../app/api.ts'
import { exact, formatMoney } from '../../app/money.ts'
import { AmountInput } from '../../components/amount-input.tsx'
import { Section } from '../../components/section.tsx'
import { texts } from '../../texts/index.ts'
import { type Draft, isEmail } from './draft.ts'
import { ChosenProduct, type Product, ProductPicker } from './product-picker.tsx'

const said = texts.orders.place

const QUANTITY_MAX = 100

export interface FieldsProps {
  readonly draft: Draft
  readonly onChange: (change: Partial<Draft>) => void
  /** What is wrong with a field, as the API says it. */
  readonly errorOf: (field: keyof Draft) => string | undefined
}

export interface CardFieldsProps extends FieldsProps {
  readonly product: Product | undefined
}

/** Which card, of what value, how many. */
export function CardFields({ product, draft, onChange, errorOf }: CardFieldsProps) {
  const choose = (productId: string) => onChange({ productId, unitPrice: '', userId: '' })
  if (draft.productId === '') {
    return (
      <Section title={said.card}>
        <ProductPicker onChoose={choose} />
      </Section>
    )
  }
  return (
    <Section title={said.card}>
      {product === undefined ? (
        <Skeleton h={54} />
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

interface FaceValueProps {
  readonly product: Product
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | undefined
}

/** One of the fixed values, or any within the bounds. */
function FaceValue({ product, value, onChange, error }: FaceValueProps) {
  const { minDenomination: min, maxDenomination: max, recipientCurrencyCode: currency } = product
  if (min !== null && max !== null) {
    const bounds = [min, max].map((amount) => formatMoney(amount, currency)) as [string, string]
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
            description={said.phoneHint}
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
