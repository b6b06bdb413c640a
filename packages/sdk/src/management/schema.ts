// Made from openapi.json by packages/sdk-codegen/main.ts; not for editing.

export interface paths {
    readonly "/manage/v1/setup": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What signing up needs to know
         * @description Who may sign up, and the countries and currencies to choose from.
         */
        readonly get: operations["getSetup"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/session": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Who is calling
         * @description The person or token that calls, the account that its requests are about, and what it may do there. A person who manages several accounts chooses by the header `Scrip-Account`.
         */
        readonly get: operations["getSession"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/session/password": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Choose a first password
         * @description For a person who signed in with a one-time link and has no password yet.
         */
        readonly post: operations["setFirstPassword"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/accounts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Open an account
         * @description The person is its owner, and its test wallet is funded at once.
         */
        readonly post: operations["openAccount"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/account": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get the account
         * @description The account that the request is about.
         */
        readonly get: operations["getAccount"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Rename the account
         * @description Its country and currency never change.
         */
        readonly patch: operations["updateAccount"];
        readonly trace?: never;
    };
    readonly "/manage/v1/operator/accounts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List all accounts
         * @description The newest first.
         */
        readonly get: operations["listAccounts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/operator/accounts/{accountId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get any account
         * @description As its members see it.
         */
        readonly get: operations["getAnyAccount"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/operator/accounts/{accountId}/enable-live": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Enable live mode
         * @description The account gets a live wallet and may make live credentials.
         */
        readonly post: operations["enableLive"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/operator/accounts/{accountId}/disable-live": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Disable live mode
         * @description Nothing more is bought in live mode: live credentials and their tokens are refused, bulk orders pause, and no money is asked for, until it is enabled again. What was bought is delivered and can be read in the dashboard. It waits for orders under way; 503 when they take too long: then it is disabled already, and to disable it again waits again.
         */
        readonly post: operations["disableLive"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/operator/mails": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read mail that was not sent
         * @description Mail to people of the dashboard, such as invitations, of the last day: without a mail relay this is how it reaches anybody.
         */
        readonly get: operations["listUnsentMails"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/members": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List members
         * @description The people who manage the account, in the order in which they came.
         */
        readonly get: operations["listMembers"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/roles": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List roles
         * @description What members can be, from most to least, and what each may do in each mode.
         */
        readonly get: operations["listRoles"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/members/{memberId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Remove a member
         * @description The person manages the account no more; access tokens that the person made end.
         */
        readonly delete: operations["removeMember"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change the role of a member
         * @description Access tokens that the person made end.
         */
        readonly patch: operations["changeRole"];
        readonly trace?: never;
    };
    readonly "/manage/v1/invitations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List open invitations
         * @description Those that can still be accepted.
         */
        readonly get: operations["listInvitations"];
        readonly put?: never;
        /**
         * Invite somebody
         * @description By e-mail, with a link that works for seven days. An earlier invitation of the address ends.
         */
        readonly post: operations["inviteMember"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/invitations/{invitationId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Withdraw an invitation
         * @description Its link stops working.
         */
        readonly delete: operations["withdrawInvitation"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/invitations/look": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * What an invitation is for
         * @description For whoever holds its link.
         */
        readonly post: operations["lookAtInvitation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/invitations/accept": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Accept an invitation
         * @description The signed-in person, whom it was sent to, manages the account from now on.
         */
        readonly post: operations["acceptInvitation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/access-tokens": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List access tokens
         * @description Those that work, the newest first, without their secrets.
         */
        readonly get: operations["listAccessTokens"];
        readonly put?: never;
        /**
         * Make an access token
         * @description For programs. It may do no more than whoever makes it, in both modes; one that a token makes ends with it.
         */
        readonly post: operations["createAccessToken"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/access-tokens/{tokenId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Revoke an access token
         * @description It stops working at once.
         */
        readonly delete: operations["revokeAccessToken"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/audit-log": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List who changed what
         * @description Every write of the Management API, done or refused, and what people did to their own ways of signing in; the newest first.
         */
        readonly get: operations["listAuditEntries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/audit-log/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Download who changed what
         * @description All entries that fit, as CSV, the newest first.
         */
        readonly get: operations["exportAuditEntries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/overview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * See how the account does
         * @description The wallet, orders by day, what needs somebody (orders, messages, webhooks, money), and how far a new account has come.
         */
        readonly get: operations["getOverview"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/wallet": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get the wallet
         * @description What it holds, what orders took from it lately, and how long it will last.
         */
        readonly get: operations["getWallet"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Set the low balance threshold
         * @description Answers the wallet as it is then.
         */
        readonly patch: operations["updateWallet"];
        readonly trace?: never;
    };
    readonly "/manage/v1/wallet/test-funds": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Add test funds
         * @description Makes test money, at once. Answers the wallet as it is then.
         */
        readonly post: operations["addTestFunds"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/wallet/statement": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List transfers
         * @description What was put into the wallet and what orders took from it, the newest first, each with the balance after it and its entries in the ledger.
         */
        readonly get: operations["listTransfers"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/wallet/balance": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get the balance at any time
         * @description What the wallet held at the end of a day, or just before a time.
         */
        readonly get: operations["getPastBalance"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/wallet/statement/csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Download a statement as CSV
         * @description Opening balance, every transfer of the period with its entries, sums, closing balance.
         */
        readonly get: operations["downloadStatementCsv"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/wallet/statement/pdf": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Download a statement as PDF
         * @description The same as a document with letterhead and numbered pages; at most 10000 transfers.
         */
        readonly get: operations["downloadStatementPdf"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/funding-requests": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List funding requests
         * @description The newest first, with how to pay. There are none in test mode.
         */
        readonly get: operations["listFundingRequests"];
        readonly put?: never;
        /**
         * Ask for live money
         * @description The answer has the reference that the bank transfer must name. The money is in the wallet when an operator has approved the request.
         */
        readonly post: operations["createFundingRequest"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/funding-requests/{requestId}/cancel": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Cancel a funding request
         * @description One that nobody has decided yet. What was paid already is sent back by hand.
         */
        readonly post: operations["cancelFundingRequest"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/operator/funding-requests": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the funding requests of all accounts
         * @description The newest first.
         */
        readonly get: operations["listFundingQueue"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/operator/accounts/{accountId}/funding-requests/{requestId}/approve": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Approve a funding request
         * @description Puts what has arrived into the live wallet, exactly once. Who has asked for the money cannot approve it.
         */
        readonly post: operations["approveFundingRequest"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/operator/accounts/{accountId}/funding-requests/{requestId}/decline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Decline a funding request
         * @description The account is told why.
         */
        readonly post: operations["declineFundingRequest"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/products": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Browse products
         * @description The products on sale with what a card of each costs the account in the end: exchange rate, fees and discount, the account’s own if it has any. Filters that are combined must all fit; the facets count what there would be with another country or category.
         */
        readonly get: operations["browseProducts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/products/{productId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get a product with its prices
         * @description One product on sale: how it is redeemed, and what a card of each face value costs.
         */
        readonly get: operations["getPricedProduct"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/orders": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List orders of the account
         * @description Whoever placed them, the newest first. Filters that are combined must all fit.
         */
        readonly get: operations["listOrders"];
        readonly put?: never;
        /**
         * Place an order
         * @description As a client of the account would, paid from the wallet of the mode. When the answer is lost, send it again with the same identifier: it buys once, and is then refused. With an `expectedCost` it is bought at that price or not at all.
         */
        readonly post: operations["createOrder"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/orders/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Download orders
         * @description Every order that fits, as CSV in UTF-8, the newest first: those that had been placed when the request came. Texts that a spreadsheet would compute begin with an apostrophe.
         */
        readonly get: operations["exportOrders"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/orders/{transactionId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get everything about one order
         * @description What it cost and what it did to the ledger, who placed it, who has seen its cards, and how its messages and webhooks stand. Codes stay in the vault.
         */
        readonly get: operations["getOrder"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/orders/{transactionId}/timeline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get what happened to one order
         * @description In time: that it was placed, the money, the cards, its events, each try to send a message or a webhook, and who looked at the cards.
         */
        readonly get: operations["getOrderTimeline"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/orders/quote": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Price an order
         * @description What an order would cost at this moment and what it would write into the ledger. Nothing is bought, and the price is not kept.
         */
        readonly post: operations["quoteOrder"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/orders/{transactionId}/reveal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Look at the cards of an order
         * @description The codes, for a reason. Who has looked, and why, is on record before the answer is sent.
         */
        readonly post: operations["revealCards"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Follow events
         * @description Events after a number, in their order. An order that was answered before the request is among them. With `wait`, a request without news is answered as soon as there are any.
         */
        readonly get: operations["listEvents"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/events/recent": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Look back at events
         * @description The newest first, for people; programs follow the feed.
         */
        readonly get: operations["listRecentEvents"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/events/{sequence}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get one event
         * @description The event with this number.
         */
        readonly get: operations["getEvent"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/event-types": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the types of events
         * @description What can happen, with the JSON Schema of what an event of the type says.
         */
        readonly get: operations["listEventTypes"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/webhook-endpoints": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List webhook endpoints
         * @description Those of one mode, in the order in which they were made.
         */
        readonly get: operations["listWebhookEndpoints"];
        readonly put?: never;
        /**
         * Make a webhook endpoint
         * @description It gets what happens from now on. The secret that signs is in the answer.
         */
        readonly post: operations["createWebhookEndpoint"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/webhook-endpoints/{endpointId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get a webhook endpoint
         * @description As it is now, without its secret.
         */
        readonly get: operations["getWebhookEndpoint"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete a webhook endpoint
         * @description Nothing is sent to it any more.
         */
        readonly delete: operations["deleteWebhookEndpoint"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change a webhook endpoint
         * @description Changes the fields that are given. An endpoint that is enabled again gets what it missed.
         */
        readonly patch: operations["updateWebhookEndpoint"];
        readonly trace?: never;
    };
    readonly "/manage/v1/webhook-endpoints/{endpointId}/secret": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get the secret of a webhook endpoint
         * @description What its deliveries are signed with.
         */
        readonly get: operations["getWebhookSecret"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/webhook-endpoints/{endpointId}/rotate-secret": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Rotate the secret of a webhook endpoint
         * @description Deliveries are signed with the new secret from now on. In `webhook-signature` the one before signs as well for the overlap; `X-Reloadly-Signature` has room for one.
         */
        readonly post: operations["rotateWebhookSecret"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/webhook-endpoints/{endpointId}/examples": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Send an example
         * @description Sends an event with made-up content at once, and answers what came of it.
         */
        readonly post: operations["sendWebhookExample"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/webhook-endpoints/{endpointId}/deliveries/{sequence}/resend": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Send an event again
         * @description Also one that the endpoint did not ask for.
         */
        readonly post: operations["resendWebhookEvent"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/webhook-endpoints/{endpointId}/resend": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Send events again
         * @description A range of those that the endpoint asks for, or all that were given up.
         */
        readonly post: operations["resendWebhookEvents"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/webhook-endpoints/{endpointId}/attempts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List attempts
         * @description Every request to an endpoint of the last 30 days, the newest first.
         */
        readonly get: operations["listWebhookAttempts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/webhook-endpoints/{endpointId}/deliveries": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List deliveries
         * @description What became of each event that the endpoint asked for, the newest first.
         */
        readonly get: operations["listWebhookDeliveries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/events/{sequence}/deliveries": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List where an event was sent
         * @description Its way to each endpoint that asked for it.
         */
        readonly get: operations["listEventDeliveries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/webhook-health": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * See how the webhook endpoints do
         * @description What waits, what was given up, and how the last attempts went, by endpoint.
         */
        readonly get: operations["listWebhookHealth"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/webhook-receivers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List test receivers
         * @description Those of one mode, in the order in which they were made.
         */
        readonly get: operations["listWebhookReceivers"];
        readonly put?: never;
        /**
         * Make a test receiver
         * @description An address at this server that takes any POST of up to 64 KiB and shows what came. Point an endpoint at it to see your webhooks before you have written a handler, or have it answer with a failure to see them come again. It lives for a day.
         */
        readonly post: operations["createWebhookReceiver"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/webhook-receivers/{receiverId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete a test receiver
         * @description With everything that it has received.
         */
        readonly delete: operations["deleteWebhookReceiver"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change what a test receiver answers
         * @description To rehearse failures, and that deliveries come again.
         */
        readonly patch: operations["updateWebhookReceiver"];
        readonly trace?: never;
    };
    readonly "/manage/v1/webhook-receivers/{receiverId}/requests": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List what a test receiver got
         * @description The last 100 requests, the newest first.
         */
        readonly get: operations["listReceivedWebhooks"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/messages": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List messages
         * @description What recipients were written to, the newest first; an order that was answered before the request has its messages here. In test mode nothing leaves the machine: this is the inbox, and shows what recipients would get. In live mode codes and links are dots.
         */
        readonly get: operations["listMessages"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/messages/summaries": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List messages in short
         * @description The same without their words: a line about each, for which no card is opened and nothing is recorded.
         */
        readonly get: operations["listMessageSummaries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/messages/{messageId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get one message
         * @description With everything that was tried to send it.
         */
        readonly get: operations["getMessage"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/messages/{messageId}/html": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Look at an e-mail
         * @description The mail as a page. It may load and run nothing.
         */
        readonly get: operations["getMessageHtml"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/messages/{messageId}/resend": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Send a message again
         * @description As another message, which is the answer. The first one is cancelled if it has not been sent. Asked twice within ten seconds, it is sent once.
         */
        readonly post: operations["resendMessage"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/messages/{messageId}/correct": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Correct the address of a message
         * @description Sends another message to the right address, which is the answer. The first one is cancelled if it has not been sent, and its link is withdrawn. As this brings the codes to another address, it takes the scope that reveals them, too.
         */
        readonly post: operations["correctMessage"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/messages/{messageId}/revoke-link": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Withdraw the link of a message
         * @description Whoever opens it from now on is told that there is nothing.
         */
        readonly post: operations["revokeClaimLink"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/bulk-orders/template": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get a file to fill in
         * @description With one row as an example.
         */
        readonly get: operations["getBulkOrderTemplate"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/bulk-orders/columns": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Read the columns of a file
         * @description Says which columns a file has and which fields they seem to be, to be corrected before it is uploaded. The first lines of a file are enough. Nothing is kept.
         */
        readonly post: operations["readBulkOrderColumns"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/bulk-orders": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List bulk orders
         * @description The newest first.
         */
        readonly get: operations["listBulkOrders"];
        readonly put?: never;
        /**
         * Upload a bulk order
         * @description Checks every row of a file and keeps it as a draft: what each row would cost, what is wrong with it, or which order has bought it before. Nothing is bought until it is started. The same row never buys twice: it is known by its `customIdentifier`, or by what it says.
         */
        readonly post: operations["createBulkOrder"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/bulk-orders/{bulkOrderId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get one bulk order
         * @description How far it is, and whether the wallet can pay the rest.
         */
        readonly get: operations["getBulkOrder"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/bulk-orders/{bulkOrderId}/rows": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the rows of a bulk order
         * @description In the order of the file.
         */
        readonly get: operations["listBulkOrderRows"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/bulk-orders/{bulkOrderId}/failed-rows": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get the rows that were not bought as a file
         * @description Rows that were invalid, failed or cancelled, with the reason: correct them and upload the file again. What was bought meanwhile is not bought twice.
         */
        readonly get: operations["getFailedBulkOrderRows"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/bulk-orders/{bulkOrderId}/start": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Start a bulk order
         * @description Buys the rows that are ready, in their order, each at the price of its moment. Answers at once. When the balance does not suffice, or live mode is disabled meanwhile, the bulk order pauses and loses nothing.
         */
        readonly post: operations["startBulkOrder"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/bulk-orders/{bulkOrderId}/pause": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Pause a bulk order
         * @description Rows that are being bought at the moment still are.
         */
        readonly post: operations["pauseBulkOrder"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/bulk-orders/{bulkOrderId}/resume": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Resume a bulk order
         * @description Goes on with the rows that are ready.
         */
        readonly post: operations["resumeBulkOrder"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/bulk-orders/{bulkOrderId}/cancel": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Cancel a bulk order
         * @description What has been bought stays bought; the rows that are left never will be. The rows of a draft are deleted at once.
         */
        readonly post: operations["cancelBulkOrder"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/operator/products": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the catalogue
         * @description Every product with the terms that hold for accounts without prices of their own.
         */
        readonly get: operations["listOperatedProducts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/operator/products/{productId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get a product of the catalogue
         * @description Also one that is not sold.
         */
        readonly get: operations["getOperatedProduct"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Change the terms of a product
         * @description Changes the fields that are given, for every account without a price of its own, and tells every account. The next import of a catalogue that lists the product sets them again.
         */
        readonly patch: operations["updateOperatedProduct"];
        readonly trace?: never;
    };
    readonly "/manage/v1/operator/rates": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List exchange rates
         * @description What one US dollar is worth in each currency, by code.
         */
        readonly get: operations["listRates"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/operator/rates/{currency}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get an exchange rate
         * @description What one US dollar is worth in a currency.
         */
        readonly get: operations["getRate"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /**
         * Set an exchange rate
         * @description Also the first one of a currency. Orders are priced by it from now on; a change of more than ten percent has to be confirmed with `force`.
         */
        readonly patch: operations["updateRate"];
        readonly trace?: never;
    };
    readonly "/manage/v1/operator/accounts/{accountId}/prices": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the prices of an account
         * @description Those that are its own, in both modes, instead of what the catalogue says.
         */
        readonly get: operations["listAccountPrices"];
        readonly put?: never;
        /**
         * Set a price of an account
         * @description For everything, a brand or a product, in both modes; what was set for the same before is replaced. Of several that fit, each part is that of the narrowest: product, brand, everything, catalogue. The account is told which products have changed.
         */
        readonly post: operations["setAccountPrice"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/operator/accounts/{accountId}/prices/{priceId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /**
         * Delete a price of an account
         * @description The next wider price holds again, or the catalogue’s.
         */
        readonly delete: operations["deleteAccountPrice"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/operator/health": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Look at the health of the platform
         * @description Of the process that answers, its database, what waits, and the last verification of the ledger, which happens every day.
         */
        readonly get: operations["getHealth"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/operator/verify-ledger": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Verify the ledger now
         * @description Recomputes every balance of every account from its transfers. What takes longer than five seconds is answered as `RUNNING`; look at the health for its end.
         */
        readonly post: operations["verifyLedger"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/clients": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List API clients
         * @description Those of one mode that work, in the order in which they were made; after them those that are revoked, the last revoked first.
         */
        readonly get: operations["listClients"];
        readonly put?: never;
        /**
         * Make an API client
         * @description Credentials for a program. The secret is in this answer and nowhere else, ever again. In live mode the account must have been enabled for it.
         */
        readonly post: operations["createClient"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/clients/{clientId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get an API client
         * @description As it is now, without its secret, which nobody knows but whoever was given it.
         */
        readonly get: operations["getClient"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Revoke an API client
         * @description Its secret and every token that it ever got stop working at once, on every server process, and for ever.
         */
        readonly delete: operations["revokeClient"];
        readonly options?: never;
        readonly head?: never;
        /**
         * Change an API client
         * @description Changes the fields that are given, for every request from now on, also for those with tokens that the client has already.
         */
        readonly patch: operations["updateClient"];
        readonly trace?: never;
    };
    readonly "/manage/v1/clients/{clientId}/rotate-secret": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Give an API client another secret
         * @description The new secret is in this answer and nowhere else. The one that the client has works for as long as is asked for, the one before that no more. Tokens go on working.
         */
        readonly post: operations["rotateClientSecret"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/requests": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List requests
         * @description What the clients of the account sent to the Gift Cards API, and whoever asked for a token in the name of one; the newest first, for a week. Requests are recorded within half a second after they were answered. What was left out because there was too much is counted.
         */
        readonly get: operations["listRequests"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/manage/v1/requests/{requestId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Get one request
         * @description With its headers and bodies. Tokens, secrets and codes are not in them.
         */
        readonly get: operations["getRequest"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly AccessToken: {
            readonly id: string;
            readonly name: string;
            readonly scopes: readonly string[];
            /** @description ISO 8601, in UTC. */
            readonly createdAt: string;
            /** @description E-mail address; null for an operator. */
            readonly createdBy: string | null;
            readonly expiresAt: string | null;
            /** @description To the minute. */
            readonly lastUsedAt: string | null;
        };
        readonly AccessTokenWithSecret: {
            readonly id: string;
            readonly name: string;
            readonly scopes: readonly string[];
            /** @description ISO 8601, in UTC. */
            readonly createdAt: string;
            /** @description E-mail address; null for an operator. */
            readonly createdBy: string | null;
            readonly expiresAt: string | null;
            /** @description To the minute. */
            readonly lastUsedAt: string | null;
            /** @description Shown this once. */
            readonly token: string;
        };
        readonly Account: {
            readonly id: number;
            readonly name: string;
            /** @description ISO 3166, two letters. */
            readonly countryCode: string;
            /** @description What its wallets are opened in. */
            readonly currencyCode: string | null;
            readonly isLiveEnabled: boolean;
            /** @description Whether live mode was disabled again: nothing is bought in it, and what was can be read. */
            readonly isLiveDisabled: boolean;
            /** @description ISO 8601, in UTC. */
            readonly createdAt: string;
        };
        readonly AccountChange: {
            readonly name: string;
        };
        readonly AccountPage: {
            readonly content: readonly components["schemas"]["ListedAccount"][];
            /** @description Whether accounts follow: those `before` the last id. */
            readonly hasMore: boolean;
        };
        readonly AccountPrice: {
            readonly id: string;
            /** @enum {string} */
            readonly appliesTo: "everything" | "brand" | "product";
            /** @description Null unless it holds for a brand. */
            readonly brandId: number | null;
            /** @description Null unless it holds for a product. */
            readonly productId: number | null;
            /** @description Of the brand or the product; null for everything. */
            readonly name: string | null;
            /** @description Null where the next wider price holds. */
            readonly discountPercentage: number | null;
            /** @description Null where the next wider price holds. */
            readonly senderFee: number | null;
            /** @description Null without a flat fee. */
            readonly senderFeeCurrencyCode: string | null;
            /** @description Null where the next wider price holds. */
            readonly senderFeePercentage: number | null;
            /** @description ISO 8601, in UTC. */
            readonly updatedAt: string;
            /** @description E-mail address of the operator, or name of a token. */
            readonly updatedBy: string;
        };
        readonly AccountPriceUpdate: {
            /** @description For one brand. */
            readonly brandId?: number;
            /** @description For one product; without both, for everything. */
            readonly productId?: number;
            /** @description Commission in percent of the converted face value, 0 to 100. */
            readonly discountPercentage?: number | string;
            /** @description Flat fee per card. */
            readonly senderFee?: number | string;
            /** @description Currency of the flat fee; USD when absent. */
            readonly senderFeeCurrencyCode?: string;
            /** @description Fee in percent of the converted face value, 0 to 100. */
            readonly senderFeePercentage?: number | string;
        };
        /** @description The widest first; the narrowest that fits holds. */
        readonly AccountPrices: {
            readonly content: readonly components["schemas"]["AccountPrice"][];
        };
        readonly AddressCorrection: {
            /** @description E-mail address, or phone number that begins with a plus. */
            readonly to: string;
            /**
             * @description Which mode of the account.
             * @default test
             * @enum {string}
             */
            readonly mode: "test" | "live";
        };
        readonly ApiClient: {
            /** @description The `client_id` of its token requests. */
            readonly clientId: string;
            readonly name: string;
            /** @enum {string} */
            readonly mode: "test" | "live";
            /** @enum {string} */
            readonly dialect: "2021-11" | "2022-06" | "2026-10";
            /** @description Where it may be used from. */
            readonly allowedIps: readonly string[];
            /** @description What it may do. */
            readonly scopes: readonly ("*" | "balance:read" | "cards:read" | "catalog:read" | "orders:write" | "reports:read")[];
            /** @description When it was made; ISO 8601, UTC. */
            readonly createdAt: string;
            /** @description Who made it; null for the command line. */
            readonly createdBy: string | null;
            /** @description When it was used last, to a minute; null for never. ISO 8601, UTC. */
            readonly lastUsedAt: string | null;
            /** @description Until when the secret before the last rotation works; null when there is none. ISO 8601, UTC. */
            readonly previousSecretUntil: string | null;
            /** @description Since when nothing of it works; ISO 8601, UTC. */
            readonly revokedAt: string | null;
        };
        readonly ApiClientRotation: {
            /**
             * @description How long the secret that it has works as well.
             * @default 86400
             */
            readonly overlapSeconds: number;
        };
        readonly ApiClientUpdate: {
            /** @description What the client is for. */
            readonly name?: string;
            /**
             * @description Which year of the Gift Cards API it speaks. It counts for every request from then on.
             * @enum {string}
             */
            readonly dialect?: "2021-11" | "2022-06" | "2026-10";
            /** @description Addresses and networks, such as `203.0.113.7` or `2001:db8::/32`, that it may be used from; none for everywhere. A token request or a request from elsewhere is refused with 403. */
            readonly allowedIps?: readonly string[];
            /** @description What it may do: `*` for everything, also for what comes later. Anything else is refused with 403. The `scope` of its tokens stays `developer`. */
            readonly scopes?: readonly ("*" | "balance:read" | "cards:read" | "catalog:read" | "orders:write" | "reports:read")[];
        };
        readonly ApiClientWithSecret: {
            /** @description The `client_id` of its token requests. */
            readonly clientId: string;
            readonly name: string;
            /** @enum {string} */
            readonly mode: "test" | "live";
            /** @enum {string} */
            readonly dialect: "2021-11" | "2022-06" | "2026-10";
            /** @description Where it may be used from. */
            readonly allowedIps: readonly string[];
            /** @description What it may do. */
            readonly scopes: readonly ("*" | "balance:read" | "cards:read" | "catalog:read" | "orders:write" | "reports:read")[];
            /** @description When it was made; ISO 8601, UTC. */
            readonly createdAt: string;
            /** @description Who made it; null for the command line. */
            readonly createdBy: string | null;
            /** @description When it was used last, to a minute; null for never. ISO 8601, UTC. */
            readonly lastUsedAt: string | null;
            /** @description Until when the secret before the last rotation works; null when there is none. ISO 8601, UTC. */
            readonly previousSecretUntil: string | null;
            /** @description Since when nothing of it works; ISO 8601, UTC. */
            readonly revokedAt: string | null;
            /** @description The `client_secret` of its token requests. It is shown this once. */
            readonly clientSecret: string;
        };
        readonly AuditEntry: {
            readonly id: number;
            /** @description ISO 8601, in UTC. */
            readonly at: string;
            readonly actor: {
                /** @enum {string} */
                readonly kind: "user" | "token";
                readonly id: string;
                /** @description E-mail address of a person, name of a token. */
                readonly name: string;
            };
            /** @description The operation, such as `createWebhookEndpoint`. */
            readonly action: string;
            readonly mode: ("test" | "live") | null;
            /** @description What it was done to. */
            readonly target: string | null;
            /** @description JSON, without secrets and codes. */
            readonly request: unknown;
            /** @description JSON, without secrets and codes. */
            readonly before: unknown;
            /** @description JSON, without secrets and codes. */
            readonly after: unknown;
            /** @description Where the request came from. */
            readonly address: string;
            readonly userAgent: string;
            /** @description How it was answered; null when the server died before that. */
            readonly status: number | null;
            readonly errorCode: string | null;
        };
        readonly AuditPage: {
            readonly content: readonly components["schemas"]["AuditEntry"][];
            /** @description Whether entries follow: those `before` the last id. */
            readonly hasMore: boolean;
        };
        /** @description Jobs; deliveries of webhooks; messages to recipients; accounts whose newest orders have no event yet. */
        readonly Backlog: {
            readonly jobs: components["schemas"]["Waiting"];
            readonly deliveries: components["schemas"]["Waiting"];
            readonly messages: components["schemas"]["Waiting"];
            readonly events: components["schemas"]["Waiting"];
        };
        readonly Balance: {
            /** @description What can be spent. */
            readonly balance: number;
            /** @description What is held for orders that are not decided yet; null when there is none. */
            readonly frozenBalance: number | null;
            /** @description ISO 4217. */
            readonly currencyCode: string;
            readonly currencyName: string;
            /** @description When the balance last changed: `yyyy-MM-dd HH:mm:ss`, in UTC. */
            readonly updatedAt: string;
            /** @description A balance that falls below it is an event; 0 when no alert is set. */
            readonly lowBalanceThreshold: number;
            /** @description 0: no alert is set. */
            readonly maxLowBalanceThreshold: number;
        };
        /** @description What the order did to the wallet. */
        readonly BalanceInfo: {
            /** @description Before the order. */
            readonly oldBalance: number;
            /** @description After the order. */
            readonly newBalance: number;
            /** @description What left the wallet. */
            readonly cost: number;
            /** @description Currency of the wallet, ISO 4217. */
            readonly currencyCode: string;
            readonly currencyName: string;
            /** @description When the old balance came to be: `yyyy-MM-dd HH:mm:ss`, in UTC. */
            readonly updatedAt: string;
        };
        /** @description As it was when it was ordered. */
        readonly BoughtProduct: {
            readonly productId: number;
            readonly productName: string;
            /** @description ISO 3166-1 alpha-2. */
            readonly countryCode: string;
            readonly brandId: number;
            readonly brandName: string;
        };
        readonly Brand: {
            readonly brandId: number;
            readonly brandName: string;
            /** @description Address of a picture. */
            readonly logoUrl: string;
        };
        readonly BrandInstruction: {
            readonly brandId: number;
            readonly brandName: string;
            /** @description How the card is redeemed, in a sentence. */
            readonly concise: string;
            /** @description The same at length, with conditions. */
            readonly verbose: string;
        };
        readonly BrandName: {
            readonly brandId: number;
            readonly brandName: string;
        };
        readonly BulkOrder: {
            readonly id: number;
            readonly name: string;
            /** @description What its rows are for; empty for nothing special. */
            readonly occasion: string;
            /** @enum {string} */
            readonly mode: "test" | "live";
            /** @enum {string} */
            readonly state: "draft" | "running" | "paused" | "completed" | "cancelled";
            /** @description Null unless it is paused. */
            readonly pauseReason: ("asked" | "insufficient_balance" | "live_disabled") | null;
            /** @description Currency of the account, ISO 4217. */
            readonly currencyCode: string;
            readonly rows: components["schemas"]["BulkOrderRowCounts"];
            /** @description Rows that are the same as an earlier one of the file. */
            readonly duplicates: number;
            /** @description What the rows that are ready were to cost when the file was checked. */
            readonly costLeft: number;
            /** @description What its orders have cost. */
            readonly spent: number;
            /** @description How long it will take if it goes on as fast; null when nobody can know. */
            readonly secondsLeft: number | null;
            readonly createdBy: components["schemas"]["RecordedActor"];
            /** @description ISO 8601, in UTC. */
            readonly createdAt: string;
            /** @description Null for one that was not started. */
            readonly startedBy: components["schemas"]["RecordedActor"] | null;
            /** @description Null for one that was not started. */
            readonly startedAt: string | null;
            /** @description Null for one that is not completed or cancelled. */
            readonly endedAt: string | null;
        };
        readonly BulkOrderColumn: {
            readonly name: string;
            /** @description The first values, up to three. */
            readonly samples: readonly string[];
        };
        readonly BulkOrderColumns: {
            readonly delimiter: string;
            readonly columns: readonly components["schemas"]["BulkOrderColumn"][];
            readonly mapping: components["schemas"]["SuggestedBulkOrderMapping"];
            readonly rows: number;
        };
        /** @description What a row says that says nothing for a field. */
        readonly BulkOrderDefaults: {
            readonly productId?: string;
            readonly product?: string;
            readonly country?: string;
            readonly quantity?: string;
            readonly unitPrice?: string;
            readonly recipientEmail?: string;
            readonly recipientPhone?: string;
            readonly recipientPhoneCountry?: string;
            readonly senderName?: string;
            readonly userId?: string;
            readonly customIdentifier?: string;
        };
        readonly BulkOrderDetail: {
            readonly id: number;
            readonly name: string;
            /** @description What its rows are for; empty for nothing special. */
            readonly occasion: string;
            /** @enum {string} */
            readonly mode: "test" | "live";
            /** @enum {string} */
            readonly state: "draft" | "running" | "paused" | "completed" | "cancelled";
            /** @description Null unless it is paused. */
            readonly pauseReason: ("asked" | "insufficient_balance" | "live_disabled") | null;
            /** @description Currency of the account, ISO 4217. */
            readonly currencyCode: string;
            readonly rows: components["schemas"]["BulkOrderRowCounts"];
            /** @description Rows that are the same as an earlier one of the file. */
            readonly duplicates: number;
            /** @description What the rows that are ready were to cost when the file was checked. */
            readonly costLeft: number;
            /** @description What its orders have cost. */
            readonly spent: number;
            /** @description How long it will take if it goes on as fast; null when nobody can know. */
            readonly secondsLeft: number | null;
            readonly createdBy: components["schemas"]["RecordedActor"];
            /** @description ISO 8601, in UTC. */
            readonly createdAt: string;
            /** @description Null for one that was not started. */
            readonly startedBy: components["schemas"]["RecordedActor"] | null;
            /** @description Null for one that was not started. */
            readonly startedAt: string | null;
            /** @description Null for one that is not completed or cancelled. */
            readonly endedAt: string | null;
            readonly wallet: components["schemas"]["BulkOrderWallet"];
            /** @description Bulk orders that had bought rows of this one before; up to five. */
            readonly earlier: readonly components["schemas"]["EarlierBulkOrder"][];
        };
        readonly BulkOrderFile: {
            /** @description The text of the file: a head, then a row for each order, up to 20,000. Comma, semicolon, tab and bar are understood as delimiters. */
            readonly csv: string;
        };
        /** @description What the file says. */
        readonly BulkOrderGiven: {
            readonly productId?: string;
            readonly product?: string;
            readonly country?: string;
            readonly quantity?: string;
            readonly unitPrice?: string;
            readonly recipientEmail?: string;
            readonly recipientPhone?: string;
            readonly recipientPhoneCountry?: string;
            readonly senderName?: string;
            readonly userId?: string;
            readonly customIdentifier?: string;
        };
        /** @description The name of the column for each field. */
        readonly BulkOrderMapping: {
            readonly productId?: string;
            readonly product?: string;
            readonly country?: string;
            readonly quantity?: string;
            readonly unitPrice?: string;
            readonly recipientEmail?: string;
            readonly recipientPhone?: string;
            readonly recipientPhoneCountry?: string;
            readonly senderName?: string;
            readonly userId?: string;
            readonly customIdentifier?: string;
        };
        readonly BulkOrderPage: {
            readonly content: readonly components["schemas"]["BulkOrder"][];
            readonly hasMore: boolean;
        };
        readonly BulkOrderProblem: {
            /** @description The field at fault; null when it is no single one. */
            readonly field: string | null;
            /** @description As an order would be refused. */
            readonly code: string | null;
            /** @description A sentence for people. */
            readonly message: string;
        };
        readonly BulkOrderProduct: {
            readonly productId: number;
            readonly productName: string;
            readonly currencyCode: string;
        };
        readonly BulkOrderRow: {
            /** @description As a spreadsheet numbers it: the head of the file is line 1. */
            readonly line: number;
            /** @enum {string} */
            readonly state: "ready" | "invalid" | "skipped" | "placed" | "failed" | "cancelled";
            readonly given: components["schemas"]["BulkOrderGiven"];
            /** @description The `customIdentifier` of its order. */
            readonly identifier: string | null;
            /** @description Null when the row names none. */
            readonly product: components["schemas"]["BulkOrderProduct"] | null;
            /** @description Null when it cannot be read. */
            readonly quantity: number | null;
            /** @description Face value of one card; null when it cannot be read. */
            readonly unitPrice: number | null;
            /** @description What it did cost; before that, what it was to cost when the file was checked. */
            readonly cost: number | null;
            /** @description Why it was not or cannot be bought. */
            readonly problems: readonly components["schemas"]["BulkOrderProblem"][];
            /** @description The first line with the same content. */
            readonly duplicateOf: number | null;
            /** @description The order that it became, or that has its identifier. */
            readonly transactionId: number | null;
            /** @description The other bulk order that has bought it before. */
            readonly bulkOrderId: number | null;
        };
        readonly BulkOrderRowCounts: {
            readonly total: number;
            /** @description Still to be bought. */
            readonly ready: number;
            /** @description Cannot be bought as they are. */
            readonly invalid: number;
            /** @description Were bought before. */
            readonly skipped: number;
            /** @description Are orders. */
            readonly placed: number;
            /** @description Were refused when they were to be bought. */
            readonly failed: number;
            /** @description Were left when it was cancelled. */
            readonly cancelled: number;
        };
        readonly BulkOrderRowPage: {
            readonly content: readonly components["schemas"]["BulkOrderRow"][];
            readonly total: number;
            /** @description Counted from 1. */
            readonly page: number;
            readonly size: number;
        };
        readonly BulkOrderWallet: {
            /** @description What can be spent. */
            readonly balance: number;
            /** @description The same less `costLeft`. */
            readonly balanceAfter: number;
            readonly isEnough: boolean;
        };
        /** @description That somebody has seen the cards. */
        readonly CardReveal: {
            /** @description ISO 8601, in UTC. */
            readonly at: string;
            readonly by: components["schemas"]["RecordedActor"];
            /**
             * @description By the API, in a message, in the inbox of test mode, by a claim link, or for somebody who manages the account.
             * @enum {string}
             */
            readonly via: "api" | "email" | "sms" | "inbox" | "claim" | "manage";
            /** @description Null where nobody was asked for one. */
            readonly reason: string | null;
        };
        readonly CardV1: {
            /** @description Code, number, or link to redeem the card at. */
            readonly cardNumber: string | null;
            /** @description Null for cards without one. */
            readonly pinCode: string | null;
        };
        readonly CardV2: {
            /** @description Code or number; null for cards that are a link. */
            readonly cardNumber: string | null;
            /** @description Null for cards without one. */
            readonly pinCode: string | null;
            /** @description Link to redeem the card at; null for cards without one. */
            readonly redemptionUrl: string | null;
        };
        readonly CardsWereIssued: {
            /** @description ISO 8601, in UTC. */
            readonly at: string;
            /** @constant */
            readonly kind: "cards";
            readonly count: number;
            readonly supplier: string;
        };
        readonly CardsWereRevealed: {
            /** @description ISO 8601, in UTC. */
            readonly at: string;
            /** @constant */
            readonly kind: "reveal";
            readonly by: components["schemas"]["RecordedActor"];
            /** @enum {string} */
            readonly via: "api" | "email" | "sms" | "inbox" | "claim" | "manage";
            /** @description Null where nobody was asked for one. */
            readonly reason: string | null;
        };
        readonly Category: {
            readonly id: number;
            readonly name: string;
        };
        readonly CategoryFacet: {
            readonly id: number;
            readonly name: string;
            readonly count: number;
        };
        readonly CategoryName: {
            readonly id: number;
            readonly name: string;
        };
        /** @description A link that shows the cards once. */
        readonly ClaimLink: {
            readonly expiresAt: string;
            /** @description When the cards were shown; null for not yet. */
            readonly claimedAt: string | null;
            /** @description When it was withdrawn; null for not at all. */
            readonly revokedAt: string | null;
        };
        readonly Country: {
            /** @description ISO 3166-1 alpha-2. */
            readonly isoName: string;
            readonly name: string;
            readonly continent: string;
            /** @description ISO 4217. */
            readonly currencyCode: string;
            readonly currencyName: string;
            readonly currencySymbol: string;
            /** @description Address of a picture. */
            readonly flag: string;
            /** @description With the plus sign. */
            readonly callingCodes: readonly string[];
        };
        readonly CountryFacet: {
            readonly id: string;
            readonly name: string;
            readonly count: number;
        };
        readonly CountryName: {
            /** @description ISO 3166-1 alpha-2. */
            readonly isoName: string;
            readonly name: string;
        };
        readonly DatabaseHealth: {
            readonly postgresVersion: string;
            readonly schemaVersion: number;
            /** @description How long it takes to answer. */
            readonly milliseconds: number;
            readonly sizeBytes: number;
            readonly connections: number;
            readonly connectionsMax: number;
        };
        readonly Day: {
            /** @description `yyyy-MM-dd`, on the calendar of the time zone. */
            readonly day: string;
            readonly orders: number;
            readonly spent: number;
            /** @description What was put into the wallet. */
            readonly funded: number;
        };
        readonly Discount: {
            readonly product: components["schemas"]["DiscountedProduct"];
            /** @description Commission in percent of the converted face value. */
            readonly discountPercentage: number;
        };
        readonly DiscountPage: {
            readonly content: readonly components["schemas"]["Discount"][];
            readonly pageable: components["schemas"]["Pageable"];
            /** @description Rows of the whole list. */
            readonly totalElements: number;
            /** @description 0 when there is nothing. */
            readonly totalPages: number;
            /** @description Whether no page follows. */
            readonly last: boolean;
            readonly first: boolean;
            readonly sort: components["schemas"]["Sort"];
            /** @description Rows of this page. */
            readonly numberOfElements: number;
            /** @description The most rows of a page. */
            readonly size: number;
            /** @description Counted from 0, unlike the parameter `page`. */
            readonly number: number;
            /** @description Whether this page has no rows. */
            readonly empty: boolean;
        };
        readonly DiscountedProduct: {
            readonly productId: number;
            readonly productName: string;
            /** @description ISO 3166-1 alpha-2. */
            readonly countryCode: string;
            /** @description Whether it can be redeemed world-wide. */
            readonly global: boolean;
        };
        readonly Disk: {
            readonly freeBytes: number;
            readonly totalBytes: number;
        };
        readonly EarlierBulkOrder: {
            readonly bulkOrderId: number;
            readonly name: string;
            readonly rows: number;
        };
        /** @description What every refusal looks like. */
        readonly Error: {
            /** @description `yyyy-MM-dd HH:mm:ss`, in UTC. */
            readonly timeStamp: string;
            /** @description A sentence for people. */
            readonly message: string;
            /** @description The path of the request, without its query. */
            readonly path: string;
            /** @description For programs; some errors of the contract have none. */
            readonly errorCode: string | null;
            readonly infoLink: null;
            /** @description The field at fault, where the sentence does not name it. */
            readonly details: readonly {
                readonly field: string;
            }[];
        };
        readonly Event: {
            /** @description From 1, without gaps, in each account and mode. */
            readonly sequence: number;
            /** @description Unique for ever; webhooks carry it as `webhook-id`. */
            readonly id: string;
            /** @enum {string} */
            readonly type: "order.pending" | "order.processing" | "order.successful" | "order.failed" | "order.refunded" | "wallet.funded" | "wallet.low_balance" | "funding.requested" | "funding.approved" | "funding.declined" | "funding.cancelled" | "client.created" | "client.updated" | "client.rotated" | "client.revoked" | "webhook_endpoint.created" | "webhook_endpoint.updated" | "webhook_endpoint.disabled" | "webhook_endpoint.deleted" | "product.changed" | "product.withdrawn" | "message.sent" | "message.failed" | "message.bounced" | "message.cancelled" | "message.claimed" | "bulk_order.completed" | "bulk_order.paused";
            /** @enum {string} */
            readonly mode: "test" | "live";
            /** @description When it happened, as ISO 8601 in UTC. */
            readonly createdAt: string;
            /** @description Of the shape that the type has; `docs/events` has a schema for each. */
            readonly data: {
                readonly [key: string]: unknown;
            };
        };
        readonly EventDelivery: {
            readonly endpointId: string;
            readonly url: string;
            /** @description The event. */
            readonly sequence: number;
            readonly eventId: string;
            /** @enum {string} */
            readonly state: "pending" | "delivered" | "failed";
            readonly attempts: number;
            /** @description Of a pending one; ISO 8601, UTC. */
            readonly nextAttemptAt: string | null;
            /** @description When the last attempt ended; ISO 8601, UTC. */
            readonly updatedAt: string;
        };
        readonly EventHistory: {
            readonly content: readonly components["schemas"]["Event"][];
            /** @description Whether events follow: those before `nextBefore`. */
            readonly hasMore: boolean;
            /** @description What to give as `before` for the next part. With a filter that hardly anything passes it can be there though the part is not full: so far was looked. */
            readonly nextBefore: number | null;
        };
        readonly EventPage: {
            readonly content: readonly components["schemas"]["Event"][];
            /** @description Every event up to this number has been looked at. Ask for the next page with it as `after`. */
            readonly lastSequence: number;
            /** @description Whether further events exist already. */
            readonly hasMore: boolean;
        };
        readonly EventType: {
            /** @enum {string} */
            readonly type: "order.pending" | "order.processing" | "order.successful" | "order.failed" | "order.refunded" | "wallet.funded" | "wallet.low_balance" | "funding.requested" | "funding.approved" | "funding.declined" | "funding.cancelled" | "client.created" | "client.updated" | "client.rotated" | "client.revoked" | "webhook_endpoint.created" | "webhook_endpoint.updated" | "webhook_endpoint.disabled" | "webhook_endpoint.deleted" | "product.changed" | "product.withdrawn" | "message.sent" | "message.failed" | "message.bounced" | "message.cancelled" | "message.claimed" | "bulk_order.completed" | "bulk_order.paused";
            /** @description JSON Schema, 2020-12, of `data`. */
            readonly schema: {
                readonly [key: string]: unknown;
            };
        };
        readonly EventWasAppended: {
            /** @description ISO 8601, in UTC. */
            readonly at: string;
            /** @constant */
            readonly kind: "event";
            readonly sequence: number;
            /** @enum {string} */
            readonly type: "order.pending" | "order.processing" | "order.successful" | "order.failed" | "order.refunded" | "wallet.funded" | "wallet.low_balance" | "funding.requested" | "funding.approved" | "funding.declined" | "funding.cancelled" | "client.created" | "client.updated" | "client.rotated" | "client.revoked" | "webhook_endpoint.created" | "webhook_endpoint.updated" | "webhook_endpoint.disabled" | "webhook_endpoint.deleted" | "product.changed" | "product.withdrawn" | "message.sent" | "message.failed" | "message.bounced" | "message.cancelled" | "message.claimed" | "bulk_order.completed" | "bulk_order.paused";
        };
        readonly ExchangeRate: {
            readonly currencyCode: string;
            readonly name: string;
            /** @description What one US dollar is worth. */
            readonly perUsd: number;
            /** @description ISO 8601, in UTC. */
            readonly updatedAt: string;
        };
        readonly ExchangeRates: {
            readonly content: readonly components["schemas"]["ExchangeRate"][];
        };
        readonly FirstPassword: {
            readonly newPassword: string;
        };
        readonly FundingApproval: {
            /** @description What has arrived; what was asked for when absent. */
            readonly amount?: number | string;
        };
        readonly FundingDecision: {
            /** @description Who decided, by their name. */
            readonly by: string;
            /** @description ISO 8601, in UTC. */
            readonly at: string;
            /** @description Why it was declined. */
            readonly reason: string | null;
            /** @description What was put into the wallet; null unless it was approved. */
            readonly funded: number | null;
            /** @description By which transfer. */
            readonly transferId: number | null;
        };
        readonly FundingQueue: {
            readonly content: readonly components["schemas"]["FundingRequest"][];
            readonly hasMore: boolean;
        };
        readonly FundingRefusal: {
            /** @description The account reads it. */
            readonly reason: string;
        };
        readonly FundingRequest: {
            readonly id: number;
            readonly account: {
                readonly id: number;
                readonly name: string;
            };
            /** @enum {string} */
            readonly mode: "test" | "live";
            /** @enum {string} */
            readonly state: "pending" | "approved" | "declined" | "cancelled";
            /** @description What was asked for. */
            readonly amount: number;
            /** @description ISO 4217. */
            readonly currencyCode: string;
            /** @description What the account says about it. */
            readonly note: string | null;
            /** @description What the bank transfer must name: a reference as ISO 11649 has them. */
            readonly reference: string;
            /** @description Who asked, by their name. */
            readonly requestedBy: string;
            /** @description Whether the person who calls has asked for it: another one has to approve it. */
            readonly isOwn: boolean;
            /** @description ISO 8601, in UTC. */
            readonly createdAt: string;
            /** @description Null while it is pending. */
            readonly decision: components["schemas"]["FundingDecision"] | null;
        };
        readonly FundingRequestPage: {
            readonly content: readonly components["schemas"]["FundingRequest"][];
            /** @description Whether older ones follow: those `before` the last id. */
            readonly hasMore: boolean;
            /** @description How to pay, in the words of whoever runs the server. */
            readonly instructions: string | null;
        };
        readonly FundingWish: {
            /** @description What is going to be paid, in the currency of the wallet. */
            readonly amount: number | string;
            /** @description For whoever decides. */
            readonly note?: string;
        };
        readonly FxRate: {
            /** @description Currency of the account, ISO 4217. */
            readonly senderCurrency: string;
            /** @description To five decimals, without fees and discount. */
            readonly senderAmount: number;
            /** @description Currency of the card, ISO 4217. */
            readonly recipientCurrency: string;
            /** @description The amount that was asked about. */
            readonly recipientAmount: number;
        };
        readonly Health: {
            /** @description ISO 8601, in UTC. */
            readonly checkedAt: string;
            /** @description Of this program. */
            readonly version: string;
            readonly uptimeSeconds: number;
            /** @description Memory of this process. */
            readonly residentBytes: number;
            /** @description The part of it that objects are in. */
            readonly heapBytes: number;
            /** @description Of the data directory; null when there is none. */
            readonly disk: components["schemas"]["Disk"] | null;
            readonly database: components["schemas"]["DatabaseHealth"];
            readonly waiting: components["schemas"]["Backlog"];
            /** @description The last verification; null before the first. */
            readonly ledger: components["schemas"]["LedgerVerification"] | null;
        };
        readonly Invitation: {
            readonly id: string;
            readonly email: string;
            /** @enum {string} */
            readonly role: "owner" | "admin" | "developer" | "finance" | "support";
            readonly invitedBy: string;
            readonly createdAt: string;
            readonly expiresAt: string;
        };
        readonly InvitationToken: {
            /** @description Of the link. */
            readonly token: string;
        };
        readonly LedgerEntry: {
            /** @enum {string} */
            readonly ledgerAccount: "wallet" | "sales" | "fees" | "sms" | "discounts" | "funding";
            /** @description Positive where it arrives, negative where it leaves. */
            readonly amount: number;
        };
        readonly LedgerTransfer: {
            readonly id: number;
            /**
             * @description `commission`: the discount of an order, where it is booked by itself.
             * @enum {string}
             */
            readonly kind: "order" | "commission" | "funding";
            /** @description ISO 8601, in UTC. */
            readonly at: string;
            /** @description What it did to the wallet. */
            readonly amount: number;
            /** @description The balance after it. */
            readonly balance: number;
            /** @description ISO 4217. */
            readonly currencyCode: string;
            /** @description They sum to zero. */
            readonly entries: readonly components["schemas"]["LedgerEntry"][];
            /** @description The order; null for funding. */
            readonly transactionId: number | null;
            /** @description What was said about it. */
            readonly note: string | null;
            /** @description What its bank transfer was to name. */
            readonly reference: string | null;
            /** @description Who posted it; null for orders and the server itself. */
            readonly postedBy: string | null;
        };
        readonly LedgerVerification: {
            readonly id: number;
            /** @enum {string} */
            readonly state: "RUNNING" | "PASSED" | "DISCREPANCIES" | "FAILED";
            /** @description ISO 8601, in UTC. */
            readonly startedAt: string;
            /** @description ISO 8601, in UTC. */
            readonly finishedAt: string | null;
            /** @description `schedule`, or the name of who asked. */
            readonly startedBy: string;
            /** @description How many were verified. */
            readonly wallets: number | null;
            /** @description How many were verified. */
            readonly transfers: number | null;
            /** @description How many were verified. */
            readonly orders: number | null;
            /** @description Sentences; at most a hundred. */
            readonly discrepancies: readonly string[];
            /** @description Why it did not come to an end. */
            readonly error: string | null;
        };
        readonly LinkWasClaimed: {
            /** @description ISO 8601, in UTC. */
            readonly at: string;
            /** @constant */
            readonly kind: "linkClaimed";
            readonly messageId: string;
        };
        readonly LinkWasRevoked: {
            /** @description ISO 8601, in UTC. */
            readonly at: string;
            /** @constant */
            readonly kind: "linkRevoked";
            readonly messageId: string;
        };
        readonly ListedAccount: {
            readonly id: number;
            readonly name: string;
            /** @description ISO 3166, two letters. */
            readonly countryCode: string;
            /** @description What its wallets are opened in. */
            readonly currencyCode: string | null;
            readonly isLiveEnabled: boolean;
            /** @description Whether live mode was disabled again: nothing is bought in it, and what was can be read. */
            readonly isLiveDisabled: boolean;
            /** @description ISO 8601, in UTC. */
            readonly createdAt: string;
            readonly members: number;
            /** @description E-mail address of the first owner. */
            readonly owner: string | null;
        };
        /** @description A request of the Gift Cards API that was answered. */
        readonly LoggedRequest: {
            /** @description Also the header `X-Request-Id` of the answer. */
            readonly id: string;
            /** @description When it came; ISO 8601, in UTC. */
            readonly at: string;
            /** @description Whose token it came with, or who asked for one. */
            readonly clientId: string;
            readonly method: string;
            /** @description The endpoint, with names for its parameters; null when there is none with this path. */
            readonly route: string | null;
            /** @description As it was called, without its query. */
            readonly path: string;
            /** @description Without the question mark, and without secrets. */
            readonly query: string;
            readonly status: number;
            /** @description How long it took to answer it. */
            readonly milliseconds: number;
            /** @description Of a refusal that has one. */
            readonly errorCode: string | null;
            /** @description The order that it placed or asked for. */
            readonly transactionId: number | null;
            /** @description Where it came from. */
            readonly address: string;
            readonly userAgent: string;
        };
        readonly LoggedRequestDetail: {
            /** @description Also the header `X-Request-Id` of the answer. */
            readonly id: string;
            /** @description When it came; ISO 8601, in UTC. */
            readonly at: string;
            /** @description Whose token it came with, or who asked for one. */
            readonly clientId: string;
            readonly method: string;
            /** @description The endpoint, with names for its parameters; null when there is none with this path. */
            readonly route: string | null;
            /** @description As it was called, without its query. */
            readonly path: string;
            /** @description Without the question mark, and without secrets. */
            readonly query: string;
            readonly status: number;
            /** @description How long it took to answer it. */
            readonly milliseconds: number;
            /** @description Of a refusal that has one. */
            readonly errorCode: string | null;
            /** @description The order that it placed or asked for. */
            readonly transactionId: number | null;
            /** @description Where it came from. */
            readonly address: string;
            readonly userAgent: string;
            /** @description Of the request: those that say something and prove nothing. */
            readonly headers: {
                readonly [key: string]: string;
            };
            /** @description The beginning of it, as JSON, with `[redacted]` for secrets and codes, and in live mode for the addresses of recipients. Null when there was none, or none that could be read. */
            readonly requestBody: string | null;
            /** @description The beginning of it, in the same way. */
            readonly responseBody: string | null;
        };
        readonly ManagedOrder: {
            /** @description Id of a product on sale. */
            readonly productId: number | string;
            /** @description Number of cards, from 1 to 100. */
            readonly quantity: number | string;
            /** @description Face value of one card, in the currency of the card: one of the product’s fixed values, or any within its range. */
            readonly unitPrice: number | string;
            /** @description Made once per order: whoever sends it twice, by a double click, buys once. */
            readonly customIdentifier: string;
            /** @description Who the card is from, up to 255 characters. */
            readonly senderName?: string | number | null;
            /** @description Who gets the card; nobody is written to without it. */
            readonly recipientEmail?: string | null;
            /** @description Who gets the card by SMS, which costs an `smsFee`. */
            readonly recipientPhoneDetails?: {
                /** @description ISO 3166-1 alpha-2. */
                readonly countryCode: string;
                /** @description National number, or with its calling code. */
                readonly phoneNumber: number | string;
            } | null;
            /** @description Only for products that support it. */
            readonly preOrder?: boolean | null;
            /** @description What the product’s own `additionalRequirements` ask for. */
            readonly productAdditionalRequirements?: {
                /** @description The player or account that is topped up, up to 255 characters. */
                readonly userId?: string | number | null;
            } | null;
            /** @description The `cost` that a quote has named, in the currency of the wallet: an order that costs anything else by now is refused, and nothing is placed. */
            readonly expectedCost?: number | string;
        };
        /** @description A card whose code stays in the vault. */
        readonly MaskedCard: {
            readonly position: number;
            /** @description What the card consists of; null when the product is not in the catalogue any more. */
            readonly parts: ("code" | "codeAndPin" | "link") | null;
        };
        readonly Member: {
            /** @description Of the person. */
            readonly id: string;
            readonly name: string;
            readonly email: string;
            /** @enum {string} */
            readonly role: "owner" | "admin" | "developer" | "finance" | "support";
            readonly isTwoFactorEnabled: boolean;
            /** @description Since when: ISO 8601, in UTC. */
            readonly createdAt: string;
        };
        readonly Message: {
            readonly id: string;
            /** @enum {string} */
            readonly channel: "email" | "sms";
            /** @description E-mail address, or phone number in E.164 form. */
            readonly to: string;
            readonly transactionId: number;
            /**
             * @description In test mode a message is `sent` as soon as it is in the inbox.
             * @enum {string}
             */
            readonly state: "queued" | "sending" | "sent" | "failed" | "bounced" | "cancelled";
            /**
             * @description Whether it holds the codes, or a link that shows them once.
             * @enum {string}
             */
            readonly telling: "code" | "link";
            readonly locale: string;
            /** @description False for one that was asked for later. */
            readonly isOriginal: boolean;
            /** @description Null for text messages. */
            readonly subject: string | null;
            /** @description With its pictures inside. Null for text messages. */
            readonly html: string | null;
            readonly text: string;
            /** @description Whether dots stand for codes and links: in live mode. */
            readonly isMasked: boolean;
            /** @description Null for e-mail. */
            readonly sms: components["schemas"]["SmsSize"] | null;
            /** @description Null for a message that holds the codes. */
            readonly link: components["schemas"]["ClaimLink"] | null;
            /** @description Who took it. */
            readonly provider: string | null;
            /** @description Their name for it. */
            readonly providerReference: string | null;
            /** @description Why it was not sent. */
            readonly error: string | null;
            readonly attempts: readonly components["schemas"]["MessageAttempt"][];
            /** @description Null for a message that is not to be sent. */
            readonly nextAttemptAt: string | null;
            /** @description ISO 8601, in UTC. */
            readonly createdAt: string;
            readonly updatedAt: string;
        };
        readonly MessageAttempt: {
            readonly number: number;
            readonly provider: string;
            /** @enum {string} */
            readonly outcome: "accepted" | "deferred" | "failed" | "bounced";
            /** @description What the provider said, without codes. */
            readonly answer: string;
            readonly milliseconds: number;
            /** @description ISO 8601, in UTC. */
            readonly at: string;
        };
        readonly MessageCommand: {
            /**
             * @description Which mode of the account.
             * @default test
             * @enum {string}
             */
            readonly mode: "test" | "live";
        };
        readonly MessagePage: {
            readonly content: readonly components["schemas"]["Message"][];
            readonly hasMore: boolean;
        };
        readonly MessageSummary: {
            readonly id: string;
            /** @enum {string} */
            readonly channel: "email" | "sms";
            readonly to: string;
            readonly transactionId: number;
            /** @enum {string} */
            readonly state: "queued" | "sending" | "sent" | "failed" | "bounced" | "cancelled";
            /** @enum {string} */
            readonly telling: "code" | "link";
            /** @description False for one that was asked for later. */
            readonly isOriginal: boolean;
            /** @description A line that says what it is about, without codes. */
            readonly preview: string;
            /** @description Why it was not sent. */
            readonly error: string | null;
            /** @description Null for a message that is not to be sent. */
            readonly nextAttemptAt: string | null;
            /** @description ISO 8601, in UTC. */
            readonly createdAt: string;
        };
        readonly MessageSummaryPage: {
            readonly content: readonly components["schemas"]["MessageSummary"][];
            readonly hasMore: boolean;
        };
        readonly MessageWasMade: {
            /** @description ISO 8601, in UTC. */
            readonly at: string;
            /** @constant */
            readonly kind: "message";
            readonly messageId: string;
            /** @enum {string} */
            readonly channel: "email" | "sms";
            readonly to: string;
            /** @enum {string} */
            readonly telling: "code" | "link";
            /** @description False for one that was asked for later. */
            readonly isOriginal: boolean;
            /**
             * @description As it is now.
             * @enum {string}
             */
            readonly state: "queued" | "sending" | "sent" | "failed" | "bounced" | "cancelled";
        };
        readonly MessageWasTried: {
            /** @description ISO 8601, in UTC. */
            readonly at: string;
            /** @constant */
            readonly kind: "messageAttempt";
            readonly messageId: string;
            /** @enum {string} */
            readonly channel: "email" | "sms";
            readonly number: number;
            readonly provider: string;
            /** @enum {string} */
            readonly outcome: "accepted" | "deferred" | "failed" | "bounced";
            /** @description What the provider said, without codes. */
            readonly answer: string;
            readonly milliseconds: number;
        };
        readonly MoneyWasMoved: {
            /** @description ISO 8601, in UTC. */
            readonly at: string;
            /** @constant */
            readonly kind: "transfer";
            readonly transferId: number;
            /** @description `order` or `commission`. */
            readonly transferKind: string;
            /** @description Negative for what left the wallet. */
            readonly amount: number;
            readonly balanceAfter: number;
            readonly currencyCode: string;
        };
        readonly NewAccessToken: {
            readonly name: string;
            readonly scopes: readonly ("*" | "account:read" | "account:write" | "audit:read" | "bulk:read" | "bulk:write" | "cards:reveal" | "catalog:read" | "clients:read" | "clients:write" | "events:read" | "members:read" | "members:write" | "messages:read" | "messages:write" | "orders:read" | "orders:write" | "requests:read" | "tokens:read" | "tokens:write" | "wallet:read" | "wallet:write" | "webhooks:read" | "webhooks:write")[];
            /** @description Never when absent. */
            readonly expiresInDays?: number | null;
        };
        readonly NewAccount: {
            readonly name: string;
            /** @description ISO 3166. */
            readonly countryCode: string;
            /** @description What its wallets are opened in; it never changes. */
            readonly currencyCode: string;
        };
        readonly NewApiClient: {
            /** @description What the client is for. */
            readonly name: string;
            /**
             * @description Which year of the Gift Cards API it speaks. It counts for every request from then on.
             * @enum {string}
             */
            readonly dialect?: "2021-11" | "2022-06" | "2026-10";
            /** @description Addresses and networks, such as `203.0.113.7` or `2001:db8::/32`, that it may be used from; none for everywhere. A token request or a request from elsewhere is refused with 403. */
            readonly allowedIps?: readonly string[];
            /** @description What it may do: `*` for everything, also for what comes later. Anything else is refused with 403. The `scope` of its tokens stays `developer`. */
            readonly scopes?: readonly ("*" | "balance:read" | "cards:read" | "catalog:read" | "orders:write" | "reports:read")[];
        };
        readonly NewBulkOrder: {
            /** @description What people know it by. */
            readonly name: string;
            /** @description The text of the file: a head, then a row for each order, up to 20,000. Comma, semicolon, tab and bar are understood as delimiters. */
            readonly csv: string;
            readonly mapping?: components["schemas"]["BulkOrderMapping"];
            readonly defaults?: components["schemas"]["BulkOrderDefaults"];
            /** @description What the rows are for, such as `2026-11`. A row without an identifier of its own buys once for each occasion; without one, once for ever. */
            readonly occasion?: string;
        };
        readonly NewInvitation: {
            readonly email: string;
            /** @enum {string} */
            readonly role: "owner" | "admin" | "developer" | "finance" | "support";
        };
        readonly NewWebhookEndpoint: {
            /** @description Where events are sent: an https:// address on the public internet. */
            readonly url: string;
            /** @description Event types, `*` for all of them (the default), or `giftcard_transaction.status` for all that happens to orders. */
            readonly events?: readonly string[];
            /** @description For people. */
            readonly description?: string | null;
            /**
             * @description Which mode of the account.
             * @default test
             * @enum {string}
             */
            readonly mode: "test" | "live";
        };
        readonly NewWebhookReceiver: {
            /**
             * @description What it answers: a status, or nothing within the five seconds that a delivery waits.
             * @enum {string}
             */
            readonly answer?: "200" | "500" | "410" | "timeout";
        };
        /** @description The answer to a path and method that are no endpoint. */
        readonly NotFound: {
            /** @description `yyyy-MM-dd HH:mm:ss`, in UTC. */
            readonly timeStamp: string;
            /** @constant */
            readonly status: 404;
            /** @constant */
            readonly error: "Not Found";
            /** @constant */
            readonly message: "No message available";
            /** @description The path of the request, without its query. */
            readonly path: string;
            readonly errorCode: null;
            readonly infoLink: null;
            readonly details: readonly {
                readonly field: string;
            }[];
        };
        /** @description How many requests were answered in the time of this page and are not in the log, whatever is looked for: of each account and mode a process records at most 100 successes and 500 failures in a second, and 20,000 of each in an hour. */
        readonly OmittedRequests: {
            readonly successes: number;
            readonly failures: number;
        };
        readonly OpenInvitation: {
            readonly accountName: string;
            readonly email: string;
            /** @enum {string} */
            readonly role: "owner" | "admin" | "developer" | "finance" | "support";
            readonly invitedBy: string;
        };
        readonly OperatedProduct: {
            readonly productId: number;
            readonly productName: string;
            readonly brand: components["schemas"]["BrandName"];
            readonly category: components["schemas"]["CategoryName"];
            readonly country: components["schemas"]["CountryName"];
            /** @description Whether it can be redeemed world-wide. */
            readonly isGlobal: boolean;
            /** @description Currency of the card, ISO 4217. */
            readonly recipientCurrencyCode: string;
            /** @enum {string} */
            readonly denominationType: "FIXED" | "RANGE";
            /** @description Face values that are sold; empty for RANGE. */
            readonly denominations: readonly number[];
            /** @description Smallest face value; null for FIXED. */
            readonly minDenomination: number | null;
            /** @description Largest face value; null for FIXED. */
            readonly maxDenomination: number | null;
            /** @description Whether it is sold. */
            readonly isActive: boolean;
            /** @description Flat fee per card. */
            readonly senderFee: number;
            readonly senderFeeCurrencyCode: string;
            readonly senderFeePercentage: number;
            readonly discountPercentage: number;
        };
        readonly OperatedProductPage: {
            readonly content: readonly components["schemas"]["OperatedProduct"][];
            readonly total: number;
            readonly page: number;
            readonly size: number;
            readonly facets: components["schemas"]["ProductFacets"];
        };
        readonly Order: {
            /** @description Id of a product on sale. */
            readonly productId: number | string;
            /** @description Number of cards, from 1 to 100. */
            readonly quantity: number | string;
            /** @description Face value of one card, in the currency of the card: one of the product’s fixed values, or any within its range. */
            readonly unitPrice: number | string;
            /** @description Your name for the order, up to 150 characters. It buys at most once. */
            readonly customIdentifier?: string | number | null;
            /** @description Who the card is from, up to 255 characters. */
            readonly senderName?: string | number | null;
            /** @description Who gets the card; nobody is written to without it. */
            readonly recipientEmail?: string | null;
            /** @description Who gets the card by SMS, which costs an `smsFee`. */
            readonly recipientPhoneDetails?: {
                /** @description ISO 3166-1 alpha-2. */
                readonly countryCode: string;
                /** @description National number, or with its calling code. */
                readonly phoneNumber: number | string;
            } | null;
            /** @description Only for products that support it. */
            readonly preOrder?: boolean | null;
            /** @description What the product’s own `additionalRequirements` ask for. */
            readonly productAdditionalRequirements?: {
                /** @description The player or account that is topped up, up to 255 characters. */
                readonly userId?: string | number | null;
            } | null;
        };
        readonly OrderDetail: {
            readonly transactionId: number;
            /** @enum {string} */
            readonly mode: "test" | "live";
            /** @enum {string} */
            readonly status: "PENDING" | "PROCESSING" | "SUCCESSFUL" | "FAILED" | "REFUNDED";
            /** @description ISO 8601, in UTC. */
            readonly createdAt: string;
            /** @description Null when there is none. */
            readonly customIdentifier: string | null;
            readonly product: components["schemas"]["BoughtProduct"];
            readonly quantity: number;
            /** @description Face value of one card. */
            readonly unitPrice: number;
            /** @description Currency of the face value. */
            readonly cardCurrencyCode: string;
            /** @description What left the wallet. */
            readonly cost: number;
            /** @description Currency of the wallet. */
            readonly currencyCode: string;
            /** @description Null when there is none. */
            readonly recipientEmail: string | null;
            /** @description In E.164 form; null when there is none. */
            readonly recipientPhone: string | null;
            readonly placedBy: components["schemas"]["RecordedActor"];
            /** @description All face values in the currency of the wallet. */
            readonly face: number;
            readonly fee: number;
            readonly smsFee: number;
            readonly discount: number;
            /** @description Of the wallet. */
            readonly balanceBefore: number;
            readonly balanceAfter: number;
            readonly isPreOrder: boolean;
            /** @description Null when there is none. */
            readonly senderName: string | null;
            /** @description Who is topped up; null when there is none. */
            readonly recipientUserId: string | null;
            /**
             * @description How the price was put together.
             * @enum {string}
             */
            readonly dialect: "2021-11" | "2022-06" | "2026-10";
            /** @description Where the cards came from. */
            readonly supplier: string;
            readonly transfers: readonly components["schemas"]["OrderTransfer"][];
            readonly cards: readonly components["schemas"]["MaskedCard"][];
            /** @description Who has seen the cards, the last first. */
            readonly reveals: readonly components["schemas"]["CardReveal"][];
            /** @description Whether there were more before those. */
            readonly hasMoreReveals: boolean;
            readonly messages: components["schemas"]["OrderMessages"];
            readonly webhooks: components["schemas"]["OrderWebhooks"];
        };
        readonly OrderEntry: {
            /** @enum {string} */
            readonly ledgerAccount: "wallet" | "sales" | "fees" | "sms" | "discounts" | "funding";
            /** @description Negative where it leaves. */
            readonly amount: number;
        };
        /** @description How many messages there are, by state. */
        readonly OrderMessages: {
            readonly total: number;
            readonly queued: number;
            readonly sending: number;
            readonly sent: number;
            readonly failed: number;
            readonly bounced: number;
            readonly cancelled: number;
        };
        readonly OrderPage: {
            readonly content: readonly components["schemas"]["OrderSummary"][];
            /** @description Orders that fit. */
            readonly total: number;
            readonly page: number;
            readonly size: number;
        };
        readonly OrderQuote: {
            readonly product: components["schemas"]["BoughtProduct"];
            readonly quantity: number;
            /** @description Face value of one card. */
            readonly unitPrice: number;
            /** @description Currency of the face value. */
            readonly cardCurrencyCode: string;
            /** @description All face values in the currency of the wallet. */
            readonly face: number;
            readonly fee: number;
            readonly smsFee: number;
            readonly discount: number;
            /** @description What would leave the wallet. */
            readonly cost: number;
            /** @description Currency of the wallet. */
            readonly currencyCode: string;
            /** @description Of the wallet, now. */
            readonly balance: number;
            /** @description Negative when the wallet has too little. */
            readonly balanceAfter: number;
            /** @description Whether the wallet can pay it now. */
            readonly isAffordable: boolean;
            /** @description What the wallet lacks with its overdraft used up; 0 when it can pay. */
            readonly missing: number;
            readonly transfers: readonly components["schemas"]["QuotedTransfer"][];
        };
        readonly OrderSum: {
            readonly orders: number;
            /** @description What they took from the wallet. */
            readonly spent: number;
        };
        readonly OrderSummary: {
            readonly transactionId: number;
            /** @enum {string} */
            readonly mode: "test" | "live";
            /** @enum {string} */
            readonly status: "PENDING" | "PROCESSING" | "SUCCESSFUL" | "FAILED" | "REFUNDED";
            /** @description ISO 8601, in UTC. */
            readonly createdAt: string;
            /** @description Null when there is none. */
            readonly customIdentifier: string | null;
            readonly product: components["schemas"]["BoughtProduct"];
            readonly quantity: number;
            /** @description Face value of one card. */
            readonly unitPrice: number;
            /** @description Currency of the face value. */
            readonly cardCurrencyCode: string;
            /** @description What left the wallet. */
            readonly cost: number;
            /** @description Currency of the wallet. */
            readonly currencyCode: string;
            /** @description Null when there is none. */
            readonly recipientEmail: string | null;
            /** @description In E.164 form; null when there is none. */
            readonly recipientPhone: string | null;
            readonly placedBy: components["schemas"]["RecordedActor"];
        };
        readonly OrderTimeline: {
            readonly content: readonly components["schemas"]["OrderTimelineItem"][];
            /** @description False when the first reveals or the last attempts were left out. */
            readonly isComplete: boolean;
        };
        readonly OrderTimelineItem: components["schemas"]["OrderWasPlaced"] | components["schemas"]["MoneyWasMoved"] | components["schemas"]["CardsWereIssued"] | components["schemas"]["EventWasAppended"] | components["schemas"]["MessageWasMade"] | components["schemas"]["MessageWasTried"] | components["schemas"]["LinkWasClaimed"] | components["schemas"]["LinkWasRevoked"] | components["schemas"]["WebhookWasTried"] | components["schemas"]["CardsWereRevealed"];
        readonly OrderToPrice: {
            /** @description Id of a product on sale. */
            readonly productId: number | string;
            /** @description Number of cards, from 1 to 100. */
            readonly quantity: number | string;
            /** @description Face value of one card, in the currency of the card: one of the product’s fixed values, or any within its range. */
            readonly unitPrice: number | string;
            /** @description Your name for the order, up to 150 characters. It buys at most once. */
            readonly customIdentifier?: string | number | null;
            /** @description Who the card is from, up to 255 characters. */
            readonly senderName?: string | number | null;
            /** @description Who gets the card; nobody is written to without it. */
            readonly recipientEmail?: string | null;
            /** @description Who gets the card by SMS, which costs an `smsFee`. */
            readonly recipientPhoneDetails?: {
                /** @description ISO 3166-1 alpha-2. */
                readonly countryCode: string;
                /** @description National number, or with its calling code. */
                readonly phoneNumber: number | string;
            } | null;
            /** @description Only for products that support it. */
            readonly preOrder?: boolean | null;
            /** @description What the product’s own `additionalRequirements` ask for. */
            readonly productAdditionalRequirements?: {
                /** @description The player or account that is topped up, up to 255 characters. */
                readonly userId?: string | number | null;
            } | null;
        };
        /** @description What the order wrote into the ledger. */
        readonly OrderTransfer: {
            readonly id: number;
            /** @description ISO 8601, in UTC. */
            readonly at: string;
            /** @description `order` or `commission`. */
            readonly kind: string;
            /** @description They sum to zero. */
            readonly entries: readonly components["schemas"]["OrderEntry"][];
            /** @description Of the wallet. */
            readonly balanceAfter: number;
            readonly currencyCode: string;
        };
        readonly OrderWasPlaced: {
            /** @description ISO 8601, in UTC. */
            readonly at: string;
            /** @constant */
            readonly kind: "placed";
            readonly transactionId: number;
            readonly by: components["schemas"]["RecordedActor"];
            /** @enum {string} */
            readonly dialect: "2021-11" | "2022-06" | "2026-10";
            /** @description Null when there is none. */
            readonly customIdentifier: string | null;
        };
        /** @description How many events tell of the order, and deliveries of them by state. */
        readonly OrderWebhooks: {
            readonly events: number;
            readonly pending: number;
            readonly delivered: number;
            readonly failed: number;
        };
        /** @description The product as it was when it was ordered. */
        readonly OrderedProduct: {
            readonly productId: number;
            readonly productName: string;
            /** @description ISO 3166-1 alpha-2. */
            readonly countryCode: string;
            /** @description Number of cards. */
            readonly quantity: number;
            /** @description Face value of one card, in the card’s currency. */
            readonly unitPrice: number;
            /** @description `unitPrice` times `quantity`. */
            readonly totalPrice: number;
            /** @description Currency of the card, ISO 4217. */
            readonly currencyCode: string;
            readonly brand: {
                readonly brandId: number;
                readonly brandName: string;
            };
        };
        readonly Overview: {
            readonly wallet: components["schemas"]["Wallet"];
            readonly orders: {
                readonly today: components["schemas"]["OrderSum"];
                readonly thisMonth: components["schemas"]["OrderSum"];
                /** @description The last thirty, each of them, up to today. */
                readonly days: readonly components["schemas"]["Day"][];
                /** @description Those of the last 24 hours that failed. 1000 stands for so many or more. */
                readonly failed: number;
                /** @description Those that have not been decided for more than 10 minutes. 1000 stands for so many or more. */
                readonly stuck: number;
            };
            readonly messages: {
                /** @description Messages that have not been sent yet. 1000 stands for so many or more. */
                readonly waiting: number;
                /** @description Those of the last 7 days that could not be sent. 1000 stands for so many or more. */
                readonly failed: number;
                /** @description Those of the last 7 days that were sent back. 1000 stands for so many or more. */
                readonly bounced: number;
            };
            readonly webhooks: {
                /** @description Endpoints that events are sent to. */
                readonly enabled: number;
                readonly disabled: number;
                /** @description Enabled ones that fail at the moment. */
                readonly failing: number;
                /** @description Events of which sending was given up in the last 24 hours. */
                readonly failedDeliveries: number;
            };
            /** @description Funding requests that nobody has decided yet. */
            readonly pendingFunding: number;
            readonly firstSteps: {
                /** @description Whether an API client of the mode was used. */
                readonly tokenFetched: boolean;
                /** @description Whether one has read products. */
                readonly catalogueRead: boolean;
                /** @description Whether anything was ordered. */
                readonly firstOrder: boolean;
            };
        };
        /** @description Where the page stands in the list. */
        readonly Pageable: {
            readonly sort: components["schemas"]["Sort"];
            /** @description Counted from 0, unlike the parameter `page`. */
            readonly pageNumber: number;
            /** @description The most rows of a page. */
            readonly pageSize: number;
            /** @description Rows before this page. */
            readonly offset: number;
            /** @constant */
            readonly unpaged: false;
            /** @constant */
            readonly paged: true;
        };
        readonly PastBalance: {
            readonly balance: number;
            /** @description ISO 4217. */
            readonly currencyCode: string;
            /** @description The moment just before which it was so; null for now. */
            readonly at: string | null;
            /** @description The last transfer before that; null when there was none. */
            readonly transferId: number | null;
        };
        readonly Person: {
            readonly id: string;
            readonly email: string;
            readonly name: string;
            readonly isEmailVerified: boolean;
            readonly isTwoFactorEnabled: boolean;
            /** @description Whether this person runs the platform. */
            readonly isOperator: boolean;
            /** @description False for who came by a one-time link only. */
            readonly hasPassword: boolean;
        };
        readonly PricedProduct: {
            readonly productId: number;
            readonly productName: string;
            readonly brand: components["schemas"]["BrandName"];
            readonly category: components["schemas"]["CategoryName"];
            readonly country: components["schemas"]["CountryName"];
            /** @description Whether it can be redeemed world-wide. */
            readonly isGlobal: boolean;
            /** @description Currency of the card, ISO 4217. */
            readonly recipientCurrencyCode: string;
            /** @enum {string} */
            readonly denominationType: "FIXED" | "RANGE";
            /** @description Face values that are sold; empty for RANGE. */
            readonly denominations: readonly number[];
            /** @description Smallest face value; null for FIXED. */
            readonly minDenomination: number | null;
            /** @description Largest face value; null for FIXED. */
            readonly maxDenomination: number | null;
            /** @description Currency of the wallet, ISO 4217. */
            readonly senderCurrencyCode: string;
            /** @description Flat fee per card, in the currency of the wallet; null when there is no exchange rate to it. */
            readonly senderFee: number | null;
            /** @description In percent of the converted face value. */
            readonly senderFeePercentage: number;
            /** @description In percent of the converted face value. */
            readonly discountPercentage: number;
            /** @description Whether fee or discount were agreed with this account. */
            readonly hasOwnPrice: boolean;
            /** @description Path of a square picture of the brand. */
            readonly logoUrl: string;
            /** @description Path of a picture of the card. */
            readonly cardUrl: string;
            /** @description For the amount that was asked for, or the smallest face value; null when it is not sold at it. */
            readonly price: components["schemas"]["ProductPrice"] | null;
        };
        readonly PricedProductPage: {
            readonly content: readonly components["schemas"]["PricedProduct"][];
            readonly total: number;
            readonly page: number;
            readonly size: number;
            /** @description Currency of the wallet, ISO 4217. */
            readonly senderCurrencyCode: string;
            readonly facets: components["schemas"]["ProductFacets"];
        };
        readonly Product: {
            readonly productId: number;
            readonly productName: string;
            /** @description Whether it can be redeemed world-wide. */
            readonly global: boolean;
            /**
             * @description Products that are not sold are not shown.
             * @enum {string}
             */
            readonly status: "ACTIVE";
            /** @description Whether an order may have `preOrder`. */
            readonly supportsPreOrder: boolean;
            /** @description Flat fee per card, in the account’s currency. */
            readonly senderFee: number;
            /** @description Fee in percent of the converted face value. */
            readonly senderFeePercentage: number;
            /** @description Commission in percent of the converted face value. */
            readonly discountPercentage: number;
            /**
             * @description Whether certain face values are sold, or any within bounds.
             * @enum {string}
             */
            readonly denominationType: "FIXED" | "RANGE";
            /** @description Currency of the card, ISO 4217. */
            readonly recipientCurrencyCode: string;
            /** @description Smallest face value; null for FIXED. */
            readonly minRecipientDenomination: number | null;
            /** @description Largest face value; null for FIXED. */
            readonly maxRecipientDenomination: number | null;
            /** @description Currency of the account, ISO 4217. */
            readonly senderCurrencyCode: string;
            /** @description Price of the smallest face value before fees and discount; null for FIXED. */
            readonly minSenderDenomination: number | null;
            /** @description Price of the largest face value before fees and discount; null for FIXED. */
            readonly maxSenderDenomination: number | null;
            /** @description Face values that are sold; empty for RANGE. */
            readonly fixedRecipientDenominations: readonly number[];
            /** @description Their prices before fees and discount, in the same order; null for RANGE. */
            readonly fixedSenderDenominations: readonly number[] | null;
            /** @description Face value as text, to its price before fees and discount, rounded; null for RANGE. */
            readonly fixedRecipientToSenderDenominationsMap: {
                readonly [key: string]: number;
            } | null;
            /** @description Names of face values, such as `60 Diamonds`, by face value. */
            readonly metadata: {
                readonly [key: string]: unknown;
            } | null;
            /** @description Addresses of pictures of the card. */
            readonly logoUrls: readonly string[];
            readonly brand: components["schemas"]["Brand"];
            readonly category: components["schemas"]["Category"];
            readonly country: components["schemas"]["ProductCountry"];
            readonly redeemInstruction: {
                /** @description How the card is redeemed, in a sentence. */
                readonly concise: string;
                /** @description The same at length, with conditions. */
                readonly verbose: string;
            };
            readonly additionalRequirements: {
                /** @description Whether an order names the player or account that is topped up. */
                readonly userIdRequired: boolean;
            };
            /** @description What one unit of the card’s currency costs, to six decimals. */
            readonly recipientCurrencyToSenderCurrencyExchangeRate: number;
        };
        readonly ProductCountry: {
            /** @description ISO 3166-1 alpha-2. */
            readonly isoName: string;
            readonly name: string;
            /** @description Address of a picture. */
            readonly flagUrl: string;
        };
        readonly ProductDetails: {
            readonly productId: number;
            readonly productName: string;
            readonly brand: components["schemas"]["BrandName"];
            readonly category: components["schemas"]["CategoryName"];
            readonly country: components["schemas"]["CountryName"];
            /** @description Whether it can be redeemed world-wide. */
            readonly isGlobal: boolean;
            /** @description Currency of the card, ISO 4217. */
            readonly recipientCurrencyCode: string;
            /** @enum {string} */
            readonly denominationType: "FIXED" | "RANGE";
            /** @description Face values that are sold; empty for RANGE. */
            readonly denominations: readonly number[];
            /** @description Smallest face value; null for FIXED. */
            readonly minDenomination: number | null;
            /** @description Largest face value; null for FIXED. */
            readonly maxDenomination: number | null;
            /** @description Currency of the wallet, ISO 4217. */
            readonly senderCurrencyCode: string;
            /** @description Flat fee per card, in the currency of the wallet; null when there is no exchange rate to it. */
            readonly senderFee: number | null;
            /** @description In percent of the converted face value. */
            readonly senderFeePercentage: number;
            /** @description In percent of the converted face value. */
            readonly discountPercentage: number;
            /** @description Whether fee or discount were agreed with this account. */
            readonly hasOwnPrice: boolean;
            /** @description Path of a square picture of the brand. */
            readonly logoUrl: string;
            /** @description Path of a picture of the card. */
            readonly cardUrl: string;
            /** @description For the amount that was asked for, or the smallest face value; null when it is not sold at it. */
            readonly price: components["schemas"]["ProductPrice"] | null;
            readonly supportsPreOrder: boolean;
            /** @description Whether an order names the player or account that is topped up. */
            readonly userIdRequired: boolean;
            readonly redeemInstruction: components["schemas"]["RedeemTexts"];
            /** @description Of every face value, or of round ones between the bounds. */
            readonly prices: readonly components["schemas"]["ProductPrice"][];
        };
        readonly ProductFacets: {
            /** @description By name; what there would be with another country. */
            readonly countries: readonly components["schemas"]["CountryFacet"][];
            /** @description By name; what there would be with another category. */
            readonly categories: readonly components["schemas"]["CategoryFacet"][];
        };
        readonly ProductInstruction: {
            readonly productId: number;
            readonly productName: string;
            /** @description How the card is redeemed, in a sentence. */
            readonly concise: string;
            /** @description The same at length, with conditions. */
            readonly verbose: string;
        };
        readonly ProductPage: {
            readonly content: readonly components["schemas"]["Product"][];
            readonly pageable: components["schemas"]["Pageable"];
            /** @description Rows of the whole list. */
            readonly totalElements: number;
            /** @description 0 when there is nothing. */
            readonly totalPages: number;
            /** @description Whether no page follows. */
            readonly last: boolean;
            readonly first: boolean;
            readonly sort: components["schemas"]["Sort"];
            /** @description Rows of this page. */
            readonly numberOfElements: number;
            /** @description The most rows of a page. */
            readonly size: number;
            /** @description Counted from 0, unlike the parameter `page`. */
            readonly number: number;
            /** @description Whether this page has no rows. */
            readonly empty: boolean;
        };
        /** @description What one card costs. */
        readonly ProductPrice: {
            /** @description Face value of the card, in its own currency. */
            readonly unitPrice: number;
            /** @description What the face value is called, such as `60 UC`. */
            readonly label: string | null;
            /** @description Currency of the wallet, which the rest is in. */
            readonly currencyCode: string;
            /** @description The face value, converted. */
            readonly face: number;
            readonly fee: number;
            readonly discount: number;
            /** @description What leaves the wallet: face and fee without discount. */
            readonly cost: number;
        };
        readonly ProductTerms: {
            /** @description Whether it is sold. */
            readonly isActive?: boolean;
            /** @description Commission in percent of the converted face value, 0 to 100. */
            readonly discountPercentage?: number | string;
            /** @description Flat fee per card. */
            readonly senderFee?: number | string;
            /** @description Currency of the flat fee; USD when absent. */
            readonly senderFeeCurrencyCode?: string;
            /** @description Fee in percent of the converted face value, 0 to 100. */
            readonly senderFeePercentage?: number | string;
        };
        /** @description What the order would write into the ledger. */
        readonly QuotedTransfer: {
            /** @description `order` or `commission`. */
            readonly kind: string;
            /** @description They sum to zero. */
            readonly entries: readonly components["schemas"]["OrderEntry"][];
        };
        readonly RateUpdate: {
            /** @description What one US dollar is worth, with up to 18 decimals. */
            readonly perUsd: number | string;
            /** @description Confirms a change of more than ten percent. */
            readonly force?: boolean;
        };
        readonly ReceivedWebhook: {
            readonly id: number;
            /** @description Without those that authorise. */
            readonly headers: {
                readonly [key: string]: string;
            };
            /** @description As text. */
            readonly body: string;
            /** @description How long the body was. */
            readonly bytes: number;
            /**
             * @description `verified`: made with the secret of an endpoint that points here. `wrong`: with none of them. `none`: not signed.
             * @enum {string}
             */
            readonly signature: "verified" | "wrong" | "none";
            /** @description Who has signed it. */
            readonly endpointId: string | null;
            /** @enum {string} */
            readonly answered: "200" | "500" | "410" | "timeout";
            /** @description ISO 8601, in UTC. */
            readonly at: string;
        };
        /** @description The last 100 requests are kept. */
        readonly ReceivedWebhooks: {
            readonly content: readonly components["schemas"]["ReceivedWebhook"][];
            /** @description Whether rows follow: those before the last id. */
            readonly hasMore: boolean;
        };
        /** @description Who is on record. */
        readonly RecordedActor: {
            /**
             * @description An API client, an access token, a person, a message that was opened, or a bulk order.
             * @enum {string}
             */
            readonly kind: "client" | "token" | "user" | "message" | "bulk_order";
            readonly id: string;
            /** @description Of a bulk order that of its file; null for a message, and for who is not known any more. */
            readonly name: string | null;
        };
        readonly RedeemTexts: {
            readonly concise: string;
            readonly verbose: string;
        };
        readonly RequestPage: {
            readonly content: readonly components["schemas"]["LoggedRequest"][];
            readonly hasMore: boolean;
            /** @description The `before` of the next page. A page can be short and still have a next one: it looks at a certain number of requests and no more. */
            readonly next: string | null;
            readonly omitted: components["schemas"]["OmittedRequests"];
        };
        readonly RevealRequest: {
            /** @description Why the codes are needed. It is on record for as long as the order is. */
            readonly reason: string;
        };
        readonly RevealedCard: {
            readonly position: number;
            /** @description Code or number; null for cards that are a link. */
            readonly cardNumber: string | null;
            /** @description Null for cards without one. */
            readonly pinCode: string | null;
            /** @description Null for cards that are no link. */
            readonly redemptionUrl: string | null;
        };
        readonly RevealedCards: {
            readonly transactionId: number;
            readonly cards: readonly components["schemas"]["RevealedCard"][];
        };
        readonly Role: {
            /** @enum {string} */
            readonly role: "owner" | "admin" | "developer" | "finance" | "support";
            /** @description Scopes in test mode; `*` is everything. */
            readonly test: readonly string[];
            /** @description Scopes in live mode. */
            readonly live: readonly string[];
        };
        readonly RoleChange: {
            /** @enum {string} */
            readonly role: "owner" | "admin" | "developer" | "finance" | "support";
        };
        readonly SecretRotation: {
            /**
             * @description How long the secret before signs as well.
             * @default 86400
             */
            readonly overlapSeconds: number;
        };
        readonly Session: {
            readonly user: components["schemas"]["Person"] | null;
            readonly token: {
                readonly id: string;
                readonly name: string;
            } | null;
            readonly account: components["schemas"]["Account"] | null;
            readonly role: ("owner" | "admin" | "developer" | "finance" | "support") | null;
            /** @description What the caller may do in each mode of the account; `*` is everything. */
            readonly scopes: {
                readonly test: readonly string[];
                readonly live: readonly string[];
            };
            /** @description The accounts that the person manages. */
            readonly accounts: readonly {
                readonly id: number;
                readonly name: string;
                /** @enum {string} */
                readonly role: "owner" | "admin" | "developer" | "finance" | "support";
            }[];
        };
        readonly Setup: {
            readonly version: string;
            /**
             * @description Whether anybody may sign up.
             * @enum {string}
             */
            readonly signUp: "open" | "invited";
            /** @description Whether mail to people is sent; if not, operators read it in their console. */
            readonly hasMail: boolean;
            readonly countries: readonly {
                readonly code: string;
                readonly name: string;
                readonly currencyCode: string;
            }[];
            readonly currencies: readonly {
                readonly code: string;
                readonly name: string;
            }[];
        };
        /** @description How long a text message is. */
        readonly SmsSize: {
            /** @enum {string} */
            readonly encoding: "GSM-7" | "UCS-2";
            readonly units: number;
            readonly segments: number;
        };
        /** @description Always the same: callers choose no order. */
        readonly Sort: {
            /** @constant */
            readonly sorted: false;
            /** @constant */
            readonly unsorted: true;
            /** @constant */
            readonly empty: true;
        };
        /** @description What orders took, by the days of the time zone. */
        readonly Spent: {
            readonly today: number;
            /** @description Today and the six days before. */
            readonly last7Days: number;
            readonly last30Days: number;
        };
        readonly StatementPage: {
            readonly content: readonly components["schemas"]["LedgerTransfer"][];
            /** @description Whether older ones follow: those `before` the last id. */
            readonly hasMore: boolean;
        };
        /** @description Which columns seem to be which fields. */
        readonly SuggestedBulkOrderMapping: {
            readonly productId?: string;
            readonly product?: string;
            readonly country?: string;
            readonly quantity?: string;
            readonly unitPrice?: string;
            readonly recipientEmail?: string;
            readonly recipientPhone?: string;
            readonly recipientPhoneCountry?: string;
            readonly senderName?: string;
            readonly userId?: string;
            readonly customIdentifier?: string;
        };
        readonly TestFunds: {
            /** @description In the currency of the wallet. A negative amount takes money out, to see what happens when there is none. */
            readonly amount: number | string;
        };
        readonly Token: {
            /** @description A JWT, for the header `Authorization`. */
            readonly access_token: string;
            /** @constant */
            readonly scope: "developer";
            /** @description Life of the token, in seconds. */
            readonly expires_in: number;
            /** @constant */
            readonly token_type: "Bearer";
        };
        readonly TokenRequest: {
            readonly client_id: string;
            readonly client_secret: string;
            /** @description Always `client_credentials`. */
            readonly grant_type: string;
            /** @description What the token is for: `https://giftcards-sandbox.reloadly.com` with credentials of test mode, `https://giftcards.reloadly.com` with those of live mode, or the address of this server with either. */
            readonly audience: string;
        };
        /** @description An order that was placed. */
        readonly Transaction: {
            readonly transactionId: number;
            /** @description Price with all fees, in the account’s currency. Clients of dialect 2026-10 see it less the discount. */
            readonly amount: number;
            /** @description Commission, in the account’s currency. */
            readonly discount: number;
            /** @description Currency of the account, ISO 4217. */
            readonly currencyCode: string;
            /** @description Fees of all cards, in the account’s currency. */
            readonly fee: number;
            /** @description 0 without a phone number. */
            readonly smsFee: number;
            /** @description `fee` and `smsFee`. */
            readonly totalFee: number;
            /** @description Whether the card is delivered when it comes out. */
            readonly preOrdered: boolean;
            /** @description Null when there was none. */
            readonly recipientEmail: string | null;
            /** @description Calling code and national number, digits only; null when there was none. */
            readonly recipientPhone: string | null;
            /** @description Null when there was none. */
            readonly customIdentifier: string | null;
            /**
             * @description PENDING and PROCESSING: paid, the cards are not there yet; SUCCESSFUL: they can be read; FAILED: there will be none; REFUNDED: the money is back in the wallet.
             * @enum {string}
             */
            readonly status: "PENDING" | "PROCESSING" | "SUCCESSFUL" | "FAILED" | "REFUNDED";
            /** @description `yyyy-MM-dd HH:mm:ss`, in UTC. */
            readonly transactionCreatedTime: string;
            readonly product: components["schemas"]["OrderedProduct"];
            readonly balanceInfo: components["schemas"]["BalanceInfo"];
        };
        readonly TransactionPage: {
            readonly content: readonly components["schemas"]["Transaction"][];
            readonly pageable: components["schemas"]["Pageable"];
            /** @description Rows of the whole list. */
            readonly totalElements: number;
            /** @description 0 when there is nothing. */
            readonly totalPages: number;
            /** @description Whether no page follows. */
            readonly last: boolean;
            readonly first: boolean;
            readonly sort: components["schemas"]["Sort"];
            /** @description Rows of this page. */
            readonly numberOfElements: number;
            /** @description The most rows of a page. */
            readonly size: number;
            /** @description Counted from 0, unlike the parameter `page`. */
            readonly number: number;
            /** @description Whether this page has no rows. */
            readonly empty: boolean;
        };
        readonly UnsentMail: {
            readonly id: number;
            readonly to: string;
            readonly subject: string;
            readonly body: string;
            readonly createdAt: string;
        };
        readonly Waiting: {
            /** @description Counted up to 10,000. */
            readonly count: number;
            /** @description Of them, those that are not due yet: most wait for another attempt. */
            readonly dueLater: number;
            /** @description ISO 8601, in UTC. */
            readonly lateSince: string | null;
        };
        readonly Wallet: {
            readonly balance: number;
            /** @description What can be spent: with the overdraft, if there is one. */
            readonly available: number;
            /** @description What is held for orders that are not decided yet. */
            readonly held: number;
            /** @description How far below zero the balance may go. */
            readonly overdraftLimit: number;
            /** @description ISO 4217. */
            readonly currencyCode: string;
            readonly currencyName: string;
            /** @description 0 when no alert is set. */
            readonly lowBalanceThreshold: number;
            /** @description Whether the balance is below its threshold. */
            readonly isLow: boolean;
            /** @description When the balance last changed: ISO 8601, in UTC. */
            readonly updatedAt: string;
            readonly spent: components["schemas"]["Spent"];
            /** @description How many days the money lasts at the average spend of the last seven days; null when nothing was spent. */
            readonly runwayDays: number | null;
        };
        readonly WalletUpdate: {
            /** @description Falling below it is the event `wallet.low_balance`, once for each time; 0 for never. In the currency of the wallet. */
            readonly lowBalanceThreshold: number | string;
            /**
             * @description Which mode of the account.
             * @default test
             * @enum {string}
             */
            readonly mode: "test" | "live";
        };
        readonly WebhookAttempt: {
            readonly id: number;
            readonly endpointId: string;
            /** @description The event; null for an example. */
            readonly sequence: number | null;
            /** @description The event; null for an example. */
            readonly eventId: string | null;
            readonly type: string;
            /** @description Whether the answer was a 2xx. */
            readonly isDelivered: boolean;
            readonly url: string;
            readonly requestHeaders: {
                readonly [key: string]: string;
            };
            /** @description What was sent. It is written from the event, the same for each attempt. */
            readonly requestBody: string;
            /** @description Of the answer; null when there was none. */
            readonly status: number | null;
            readonly answerHeaders: {
                readonly [key: string]: string;
            };
            /** @description The first 4 KiB. */
            readonly answerBody: string;
            /** @description Why there was no answer. */
            readonly error: {
                readonly code: string;
                readonly message: string;
            } | null;
            readonly milliseconds: number;
            /** @description When it was begun; ISO 8601, UTC. */
            readonly at: string;
        };
        readonly WebhookAttempts: {
            readonly content: readonly components["schemas"]["WebhookAttempt"][];
            /** @description Whether rows follow: those before `nextBefore`. */
            readonly hasMore: boolean;
            /** @description What to give as `before` for the next part. With a filter that hardly anything passes it can be there though the part is not full: so far was looked. */
            readonly nextBefore: number | null;
        };
        readonly WebhookDeliveries: {
            readonly content: readonly components["schemas"]["WebhookDelivery"][];
            /** @description Whether rows follow. */
            readonly hasMore: boolean;
        };
        readonly WebhookDelivery: {
            /** @description The event. */
            readonly sequence: number;
            readonly eventId: string;
            /** @enum {string} */
            readonly state: "pending" | "delivered" | "failed";
            readonly attempts: number;
            /** @description Of a pending one; ISO 8601, UTC. */
            readonly nextAttemptAt: string | null;
            /** @description When the last attempt ended; ISO 8601, UTC. */
            readonly updatedAt: string;
        };
        readonly WebhookEndpoint: {
            readonly id: string;
            readonly url: string;
            /** @description For people. */
            readonly description: string | null;
            readonly events: readonly string[];
            /** @enum {string} */
            readonly mode: "test" | "live";
            /** @description Whether events are sent. */
            readonly isEnabled: boolean;
            /** @description Why they are not: switched off, failed again and again for three days, or answered 410. */
            readonly disabledReason: ("manual" | "failing" | "gone") | null;
            /** @description Since when every attempt has failed, without two days between any; ISO 8601, UTC. */
            readonly failingSince: string | null;
            /** @description Until when the secret before the last rotation signs as well; ISO 8601, UTC. */
            readonly previousSecretUntil: string | null;
            /** @description When it was made; ISO 8601, UTC. */
            readonly createdAt: string;
        };
        readonly WebhookEndpointUpdate: {
            /** @description Where events are sent: an https:// address on the public internet. */
            readonly url?: string;
            /** @description Event types, `*` for all of them (the default), or `giftcard_transaction.status` for all that happens to orders. */
            readonly events?: readonly string[];
            /** @description For people. */
            readonly description?: string | null;
            readonly isEnabled?: boolean;
        };
        readonly WebhookEndpointWithSecret: {
            readonly id: string;
            readonly url: string;
            /** @description For people. */
            readonly description: string | null;
            readonly events: readonly string[];
            /** @enum {string} */
            readonly mode: "test" | "live";
            /** @description Whether events are sent. */
            readonly isEnabled: boolean;
            /** @description Why they are not: switched off, failed again and again for three days, or answered 410. */
            readonly disabledReason: ("manual" | "failing" | "gone") | null;
            /** @description Since when every attempt has failed, without two days between any; ISO 8601, UTC. */
            readonly failingSince: string | null;
            /** @description Until when the secret before the last rotation signs as well; ISO 8601, UTC. */
            readonly previousSecretUntil: string | null;
            /** @description When it was made; ISO 8601, UTC. */
            readonly createdAt: string;
            /** @description Signs the deliveries. Keep it where only you read it. */
            readonly secret: string;
        };
        readonly WebhookExample: {
            /** @enum {string} */
            readonly type: "order.pending" | "order.processing" | "order.successful" | "order.failed" | "order.refunded" | "wallet.funded" | "wallet.low_balance" | "funding.requested" | "funding.approved" | "funding.declined" | "funding.cancelled" | "client.created" | "client.updated" | "client.rotated" | "client.revoked" | "webhook_endpoint.created" | "webhook_endpoint.updated" | "webhook_endpoint.disabled" | "webhook_endpoint.deleted" | "product.changed" | "product.withdrawn" | "message.sent" | "message.failed" | "message.bounced" | "message.cancelled" | "message.claimed" | "bulk_order.completed" | "bulk_order.paused";
        };
        readonly WebhookHealth: {
            readonly endpointId: string;
            /** @description Events that are on their way, at most 10000. */
            readonly pending: number;
            /** @description Events that were given up, at most 10000. */
            readonly failed: number;
            /** @description Of the last 100 attempts. */
            readonly attempts: number;
            /** @description How many of them were answered with a 2xx. */
            readonly delivered: number;
            /** @description What half of those that were answered took at most; null when none was. */
            readonly medianMilliseconds: number | null;
            /** @description ISO 8601, UTC. */
            readonly lastAttemptAt: string | null;
        };
        readonly WebhookReceiver: {
            readonly id: string;
            /** @description Where it receives, and shows what it has received. */
            readonly url: string;
            /**
             * @description What it answers: a status, or nothing within the five seconds that a delivery waits.
             * @enum {string}
             */
            readonly answer: "200" | "500" | "410" | "timeout";
            /** @enum {string} */
            readonly mode: "test" | "live";
            /** @description The endpoints that point at it. */
            readonly endpointIds: readonly string[];
            /** @description ISO 8601, in UTC. */
            readonly createdAt: string;
            /** @description When it is gone; ISO 8601, in UTC. */
            readonly expiresAt: string;
        };
        readonly WebhookReceiverUpdate: {
            /**
             * @description What it answers: a status, or nothing within the five seconds that a delivery waits.
             * @enum {string}
             */
            readonly answer: "200" | "500" | "410" | "timeout";
        };
        /** @description Either the numbers of the first and the last event, at most 100,000 of them, or `failed` for all that were given up. */
        readonly WebhookResend: {
            readonly from?: number;
            readonly to?: number;
            /** @constant */
            readonly failed?: true;
        };
        readonly WebhookResendCount: {
            /** @description Events that will be sent. */
            readonly count: number;
        };
        readonly WebhookSecret: {
            readonly secret: string;
        };
        readonly WebhookWasTried: {
            /** @description ISO 8601, in UTC. */
            readonly at: string;
            /** @constant */
            readonly kind: "webhookAttempt";
            readonly endpointId: string;
            readonly attemptId: number;
            /** @description Of the event. */
            readonly sequence: number;
            readonly url: string;
            readonly isDelivered: boolean;
            /** @description Null when there was no answer. */
            readonly status: number | null;
            /** @description Why there was none; null when there was. */
            readonly error: string | null;
            readonly milliseconds: number;
        };
    };
    responses: {
        /** @description The answer of every path and method that are no endpoint. */
        readonly UnknownRoute: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["NotFound"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly getSetup: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Setup"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly getSession: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly setFirstPassword: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["FirstPassword"];
            };
        };
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly openAccount: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["NewAccount"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Account"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly getAccount: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Account"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly updateAccount: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AccountChange"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Account"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly listAccounts: {
        readonly parameters: {
            readonly query?: {
                /** @description Part of the name, or the whole id. */
                readonly q?: string;
                /** @description Only accounts with lower ids. */
                readonly before?: number;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccountPage"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly getAnyAccount: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly accountId: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Account"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly enableLive: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly accountId: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Account"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly disableLive: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly accountId: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Account"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly listUnsentMails: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["UnsentMail"][];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly listMembers: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["Member"][];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly listRoles: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["Role"][];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly removeMember: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly memberId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly changeRole: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly memberId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RoleChange"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Member"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly listInvitations: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["Invitation"][];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly inviteMember: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["NewInvitation"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Invitation"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly withdrawInvitation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly invitationId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly lookAtInvitation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["InvitationToken"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OpenInvitation"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly acceptInvitation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["InvitationToken"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OpenInvitation"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly listAccessTokens: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["AccessToken"][];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly createAccessToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["NewAccessToken"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccessTokenWithSecret"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly revokeAccessToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly tokenId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly listAuditEntries: {
        readonly parameters: {
            readonly query?: {
                /** @description Id of a person or token. */
                readonly actor?: string;
                /** @description The operation. */
                readonly action?: string;
                /** @description What it was done to. */
                readonly target?: string;
                /** @description ISO 8601: from this time on. */
                readonly from?: string;
                /** @description ISO 8601: before this time. */
                readonly to?: string;
                /** @description Only entries older than this one. */
                readonly before?: number;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly exportAuditEntries: {
        readonly parameters: {
            readonly query?: {
                /** @description Id of a person or token. */
                readonly actor?: string;
                /** @description The operation. */
                readonly action?: string;
                /** @description What it was done to. */
                readonly target?: string;
                /** @description ISO 8601: from this time on. */
                readonly from?: string;
                /** @description ISO 8601: before this time. */
                readonly to?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv; charset=utf-8": string;
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly getOverview: {
        readonly parameters: {
            readonly query?: {
                /** @description IANA name of the zone whose days are meant; that of the reports by default. */
                readonly timeZone?: string;
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly getWallet: {
        readonly parameters: {
            readonly query?: {
                /** @description IANA name of the zone whose days are meant; that of the reports by default. */
                readonly timeZone?: string;
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Wallet"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly updateWallet: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["WalletUpdate"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Balance"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly addTestFunds: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TestFunds"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Balance"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly listTransfers: {
        readonly parameters: {
            readonly query?: {
                /** @description From this on: a day, or a time as ISO 8601. */
                readonly from?: string;
                /** @description Up to and with this day, or up to and without this time. */
                readonly to?: string;
                /** @description IANA name of the zone whose days are meant; that of the reports by default. */
                readonly timeZone?: string;
                /** @description `order`: what orders took, and discounts that were booked by themselves. */
                readonly kind?: "order" | "funding";
                /** @description Only transfers with a lower id. */
                readonly before?: number;
                readonly limit?: number;
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StatementPage"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly getPastBalance: {
        readonly parameters: {
            readonly query?: {
                /** @description A day, or a time as ISO 8601; now when absent. */
                readonly at?: string;
                /** @description IANA name of the zone whose days are meant; that of the reports by default. */
                readonly timeZone?: string;
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PastBalance"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly downloadStatementCsv: {
        readonly parameters: {
            readonly query?: {
                /** @description From this on: a day, or a time as ISO 8601. */
                readonly from?: string;
                /** @description Up to and with this day, or up to and without this time. */
                readonly to?: string;
                /** @description IANA name of the zone whose days are meant; that of the reports by default. */
                readonly timeZone?: string;
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv; charset=utf-8": string;
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly downloadStatementPdf: {
        readonly parameters: {
            readonly query?: {
                /** @description From this on: a day, or a time as ISO 8601. */
                readonly from?: string;
                /** @description Up to and with this day, or up to and without this time. */
                readonly to?: string;
                /** @description IANA name of the zone whose days are meant; that of the reports by default. */
                readonly timeZone?: string;
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/pdf": string;
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly listFundingRequests: {
        readonly parameters: {
            readonly query?: {
                readonly state?: "pending" | "approved" | "declined" | "cancelled";
                /** @description Only requests with a lower id. */
                readonly before?: number;
                readonly limit?: number;
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FundingRequestPage"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly createFundingRequest: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["FundingWish"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FundingRequest"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly cancelFundingRequest: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path: {
                readonly requestId: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FundingRequest"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly listFundingQueue: {
        readonly parameters: {
            readonly query?: {
                readonly state?: "pending" | "approved" | "declined" | "cancelled";
                /** @description Only requests with a lower id. */
                readonly before?: number;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FundingQueue"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly approveFundingRequest: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly accountId: number;
                readonly requestId: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["FundingApproval"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FundingRequest"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly declineFundingRequest: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly accountId: number;
                readonly requestId: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["FundingRefusal"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FundingRequest"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly browseProducts: {
        readonly parameters: {
            readonly query?: {
                /** @description Words of the name, the brand and the country, or an id. Slips are forgiven. */
                readonly q?: string;
                /** @description ISO 3166-1 alpha-2. */
                readonly country?: string;
                readonly category?: number;
                readonly brand?: number;
                /** @description Of the card, ISO 4217. */
                readonly currency?: string;
                readonly denominationType?: "FIXED" | "RANGE";
                /** @description Only products that are sold at this face value. */
                readonly denomination?: number;
                /** @description With a minus downwards. By default the best fit comes first, else by name. */
                readonly sort?: "name" | "-name" | "country" | "-country" | "discount" | "-discount";
                /** @description From 1. */
                readonly page?: number;
                readonly size?: number;
                /** @description The face value that prices are for: `denomination`, or else the smallest. */
                readonly amount?: number;
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PricedProductPage"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly getPricedProduct: {
        readonly parameters: {
            readonly query?: {
                /** @description The face value that prices are for: `denomination`, or else the smallest. */
                readonly amount?: number;
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path: {
                readonly productId: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProductDetails"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly listOrders: {
        readonly parameters: {
            readonly query?: {
                readonly status?: "PENDING" | "PROCESSING" | "SUCCESSFUL" | "FAILED" | "REFUNDED";
                /** @description ISO 8601: orders from this time, or this day in UTC, on. */
                readonly from?: string;
                /** @description ISO 8601: up to and with this second, or this day in UTC. */
                readonly to?: string;
                /** @description What somebody knows of an order: its transaction id, its whole identifier or, where no order has that, the e-mail address or phone of its recipient. */
                readonly q?: string;
                readonly productId?: number;
                readonly brandId?: number;
                /** @description Whole e-mail address, or phone with its calling code. */
                readonly recipient?: string;
                /** @description Whole, in any case. */
                readonly customIdentifier?: string;
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
                readonly page?: number;
                readonly size?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OrderPage"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly createOrder: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ManagedOrder"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OrderSummary"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly exportOrders: {
        readonly parameters: {
            readonly query?: {
                readonly status?: "PENDING" | "PROCESSING" | "SUCCESSFUL" | "FAILED" | "REFUNDED";
                /** @description ISO 8601: orders from this time, or this day in UTC, on. */
                readonly from?: string;
                /** @description ISO 8601: up to and with this second, or this day in UTC. */
                readonly to?: string;
                /** @description What somebody knows of an order: its transaction id, its whole identifier or, where no order has that, the e-mail address or phone of its recipient. */
                readonly q?: string;
                readonly productId?: number;
                readonly brandId?: number;
                /** @description Whole e-mail address, or phone with its calling code. */
                readonly recipient?: string;
                /** @description Whole, in any case. */
                readonly customIdentifier?: string;
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv; charset=utf-8": string;
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly getOrder: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path: {
                readonly transactionId: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OrderDetail"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly getOrderTimeline: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path: {
                readonly transactionId: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OrderTimeline"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly quoteOrder: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["OrderToPrice"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OrderQuote"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly revealCards: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path: {
                readonly transactionId: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RevealRequest"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RevealedCards"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly listEvents: {
        readonly parameters: {
            readonly query?: {
                readonly after?: number;
                readonly limit?: number;
                /** @description Only these types, separated by commas. */
                readonly types?: string;
                /** @description How many seconds to wait for news. */
                readonly wait?: number;
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EventPage"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Too Many Requests */
            readonly 429: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly listRecentEvents: {
        readonly parameters: {
            readonly query?: {
                /** @description Only events with lower numbers. */
                readonly before?: number;
                readonly limit?: number;
                /** @description Only these types, separated by commas. */
                readonly types?: string;
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EventHistory"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly getEvent: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path: {
                readonly sequence: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Event"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly listEventTypes: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["EventType"][];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly listWebhookEndpoints: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["WebhookEndpoint"][];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly createWebhookEndpoint: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["NewWebhookEndpoint"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly getWebhookEndpoint: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path: {
                readonly endpointId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly deleteWebhookEndpoint: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path: {
                readonly endpointId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly updateWebhookEndpoint: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path: {
                readonly endpointId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["WebhookEndpointUpdate"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly getWebhookSecret: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path: {
                readonly endpointId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebhookSecret"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly rotateWebhookSecret: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path: {
                readonly endpointId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SecretRotation"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly sendWebhookExample: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path: {
                readonly endpointId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["WebhookExample"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebhookAttempt"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly resendWebhookEvent: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path: {
                readonly endpointId: string;
                /** @description The event. */
                readonly sequence: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Accepted */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebhookResendCount"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly resendWebhookEvents: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path: {
                readonly endpointId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["WebhookResend"];
            };
        };
        readonly responses: {
            /** @description Accepted */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebhookResendCount"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly listWebhookAttempts: {
        readonly parameters: {
            readonly query?: {
                readonly outcome?: "delivered" | "failed";
                readonly type?: "order.pending" | "order.processing" | "order.successful" | "order.failed" | "order.refunded" | "wallet.funded" | "wallet.low_balance" | "funding.requested" | "funding.approved" | "funding.declined" | "funding.cancelled" | "client.created" | "client.updated" | "client.rotated" | "client.revoked" | "webhook_endpoint.created" | "webhook_endpoint.updated" | "webhook_endpoint.disabled" | "webhook_endpoint.deleted" | "product.changed" | "product.withdrawn" | "message.sent" | "message.failed" | "message.bounced" | "message.cancelled" | "message.claimed" | "bulk_order.completed" | "bulk_order.paused";
                /** @description Of one event. */
                readonly sequence?: number;
                /** @description Only rows before this one. */
                readonly before?: number;
                readonly limit?: number;
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path: {
                readonly endpointId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebhookAttempts"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly listWebhookDeliveries: {
        readonly parameters: {
            readonly query?: {
                readonly state?: "pending" | "delivered" | "failed";
                /** @description Only rows before this one. */
                readonly before?: number;
                readonly limit?: number;
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path: {
                readonly endpointId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebhookDeliveries"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly listEventDeliveries: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path: {
                readonly sequence: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["EventDelivery"][];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly listWebhookHealth: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["WebhookHealth"][];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly listWebhookReceivers: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["WebhookReceiver"][];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly createWebhookReceiver: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["NewWebhookReceiver"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebhookReceiver"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly deleteWebhookReceiver: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path: {
                readonly receiverId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly updateWebhookReceiver: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path: {
                readonly receiverId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["WebhookReceiverUpdate"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WebhookReceiver"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly listReceivedWebhooks: {
        readonly parameters: {
            readonly query?: {
                /** @description Only rows before this one. */
                readonly before?: number;
                readonly limit?: number;
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path: {
                readonly receiverId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReceivedWebhooks"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly listMessages: {
        readonly parameters: {
            readonly query?: {
                readonly channel?: "email" | "sms";
                /** @description Exact address, in any case. */
                readonly to?: string;
                readonly transactionId?: number;
                readonly state?: "queued" | "sending" | "sent" | "failed" | "bounced" | "cancelled";
                /** @description Only messages that are older than this one. */
                readonly before?: string;
                readonly limit?: number;
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MessagePage"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly listMessageSummaries: {
        readonly parameters: {
            readonly query?: {
                readonly channel?: "email" | "sms";
                /** @description Exact address, in any case. */
                readonly to?: string;
                readonly transactionId?: number;
                readonly state?: "queued" | "sending" | "sent" | "failed" | "bounced" | "cancelled";
                /** @description Only messages that are older than this one. */
                readonly before?: string;
                readonly limit?: number;
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MessageSummaryPage"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly getMessage: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path: {
                readonly messageId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Message"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly getMessageHtml: {
        readonly parameters: {
            readonly query?: {
                /** @description As it looks in this colour scheme; that of the browser by default. */
                readonly scheme?: "light" | "dark";
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path: {
                readonly messageId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/html; charset=utf-8": string;
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly resendMessage: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly messageId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["MessageCommand"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Message"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly correctMessage: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly messageId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AddressCorrection"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Message"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly revokeClaimLink: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly messageId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["MessageCommand"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Message"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly getBulkOrderTemplate: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv; charset=utf-8": string;
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly readBulkOrderColumns: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["BulkOrderFile"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BulkOrderColumns"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly listBulkOrders: {
        readonly parameters: {
            readonly query?: {
                /** @description Only bulk orders that are older than this one. */
                readonly before?: number;
                readonly limit?: number;
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BulkOrderPage"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly createBulkOrder: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["NewBulkOrder"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BulkOrderDetail"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly getBulkOrder: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path: {
                readonly bulkOrderId: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BulkOrderDetail"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly listBulkOrderRows: {
        readonly parameters: {
            readonly query?: {
                readonly state?: "ready" | "invalid" | "skipped" | "placed" | "failed" | "cancelled";
                /** @description Counted from 1. */
                readonly page?: number;
                readonly size?: number;
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path: {
                readonly bulkOrderId: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BulkOrderRowPage"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly getFailedBulkOrderRows: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path: {
                readonly bulkOrderId: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv; charset=utf-8": string;
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly startBulkOrder: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path: {
                readonly bulkOrderId: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BulkOrderDetail"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly pauseBulkOrder: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path: {
                readonly bulkOrderId: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BulkOrderDetail"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly resumeBulkOrder: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path: {
                readonly bulkOrderId: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BulkOrderDetail"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly cancelBulkOrder: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path: {
                readonly bulkOrderId: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BulkOrderDetail"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly listOperatedProducts: {
        readonly parameters: {
            readonly query?: {
                /** @description Words of the name, the brand and the country, or an id. Slips are forgiven. */
                readonly q?: string;
                /** @description ISO 3166-1 alpha-2. */
                readonly country?: string;
                readonly category?: number;
                readonly brand?: number;
                /** @description Of the card, ISO 4217. */
                readonly currency?: string;
                readonly denominationType?: "FIXED" | "RANGE";
                /** @description Only products that are sold at this face value. */
                readonly denomination?: number;
                /** @description With a minus downwards. By default the best fit comes first, else by name. */
                readonly sort?: "name" | "-name" | "country" | "-country" | "discount" | "-discount";
                /** @description From 1. */
                readonly page?: number;
                readonly size?: number;
                /** @description Whether they are sold; both by default. */
                readonly availability?: "active" | "withdrawn";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OperatedProductPage"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly getOperatedProduct: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly productId: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OperatedProduct"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly updateOperatedProduct: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly productId: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ProductTerms"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OperatedProduct"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly listRates: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ExchangeRates"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly getRate: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description ISO 4217. */
                readonly currency: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ExchangeRate"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly updateRate: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description ISO 4217. */
                readonly currency: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RateUpdate"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ExchangeRate"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly listAccountPrices: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly accountId: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccountPrices"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly setAccountPrice: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly accountId: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AccountPriceUpdate"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AccountPrice"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly deleteAccountPrice: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly accountId: number;
                readonly priceId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description No Content */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly getHealth: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly verifyLedger: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LedgerVerification"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly listClients: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["ApiClient"][];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly createClient: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["NewApiClient"];
            };
        };
        readonly responses: {
            /** @description Created */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ApiClientWithSecret"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly getClient: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path: {
                /** @description The `client_id` of its token requests. */
                readonly clientId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ApiClient"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly revokeClient: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path: {
                /** @description The `client_id` of its token requests. */
                readonly clientId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ApiClient"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly updateClient: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path: {
                /** @description The `client_id` of its token requests. */
                readonly clientId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ApiClientUpdate"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ApiClient"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly rotateClientSecret: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path: {
                /** @description The `client_id` of its token requests. */
                readonly clientId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ApiClientRotation"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ApiClientWithSecret"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Conflict */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Payload Too Large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unsupported Media Type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly listRequests: {
        readonly parameters: {
            readonly query?: {
                readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "HEAD" | "OPTIONS";
                /** @description The beginning of the path, or an endpoint such as `/products/:productId`. */
                readonly path?: string;
                /** @description `2xx`, `3xx`, `4xx`, `5xx`, or one status such as `404`. */
                readonly status?: string;
                readonly clientId?: string;
                /** @description Such as `INSUFFICIENT_BALANCE`. */
                readonly errorCode?: string;
                /** @description Requests that placed this order or asked for it. */
                readonly transactionId?: number;
                /** @description A text in the id, the path, the query or what is kept of a body; in any case. */
                readonly q?: string;
                /** @description Only requests that came at this moment or later. */
                readonly from?: string;
                /** @description Only requests that came before this moment. */
                readonly to?: string;
                /** @description Only requests that are older than this one: `next` of a page. */
                readonly before?: string;
                readonly limit?: number;
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RequestPage"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    readonly getRequest: {
        readonly parameters: {
            readonly query?: {
                /** @description Which mode of the account. */
                readonly mode?: "test" | "live";
            };
            readonly header?: never;
            readonly path: {
                /** @description Also the header `X-Request-Id` of the answer. */
                readonly requestId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LoggedRequestDetail"];
                };
            };
            /** @description Bad Request */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unauthorized */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate"?: "Bearer";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Forbidden */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Not Found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Internal Server Error */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Service Unavailable */
            readonly 503: {
                headers: {
                    /** @description Seconds after which the request may be sent again. */
                    readonly "Retry-After"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
}
