"""Orders a gift card and prints it."""

import json
import os
import sys
import uuid

import requests

AUTH_URL = "https://auth.reloadly.com/oauth/token"
GIFT_CARDS_URL = "https://giftcards-sandbox.reloadly.com"


def call(session, method, url, **options):
    response = session.request(method, url, timeout=30, **options)
    if not response.ok:
        try:
            message = response.json()["message"]
        except (ValueError, KeyError):
            message = response.text
        sys.exit(f"{method} {url}: {response.status_code} {message}")
    return response.json()


def main():
    session = requests.Session()
    token = call(
        session,
        "POST",
        AUTH_URL,
        json={
            "client_id": os.environ["RELOADLY_CLIENT_ID"],
            "client_secret": os.environ["RELOADLY_CLIENT_SECRET"],
            "grant_type": "client_credentials",
            "audience": GIFT_CARDS_URL,
        },
    )
    session.headers["Authorization"] = f"Bearer {token['access_token']}"
    session.headers["Accept"] = "application/com.reloadly.giftcards-v1+json"

    order = call(
        session,
        "POST",
        f"{GIFT_CARDS_URL}/orders",
        json={
            "productId": 5,
            "countryCode": "US",
            "quantity": 1,
            "unitPrice": 5,
            "customIdentifier": f"quickstart-{uuid.uuid4()}",
            "senderName": "John Doe",
            "recipientEmail": "anyone@email.com",
            "recipientPhoneDetails": {"countryCode": "US", "phoneNumber": "8579184613"},
        },
    )
    print(json.dumps(order, indent=2))

    cards_url = f"{GIFT_CARDS_URL}/orders/transactions/{order['transactionId']}/cards"
    for card in call(session, "GET", cards_url):
        print(f"Card number: {card['cardNumber']}  PIN: {card['pinCode']}")


if __name__ == "__main__":
    main()
