"""Orders a gift card and prints it.

    python3 quickstart.py [identifier]

Run again with the same identifier, it finds the order instead of buying twice.
"""

import os
import sys
import time
import uuid
from decimal import Decimal

import requests

URL = os.environ.get("SCRIP_URL", "https://giftcards-sandbox.reloadly.com")
AUTH_URL = os.environ.get("SCRIP_URL", "https://auth.reloadly.com")
# What the token is for: Reloadly's sandbox, or the test mode of OpenScrip.
AUDIENCE = "https://giftcards-sandbox.reloadly.com"


class ApiError(Exception):
    """The server refused the request and changed nothing."""

    def __init__(self, status, body):
        self.code = body.get("errorCode")
        super().__init__(f"{status} {self.code}: {body.get('message')}")


class LostAnswer(Exception):
    """The server may have carried out the request, or may not."""


def call(session, method, url, **options):
    try:
        response = session.request(method, url, timeout=30, **options)
        body = response.json(parse_float=Decimal)
    except (requests.RequestException, ValueError) as error:
        raise LostAnswer(error) from error
    if response.ok:
        return body
    if response.status_code in (408, 409, 425, 429) or response.status_code >= 500:
        raise LostAnswer(f"{response.status_code}: {body.get('message')}")
    raise ApiError(response.status_code, body)


def fetch_token(session):
    credentials = {
        "client_id": os.environ["SCRIP_CLIENT_ID"],
        "client_secret": os.environ["SCRIP_CLIENT_SECRET"],
        "grant_type": "client_credentials",
        "audience": AUDIENCE,
    }
    return call(session, "POST", f"{AUTH_URL}/oauth/token", json=credentials)["access_token"]


def find_order(session, identifier):
    """The order with exactly this identifier: the search ignores case."""
    query = {"customIdentifier": identifier, "size": 50}
    page = call(session, "GET", f"{URL}/reports/transactions", params=query)
    return next((o for o in page["content"] if o["customIdentifier"] == identifier), None)


def place_order(session, order):
    """Sends the order once; an order that may exist already is looked up, never sent again."""
    try:
        return call(session, "POST", f"{URL}/orders", json=order)
    except LostAnswer as lost:
        print(f"The answer was lost ({lost}). Looking for the order.", file=sys.stderr)
    except ApiError as error:
        if error.code != "CUSTOM_IDENTIFIER_ALREADY_USED":
            raise
        print("The identifier was used before. Looking for its order.", file=sys.stderr)
    for _ in range(5):
        found = find_order(session, order["customIdentifier"])
        if found:
            return found
        time.sleep(2)
    raise LostAnswer("The order is not in the reports so far.")


def buy(identifier):
    session = requests.Session()
    session.headers["Accept"] = "application/com.reloadly.giftcards-v1+json"
    session.headers["Authorization"] = f"Bearer {fetch_token(session)}"

    balance = call(session, "GET", f"{URL}/accounts/balance")
    print(f"Balance: {balance['balance']} {balance['currencyCode']}")

    query = {"productName": "Amazon", "countryCode": "US", "size": 1}
    products = call(session, "GET", f"{URL}/products", params=query)["content"]
    if not products:
        sys.exit("No such product is sold.")
    product = products[0]
    print(f"Product {product['productId']}: {product['productName']}")

    order = place_order(
        session,
        {
            "productId": product["productId"],
            "quantity": 1,
            "unitPrice": 5,
            "customIdentifier": identifier,
            "senderName": "John Doe",
            "recipientEmail": "anyone@email.com",
        },
    )
    print(
        f"Order {order['transactionId']}: {order['status']}, "
        f"{order['amount']} {order['currencyCode']}"
    )

    for card in call(session, "GET", f"{URL}/orders/transactions/{order['transactionId']}/cards"):
        print(f"Card {card['cardNumber']}, PIN {card['pinCode']}")


def main():
    identifier = sys.argv[1] if len(sys.argv) > 1 else f"quickstart-{uuid.uuid4()}"
    try:
        buy(identifier)
    except ApiError as error:
        sys.exit(str(error))
    except LostAnswer as lost:
        sys.exit(f"{lost}\nTo go on, run this again with the identifier {identifier}")


if __name__ == "__main__":
    main()
