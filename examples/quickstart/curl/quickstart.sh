#!/usr/bin/env bash
# Orders a gift card and prints it. Needs curl and jq.
#
#     bash quickstart.sh [identifier]
#
# Run again with the same identifier, it finds the order instead of buying twice.
set -euo pipefail

url=${SCRIP_URL:-https://giftcards-sandbox.reloadly.com}
auth_url=${SCRIP_URL:-https://auth.reloadly.com}
# What the token is for: Reloadly's sandbox, or the test mode of OpenScrip.
audience=https://giftcards-sandbox.reloadly.com
identifier=${1:-quickstart-$(date +%s)-$$-$RANDOM}

# Status of call() when the server refused the request and changed nothing,
# and when it may have carried the request out, or may not.
refused=10
lost=11

# Prints the body of the answer, also of a refusal. Secrets go by standard input and by
# descriptors: the list of processes shows arguments to everybody.
call() {
  local answer status body
  answer=$(curl --silent --show-error --max-time 30 --write-out '\n%{http_code}' \
    --header 'Accept: application/com.reloadly.giftcards-v1+json' "$@") || return "$lost"
  status=${answer##*$'\n'}
  body=${answer%$'\n'*}
  printf '%s\n' "$body"
  case $status in
    2??) ;;
    408 | 409 | 425 | 429 | 5??) return "$lost" ;;
    *) return "$refused" ;;
  esac
}

call_with_token() {
  call --header @<(printf 'Authorization: Bearer %s' "$token") "$@"
}

# Ends the program after a failed call: body and status of the call.
fail() {
  jq --raw-output '[.errorCode, .message] | map(select(.)) | join(": ")' <<<"$1" >&2 || true
  if [ "$2" -eq "$lost" ]; then
    echo "To go on, run this again with the identifier $identifier" >&2
  fi
  exit 1
}

# The order with exactly this identifier, or nothing: the search ignores case.
find_order() {
  local page
  page=$(call_with_token --get "$url/reports/transactions" \
    --data-urlencode "customIdentifier=$identifier" --data size=50) || fail "$page" $?
  jq --arg id "$identifier" 'first(.content[] | select(.customIdentifier == $id))' <<<"$page"
}

# Sends the order once; an order that may exist already is looked up, never sent again.
place_order() {
  local answer failure=0 code found
  answer=$(call_with_token --header 'Content-Type: application/json' --data "$1" \
    "$url/orders") || failure=$?
  if [ "$failure" -eq 0 ]; then
    printf '%s' "$answer"
    return
  fi
  code=$(jq --raw-output '.errorCode?' <<<"$answer" 2>/dev/null) || code=
  if [ "$failure" -eq "$lost" ]; then
    echo 'The answer was lost. Looking for the order.' >&2
  elif [ "$code" = CUSTOM_IDENTIFIER_ALREADY_USED ]; then
    echo 'The identifier was used before. Looking for its order.' >&2
  else
    fail "$answer" "$failure"
  fi
  for _ in 1 2 3 4 5; do
    found=$(find_order) || exit
    if [ -n "$found" ]; then
      printf '%s' "$found"
      return
    fi
    sleep 2
  done
  fail '{"message":"The order is not in the reports so far."}' "$lost"
}

export SCRIP_CLIENT_ID SCRIP_CLIENT_SECRET
answer=$(jq --null-input --arg audience "$audience" '{
    client_id: env.SCRIP_CLIENT_ID, client_secret: env.SCRIP_CLIENT_SECRET,
    grant_type: "client_credentials", audience: $audience
  }' | call "$auth_url/oauth/token" --header 'Content-Type: application/json' --data @-) ||
  fail "$answer" $?
token=$(jq --raw-output .access_token <<<"$answer")

answer=$(call_with_token "$url/accounts/balance") || fail "$answer" $?
jq --raw-output '"Balance: \(.balance) \(.currencyCode)"' <<<"$answer"

answer=$(call_with_token "$url/products?productName=Amazon&countryCode=US&size=1") ||
  fail "$answer" $?
product=$(jq --exit-status '.content[0]' <<<"$answer") || {
  echo 'No such product is sold.' >&2
  exit 1
}
jq --raw-output '"Product \(.productId): \(.productName)"' <<<"$product"

order=$(place_order "$(jq --compact-output --arg id "$identifier" '{
  productId, quantity: 1, unitPrice: 5, customIdentifier: $id,
  senderName: "John Doe", recipientEmail: "anyone@email.com"
}' <<<"$product")")
jq --raw-output '"Order \(.transactionId): \(.status), \(.amount) \(.currencyCode)"' <<<"$order"

cards_url=$url/orders/transactions/$(jq .transactionId <<<"$order")/cards
answer=$(call_with_token "$cards_url") || fail "$answer" $?
jq --raw-output '.[] | "Card \(.cardNumber), PIN \(.pinCode)"' <<<"$answer"
