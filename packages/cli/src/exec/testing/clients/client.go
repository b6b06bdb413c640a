package main

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strings"
)

func main() {
	body := fmt.Sprintf(`{"client_id":%q,"client_secret":%q}`,
		os.Getenv("RELOADLY_CLIENT_ID"), os.Getenv("RELOADLY_CLIENT_SECRET"))
	answer, err := http.Post("https://auth.reloadly.com/oauth/token", "application/json",
		strings.NewReader(body))
	if err != nil {
		log.Fatal(err)
	}
	text, _ := io.ReadAll(answer.Body)
	fmt.Println(answer.StatusCode, string(text))
}
