#!/bin/sh
# Orders a gift card and prints it.
set -eu

auth_url=https://auth.reloadly.com/oauth/token
gift_cards_url=https://giftcards-sandbox.reloadly.com

# Prints the answer's body; an error goes to stderr in the server's words and ends the script.
call() {
  answer=$(curl --silent --show-error --max-time 30 --write-out '\n%{http_code}' \
    --header 'Accept: application/com.reloadly.giftcards-v1+json' "$@")
  status=${answer##*
}
  body=${answer%
*}
  case $status in
    2*) printf '%s\n' "$body" ;;
    *) printf 'The server answered %s: %s\n' "$status" "$body" >&2; return 1 ;;
  esac
}

# Takes the value of one field out of a flat piece of JSON.
field() {
  sed -n "s/.*\"$1\" *: *\"\{0,1\}\([^\",}]*\).*/\1/p"
}

token_answer=$(call "$auth_url" --header 'Content-Type: application/json' --data "{
  \"client_id\": \"$RELOADLY_CLIENT_ID\",
  \"client_secret\": \"$RELOADLY_CLIENT_SECRET\",
  \"grant_type\": \"client_credentials\",
  \"audience\": \"$gift_cards_url\"
}")
token=$(printf '%s' "$token_answer" | field access_token)

order=$(call "$gift_cards_url/orders" \
  --header "Authorization: Bearer $token" --header 'Content-Type: application/json' --data "{
  \"productId\": 5,
  \"countryCode\": \"US\",
  \"quantity\": 1,
  \"unitPrice\": 5,
  \"customIdentifier\": \"quickstart-$(date +%s)-$$\",
  \"senderName\": \"John Doe\",
  \"recipientEmail\": \"anyone@email.com\",
  \"recipientPhoneDetails\": {\"countryCode\": \"US\", \"phoneNumber\": \"8579184613\"}
}")
printf '%s\n' "$order"

transaction_id=$(printf '%s' "$order" | field transactionId)
call "$gift_cards_url/orders/transactions/$transaction_id/cards" \
  --header "Authorization: Bearer $token"
