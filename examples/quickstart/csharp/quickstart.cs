// Orders a gift card and prints it:
//
//     dotnet run quickstart.cs [identifier]
//
// Run again with the same identifier, it finds the order instead of buying twice.
#nullable disable

using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

/// <summary>The server refused the request and changed nothing.</summary>
sealed class ApiException : Exception
{
    public string ErrorCode { get; }

    public ApiException(int status, JsonNode body)
        : base($"{status} {body["errorCode"]}: {body["message"]}")
    {
        ErrorCode = (string)body["errorCode"];
    }
}

/// <summary>The server may have carried out the request, or may not.</summary>
sealed class LostAnswerException : Exception
{
    public LostAnswerException(string reason) : base(reason) { }
}

static class Quickstart
{
    static readonly string Url = Env("SCRIP_URL", "https://giftcards-sandbox.reloadly.com");
    static readonly string AuthUrl = Env("SCRIP_URL", "https://auth.reloadly.com");

    /// <summary>What the token is for: Reloadly's sandbox, or the test mode of OpenScrip.</summary>
    const string Audience = "https://giftcards-sandbox.reloadly.com";

    static readonly int[] LostStatuses = { 408, 409, 425, 429 };

    static readonly HttpClient Http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };

    static async Task<int> Main(string[] arguments)
    {
        var identifier = arguments.Length > 0 ? arguments[0] : $"quickstart-{Guid.NewGuid()}";
        try
        {
            await Buy(identifier);
            return 0;
        }
        catch (ApiException error)
        {
            Console.Error.WriteLine(error.Message);
        }
        catch (LostAnswerException lost)
        {
            Console.Error.WriteLine(lost.Message);
            Console.Error.WriteLine($"To go on, run this again with the identifier {identifier}");
        }
        return 1;
    }

    static async Task Buy(string identifier)
    {
        var token = await FetchToken();
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        var balance = await Call(HttpMethod.Get, $"{Url}/accounts/balance");
        Console.WriteLine($"Balance: {balance["balance"]} {balance["currencyCode"]}");

        var query = "productName=Amazon&countryCode=US&size=1";
        var products = (await Call(HttpMethod.Get, $"{Url}/products?{query}"))["content"].AsArray();
        if (products.Count == 0) throw new InvalidOperationException("No such product is sold.");
        var product = products[0];
        Console.WriteLine($"Product {product["productId"]}: {product["productName"]}");

        var order = await PlaceOrder(identifier, new JsonObject
        {
            ["productId"] = (long)product["productId"],
            ["quantity"] = 1,
            ["unitPrice"] = 5.00m,
            ["customIdentifier"] = identifier,
            ["senderName"] = "John Doe",
            ["recipientEmail"] = "anyone@email.com",
        });
        var id = order["transactionId"];
        var cost = $"{order["amount"]} {order["currencyCode"]}";
        Console.WriteLine($"Order {id}: {order["status"]}, {cost}");

        var cards = await Call(HttpMethod.Get, $"{Url}/orders/transactions/{id}/cards");
        foreach (var card in cards.AsArray())
        {
            Console.WriteLine($"Card {card["cardNumber"]}, PIN {card["pinCode"]}");
        }
    }

    static async Task<string> FetchToken()
    {
        var answer = await Call(HttpMethod.Post, $"{AuthUrl}/oauth/token", new JsonObject
        {
            ["client_id"] = Env("SCRIP_CLIENT_ID", ""),
            ["client_secret"] = Env("SCRIP_CLIENT_SECRET", ""),
            ["grant_type"] = "client_credentials",
            ["audience"] = Audience,
        });
        return (string)answer["access_token"];
    }

    /// <summary>Sends the order once; one that may exist is looked up, never sent again.</summary>
    static async Task<JsonNode> PlaceOrder(string identifier, JsonObject order)
    {
        try
        {
            return await Call(HttpMethod.Post, $"{Url}/orders", order);
        }
        catch (LostAnswerException lost)
        {
            Console.Error.WriteLine($"The answer was lost ({lost.Message}).");
            Console.Error.WriteLine("Looking for the order.");
        }
        catch (ApiException error) when (error.ErrorCode == "CUSTOM_IDENTIFIER_ALREADY_USED")
        {
            Console.Error.WriteLine("The identifier was used before. Looking for its order.");
        }
        for (var looks = 0; looks < 5; looks++)
        {
            var found = await FindOrder(identifier);
            if (found != null) return found;
            await Task.Delay(2000);
        }
        throw new LostAnswerException("The order is not in the reports so far.");
    }

    /// <summary>The order with exactly this identifier, or null: the search ignores case.</summary>
    static async Task<JsonNode> FindOrder(string identifier)
    {
        var query = $"size=50&customIdentifier={Uri.EscapeDataString(identifier)}";
        var page = await Call(HttpMethod.Get, $"{Url}/reports/transactions?{query}");
        return page["content"].AsArray()
            .FirstOrDefault(order => (string)order["customIdentifier"] == identifier);
    }

    static async Task<JsonNode> Call(HttpMethod method, string url, JsonNode body = null)
    {
        var request = new HttpRequestMessage(method, url);
        request.Headers.Accept.ParseAdd("application/com.reloadly.giftcards-v1+json");
        if (body != null)
        {
            var json = body.ToJsonString();
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }
        int status;
        JsonNode answer;
        try
        {
            var response = await Http.SendAsync(request);
            status = (int)response.StatusCode;
            answer = JsonNode.Parse(await response.Content.ReadAsStringAsync());
        }
        catch (Exception error) when (IsLost(error))
        {
            throw new LostAnswerException(error.GetBaseException().Message);
        }
        if (status < 300) return answer;
        if (LostStatuses.Contains(status) || status >= 500)
        {
            throw new LostAnswerException($"{status}: {answer["message"]}");
        }
        throw new ApiException(status, answer);
    }

    /// <summary>No connection, no answer in time, or something that is no JSON.</summary>
    static bool IsLost(Exception error) =>
        error is HttpRequestException || error is TaskCanceledException ||
        error is IOException || error is JsonException;

    static string Env(string name, string fallback)
    {
        var value = Environment.GetEnvironmentVariable(name);
        return string.IsNullOrEmpty(value) ? fallback : value;
    }
}
