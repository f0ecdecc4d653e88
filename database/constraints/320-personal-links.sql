-- A message is kept without the tokens of its links: whoever reads it later cannot act as its reader. What was kept
-- before is masked once. The fingerprint is that of the text as it left, to find it at the SMS provider again.
alter table deliveries add column if not exists fingerprint bytea check (length(fingerprint) = 32);
do $$ begin
  if not exists (select from pg_constraint where conname = 'deliveries_keep_no_token') then
    update deliveries set
      body = regexp_replace(body, '(/(?:offers|forms|visits/manage)/)[A-Za-z0-9_-]{43}', '\1•••', 'g'),
      html = regexp_replace(html, '(/(?:offers|forms|visits/manage)/)[A-Za-z0-9_-]{43}', '\1•••', 'g')
    where concat(body, html) ~ '/(offers|forms|visits/manage)/[A-Za-z0-9_-]{43}';
    alter table deliveries add constraint deliveries_keep_no_token
      check (concat(body, html) !~ '/(offers|forms|visits/manage)/[A-Za-z0-9_-]{43}');
  end if;
end $$;
