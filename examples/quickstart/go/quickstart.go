// Orders a gift card and prints it:
//
//	go run quickstart.go [identifier]
//
// Run again with the same identifier, it finds the order instead of buying twice.
package main

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"time"
)

var (
	baseURL = env("SCRIP_URL", "https://giftcards-sandbox.reloadly.com")
	authURL = env("SCRIP_URL", "https://auth.reloadly.com")
)

// What the token is for: Reloadly's sandbox, or the test mode of OpenScrip.
const audience = "https://giftcards-sandbox.reloadly.com"

// Amounts are json.Number: decimal text, exactly as it was sent.
type (
	balance struct {
		Balance      json.Number `json:"balance"`
		CurrencyCode string      `json:"currencyCode"`
	}
	product struct {
		ProductID   int64  `json:"productId"`
		ProductName string `json:"productName"`
	}
	orderRequest struct {
		ProductID        int64       `json:"productId"`
		Quantity         int         `json:"quantity"`
		UnitPrice        json.Number `json:"unitPrice"`
		CustomIdentifier string      `json:"customIdentifier"`
		SenderName       string      `json:"senderName"`
		RecipientEmail   string      `json:"recipientEmail"`
	}
	order struct {
		TransactionID    int64       `json:"transactionId"`
		Status           string      `json:"status"`
		Amount           json.Number `json:"amount"`
		CurrencyCode     string      `json:"currencyCode"`
		CustomIdentifier string      `json:"customIdentifier"`
	}
	card struct {
		CardNumber string `json:"cardNumber"`
		PinCode    string `json:"pinCode"`
	}
	page[T any] struct {
		Content []T `json:"content"`
	}
)

// apiError means that the server refused the request and changed nothing.
type apiError struct {
	Status  int    `json:"-"`
	Code    string `json:"errorCode"`
	Message string `json:"message"`
}

func (e *apiError) Error() string {
	return fmt.Sprintf("%d %s: %s", e.Status, e.Code, e.Message)
}

// lostAnswer means that the server may have carried out the request, or may not.
type lostAnswer struct{ reason string }

func (e *lostAnswer) Error() string { return e.reason }

var client = &http.Client{Timeout: 30 * time.Second}

// call sends one request and reads the answer into out; body may be nil.
func call(method, address, token string, body, out any) error {
	var sent bytes.Buffer
	if body != nil {
		if err := json.NewEncoder(&sent).Encode(body); err != nil {
			return err
		}
	}
	request, err := http.NewRequest(method, address, &sent)
	if err != nil {
		return err
	}
	request.Header.Set("Accept", "application/com.reloadly.giftcards-v1+json")
	request.Header.Set("Content-Type", "application/json")
	if token != "" {
		request.Header.Set("Authorization", "Bearer "+token)
	}
	response, err := client.Do(request)
	if err != nil {
		return &lostAnswer{err.Error()}
	}
	defer response.Body.Close()
	decoder := json.NewDecoder(response.Body)
	if response.StatusCode < 300 {
		if err := decoder.Decode(out); err != nil {
			return &lostAnswer{err.Error()}
		}
		return nil
	}
	refusal := &apiError{Status: response.StatusCode}
	if err := decoder.Decode(refusal); err != nil {
		return &lostAnswer{fmt.Sprintf("%s: %v", response.Status, err)}
	}
	switch status := response.StatusCode; {
	case status == 408, status == 409, status == 425, status == 429, status >= 500:
		return &lostAnswer{refusal.Error()}
	default:
		return refusal
	}
}

func fetchToken() (string, error) {
	credentials := map[string]string{
		"client_id":     os.Getenv("SCRIP_CLIENT_ID"),
		"client_secret": os.Getenv("SCRIP_CLIENT_SECRET"),
		"grant_type":    "client_credentials",
		"audience":      audience,
	}
	var answer struct {
		AccessToken string `json:"access_token"`
	}
	err := call(http.MethodPost, authURL+"/oauth/token", "", credentials, &answer)
	return answer.AccessToken, err
}

