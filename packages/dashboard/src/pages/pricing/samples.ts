import { audiences } from '../../app/first-calls.ts'
import type { CodeSample } from '../../components/code-block.tsx'

export interface SampleFacts {
  readonly origin: string
  readonly mode: 'test' | 'live'
  readonly clientId: string
  readonly productId: number
  /** Decimal text. */
  readonly unitPrice: string
}

/** Programs that order one card, in five languages; they run as they are. */
export function samplesOf(facts: SampleFacts): readonly CodeSample[] {
  return [
    { label: 'curl', code: curl(facts) },
    { label: 'Node.js', code: node(facts) },
    { label: 'Python', code: python(facts) },
    { label: 'PHP', code: php(facts) },
    { label: 'Go', code: go(facts) },
  ]
}

const audienceOf = ({ mode }: SampleFacts) => audiences[mode]

const curl = (facts: SampleFacts) => `TOKEN=$(curl -s ${facts.origin}/oauth/token \\
  -H 'Content-Type: application/json' \\
  -d '{
    "client_id": "${facts.clientId}",
    "client_secret": "'"$SCRIP_CLIENT_SECRET"'",
    "grant_type": "client_credentials",
    "audience": "${audienceOf(facts)}"
  }' | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')

curl ${facts.origin}/orders \\
  -H "Authorization: Bearer $TOKEN" \\
  -H 'Content-Type: application/json' \\
  -d '{
    "productId": ${facts.productId},
    "quantity": 1,
    "unitPrice": ${facts.unitPrice},
    "customIdentifier": "'"my-order-$(date +%s)"'",
    "senderName": "John Doe",
    "recipientEmail": "anyone@email.com"
  }'`

const node = (facts: SampleFacts) => `import { GiftCards } from '@openscrip/sdk'

const giftCards = new GiftCards({
  clientId: '${facts.clientId}',
  clientSecret: process.env.SCRIP_CLIENT_SECRET,
  environment: {
    baseUrl: '${facts.origin}',
    audience: '${audienceOf(facts)}',
  },
})

const order = await giftCards.orders.place({
  productId: ${facts.productId},
  quantity: 1,
  unitPrice: '${facts.unitPrice}',
  senderName: 'John Doe',
  recipientEmail: 'anyone@email.com',
})
console.log(order.status, order.amountText, order.currencyCode)

for (const card of await giftCards.orders.cards(order.transactionId)) {
  console.log(card.number, card.pin, card.url)
}`

const python = (facts: SampleFacts) => `import os
import uuid

import requests

token = requests.post("${facts.origin}/oauth/token", json={
    "client_id": "${facts.clientId}",
    "client_secret": os.environ["SCRIP_CLIENT_SECRET"],
    "grant_type": "client_credentials",
    "audience": "${audienceOf(facts)}",
}).json()["access_token"]
headers = {"Authorization": f"Bearer {token}"}

order = requests.post("${facts.origin}/orders", headers=headers, json={
    "productId": ${facts.productId},
    "quantity": 1,
    "unitPrice": ${facts.unitPrice},
    "customIdentifier": str(uuid.uuid4()),
    "senderName": "John Doe",
    "recipientEmail": "anyone@email.com",
})
order.raise_for_status()
transaction = order.json()["transactionId"]

cards = requests.get(
    f"${facts.origin}/orders/transactions/{transaction}/cards", headers=headers
)
print(cards.json())`

const php = (facts: SampleFacts) => `<?php
function send(string $path, array $headers, ?array $body = null): array {
    $curl = curl_init('${facts.origin}' . $path);
    curl_setopt($curl, CURLOPT_RETURNTRANSFER, true);
    curl_setopt($curl, CURLOPT_HTTPHEADER, ['Content-Type: application/json', ...$headers]);
    if ($body !== null) curl_setopt($curl, CURLOPT_POSTFIELDS, json_encode($body));
    return json_decode(curl_exec($curl), true, flags: JSON_THROW_ON_ERROR);
}

$token = send('/oauth/token', [], [
    'client_id' => '${facts.clientId}',
    'client_secret' => getenv('SCRIP_CLIENT_SECRET'),
    'grant_type' => 'client_credentials',
    'audience' => '${audienceOf(facts)}',
])['access_token'];
$headers = ["Authorization: Bearer $token"];

$order = send('/orders', $headers, [
    'productId' => ${facts.productId},
    'quantity' => 1,
    'unitPrice' => ${facts.unitPrice},
    'customIdentifier' => uniqid('order-', true),
    'senderName' => 'John Doe',
    'recipientEmail' => 'anyone@email.com',
]);
print_r(send("/orders/transactions/{$order['transactionId']}/cards", $headers));`

const go = (facts: SampleFacts) => `package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"time"
)

const origin = "${facts.origin}"

func send(path, token string, body map[string]any, answer any) {
	content, _ := json.Marshal(body)
	request, _ := http.NewRequest("POST", origin+path, bytes.NewReader(content))
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Authorization", "Bearer "+token)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		panic(err)
	}
	defer response.Body.Close()
	if response.StatusCode != 200 {
		panic(response.Status)
	}
	if err := json.NewDecoder(response.Body).Decode(answer); err != nil {
		panic(err)
	}
}

func main() {
	var token struct {
		AccessToken string \`json:"access_token"\`
	}
	send("/oauth/token", "", map[string]any{
		"client_id":     "${facts.clientId}",
		"client_secret": os.Getenv("SCRIP_CLIENT_SECRET"),
		"grant_type":    "client_credentials",
		"audience":      "${audienceOf(facts)}",
	}, &token)

	var order struct {
		TransactionID int64  \`json:"transactionId"\`
		Status        string \`json:"status"\`
	}
	send("/orders", token.AccessToken, map[string]any{
		"productId":        ${facts.productId},
		"quantity":         1,
		"unitPrice":        ${facts.unitPrice},
		"customIdentifier": fmt.Sprintf("order-%d", time.Now().UnixNano()),
		"senderName":       "John Doe",
		"recipientEmail":   "anyone@email.com",
	}, &order)
	fmt.Println(order.TransactionID, order.Status)
}`
