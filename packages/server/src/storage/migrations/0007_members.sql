-- People: who they are, how they sign in, which accounts they manage, and what they did.

-- Identity --------------------------------------------------------------------
-- The tables of better-auth, in its shape. People belong to no account: one person may be a member
-- of several. Times and texts are its own; secrets in here are hashed or encrypted by it.

create table users (
  id text collate "C" primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean default false,
  -- Whether this person runs the platform.
  is_operator boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table sessions (
  id text collate "C" primary key,
  user_id text collate "C" not null references users (id) on delete cascade,
  token text collate "C" not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sessions_by_user on sessions (user_id);

-- How a person proves who they are; of a password only its hash.
create table user_credentials (
  id text collate "C" primary key,
  account_id text not null,
  provider_id text not null,
  user_id text collate "C" not null references users (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index user_credentials_by_user on user_credentials (user_id);

create table verifications (
  id text collate "C" primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verifications_by_identifier on verifications (identifier);

create table two_factors (
  id text collate "C" primary key,
  user_id text collate "C" not null references users (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean default true,
  failed_verification_count integer default 0,
  locked_until timestamptz
);
create index two_factors_by_user on two_factors (user_id);

create table passkeys (
  id text collate "C" primary key,
  user_id text collate "C" not null references users (id) on delete cascade,
  name text,
  public_key text not null,
  credential_id text not null,
  counter integer not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz
);
create index passkeys_by_user on passkeys (user_id);
create index passkeys_by_credential on passkeys (credential_id);

create table rate_limits (
  id text collate "C" primary key,
  key text not null unique,
  count integer not null,
  -- Milliseconds since 1970, as better-auth computes with them.
  last_request double precision not null
);

-- Wrong passwords in a row, by the address that they were tried for.
create table sign_in_failures (
  email text primary key,
  failures integer not null,
  last_at timestamptz not null,
  locked_until timestamptz
);

-- A link that signs its user in once: for the first start, when nobody has a password yet.
create table sign_in_links (
  token_hash bytea primary key,
  user_id text collate "C" not null references users (id) on delete cascade,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- Mail to people that could not be sent, because no relay is set up; operators can read it for a day.
create table unsent_mails (
  id bigint generated always as identity primary key,
  recipient text not null,
  subject text not null,
  body text not null,
  created_at timestamptz not null
);

-- Accounts ----------------------------------------------------------------------

alter table accounts
  -- What wallets of the account are opened in.
  add column currency text,
  -- Since when it may use live mode; null for not yet.
  add column live_enabled_at timestamptz;
update accounts a set currency = (
  select currency from wallets w where w.account_id = a.id order by mode limit 1);
-- Who has live credentials already was let in before there was a switch.
update accounts a set live_enabled_at = now()
 where exists (select from clients c where c.account_id = a.id and c.mode = 'live');

create table members (
  account_id bigint not null references accounts (id),
  user_id text collate "C" not null references users (id) on delete cascade,
  role text not null check (role in ('owner', 'admin', 'developer', 'finance', 'support')),
  created_at timestamptz not null,
  primary key (account_id, user_id)
);
create index members_by_user on members (user_id);

create table invitations (
  account_id bigint not null references accounts (id),
  id text collate "C" not null,
  email text not null,
  role text not null check (role in ('owner', 'admin', 'developer', 'finance', 'support')),
  token_hash bytea not null,
  -- The e-mail address of whoever invited.
  invited_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (account_id, id)
);
-- Whoever accepts names the token only. Tokens are random, so one is enough to find it.
create index invitations_by_token on invitations (token_hash);
create index invitations_by_email on invitations (email);

-- Tokens end with the membership of the person who made them.
alter table access_tokens
  add column created_by text collate "C",
  add column last_used_at timestamptz;

-- Every write of the Management API, from before it was done until it was answered.
create sequence audit_ids;
create table audit_log (
  account_id bigint not null,
  id bigint not null default nextval('audit_ids'),
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('user', 'token')),
  actor_id text not null,
  actor_name text not null,
  -- The operation of the API, or what happened to a person's ways of signing in.
  action text collate "C" not null,
  mode mode,
  target text,
  request json not null,
  before json,
  after json,
  address text not null,
  user_agent text not null,
  -- How it was answered; null while it is being done, and for ever if the server died meanwhile.
  status integer,
  error_code text,
  primary key (account_id, id)
);
create index audit_log_by_actor on audit_log (account_id, actor_id, id);

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.status is null and new.status is not null
     and (new.account_id, new.id, new.at, new.actor_kind, new.actor_id, new.actor_name, new.action)
       = (old.account_id, old.id, old.at, old.actor_kind, old.actor_id, old.actor_name, old.action)
  then
    return new;
  end if;
  raise exception 'audit_log is append-only' using errcode = 'restrict_violation';
end
$$;
create trigger audit_log_append_only before update or delete on audit_log
  for each row execute function refuse_audit_change();
create trigger audit_log_not_truncated before truncate on audit_log
  for each statement execute function refuse_change();
