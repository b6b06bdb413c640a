import json, os, urllib.request

body = {
    "client_id": os.environ["RELOADLY_CLIENT_ID"],
    "client_secret": os.environ["RELOADLY_CLIENT_SECRET"],
}
request = urllib.request.Request(
    "https://auth.reloadly.com/oauth/token",
    data=json.dumps(body).encode(),
    headers={"Content-Type": "application/json"},
)
with urllib.request.urlopen(request) as response:
    print(response.status, response.read().decode())