// findOrder returns the order with exactly this identifier, or nil: the search ignores case.
func findOrder(token, identifier string) (*order, error) {
	query := url.Values{"customIdentifier": {identifier}, "size": {"50"}}
	var found page[order]
	address := baseURL + "/reports/transactions?" + query.Encode()
	if err := call(http.MethodGet, address, token, nil, &found); err != nil {
		return nil, err
	}
	for _, candidate := range found.Content {
		if candidate.CustomIdentifier == identifier {
			return &candidate, nil
		}
	}
	return nil, nil
}

// placeOrder sends the order once; an order that may exist already is looked up, never sent again.
func placeOrder(token string, request orderRequest) (*order, error) {
	var placed order
	err := call(http.MethodPost, baseURL+"/orders", token, request, &placed)
	var lost *lostAnswer
	var refused *apiError
	switch {
	case err == nil:
		return &placed, nil
	case errors.As(err, &lost):
		fmt.Fprintf(os.Stderr, "The answer was lost (%v). Looking for the order.\n", err)
	case errors.As(err, &refused) && refused.Code == "CUSTOM_IDENTIFIER_ALREADY_USED":
		fmt.Fprintln(os.Stderr, "The identifier was used before. Looking for its order.")
	default:
		return nil, err
	}
	for looks := 0; looks < 5; looks++ {
		found, err := findOrder(token, request.CustomIdentifier)
		if err != nil || found != nil {
			return found, err
		}
		time.Sleep(2 * time.Second)
	}
	return nil, &lostAnswer{"The order is not in the reports so far."}
}

func buy(identifier string) error {
	token, err := fetchToken()
	if err != nil {
		return err
	}

	var wallet balance
	if err := call(http.MethodGet, baseURL+"/accounts/balance", token, nil, &wallet); err != nil {
		return err
	}
	fmt.Printf("Balance: %s %s\n", wallet.Balance, wallet.CurrencyCode)

	var products page[product]
	address := baseURL + "/products?productName=Amazon&countryCode=US&size=1"
	if err := call(http.MethodGet, address, token, nil, &products); err != nil {
		return err
	}
	if len(products.Content) == 0 {
		return errors.New("No such product is sold.")
	}
	chosen := products.Content[0]
	fmt.Printf("Product %d: %s\n", chosen.ProductID, chosen.ProductName)

	placed, err := placeOrder(token, orderRequest{
		ProductID:        chosen.ProductID,
		Quantity:         1,
		UnitPrice:        "5.00",
		CustomIdentifier: identifier,
		SenderName:       "John Doe",
		RecipientEmail:   "anyone@email.com",
	})
	if err != nil {
		return err
	}
	fmt.Printf("Order %d: %s, %s %s\n",
		placed.TransactionID, placed.Status, placed.Amount, placed.CurrencyCode)

	var cards []card
	address = fmt.Sprintf("%s/orders/transactions/%d/cards", baseURL, placed.TransactionID)
	if err := call(http.MethodGet, address, token, nil, &cards); err != nil {
		return err
	}
	for _, bought := range cards {
		fmt.Printf("Card %s, PIN %s\n", bought.CardNumber, bought.PinCode)
	}
	return nil
}

func main() {
	identifier := newIdentifier()
	if len(os.Args) > 1 {
		identifier = os.Args[1]
	}
	err := buy(identifier)
	if err == nil {
		return
	}
	fmt.Fprintln(os.Stderr, err)
	var lost *lostAnswer
	if errors.As(err, &lost) {
		fmt.Fprintln(os.Stderr, "To go on, run this again with the identifier", identifier)
	}
	os.Exit(1)
}

func newIdentifier() string {
	random := make([]byte, 16)
	if _, err := rand.Read(random); err != nil {
		panic(err)
	}
	return fmt.Sprintf("quickstart-%x", random)
}

func env(name, fallback string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return fallback
}
