-- A rate that is adopted from a catalogue is kept as its inverse; with these
-- decimals it comes back to the last of the twelve that prices are made with.
alter table exchange_rates alter column per_usd type numeric(36, 18);
