import os, httpx

body = {
    "client_id": os.environ["RELOADLY_CLIENT_ID"],
    "client_secret": os.environ["RELOADLY_CLIENT_SECRET"],
}
response = httpx.post("https://auth.reloadly.com/oauth/token", json=body)
print(response.status_code, response.text)
