/** A clinic of very many invented patients, for benches: names as common and as rare as they are among people. */
import type pg from 'pg';

const women = `Maria Elena Ana Ioana Mihaela Andreea Cristina Daniela Alexandra Gabriela Alina Simona Raluca Roxana Ștefania
  Țuța Bianca Diana Georgiana Larisa Anca Irina Oana Teodora Sânziana Mădălina Cătălina Emma Olivia Charlotte Amelia
  Sophie Grace Chloe Hannah Zoe Zamfira Xenia Wanda`;
const men = `Andrei Alexandru Ion Gheorghe Mihai Ștefan Vasile Cristian Florin Adrian Marian Daniel Gabriel Ionuț Nicolae
  Constantin Bogdan Răzvan Călin Cătălin Dănuț Rareș Tudor Vlad Radu Sorin Oliver George Harry Jack Jacob Noah Charlie
  Thomas Oscar William James Xavier Zachary Wolfgang`;
const common = `Popescu Popa Ionescu Radu Dumitru Stan Stoica Gheorghe Matei Rusu Munteanu Marin Lazăr Ciobanu Nistor Florea
  Dobre Dinu Barbu Toma Șerban Țurcanu Văcărescu Brâncoveanu Smith Jones Taylor Brown Williams Wilson Johnson Davies
  Patel Wright Walker White Edwards Hughes Green Hall`;
const roots = `Alb Ard Băl Bog Brat Buc Căl Cern Chir Coc Cost Cozm Dănil Dobr Drăg Flor Gavr Ghin Grig Hag Iac Iord Isăc Lup
  Mănăil Mirc Mold Neag Negr Olar Pand Pântel Petr Pîrv Preda Pung Rot Săc Sav Sim Stănc Ștef Tănăs Teod Ungur Văc
  Vlăd Voic Zamf Zăv`;
const endings = 'escu eanu ean aru oiu ilă iță așcu eci uța oveanu ulescu';

const list = (words: string): string =>
  `string_to_array('${words.trim().split(/\s+/).join(' ')}', ' ')`;
/** The first of a list are many times as common as the last. */
const skewed = (words: string, random: string): string =>
  `(${words})[1 + floor(power(${random}, 2) * cardinality(${words}))::int]`;

const invented = `
with lists as materialized (
  select ${list(women)} as women, ${list(men)} as men, ${list(common)} as common, ${list(roots)} as roots,
    ${list(endings)} as endings, ${list('br cl dr gh l m n p s t v z')} as heads, ${list('an el im or ur esc in')} as rests),
people as (
  select n, random() < 0.5 as woman, random() as a, random() as b, random() as c, random() as kind, random() as e,
    random() as f, random() as g
  from generate_series(1, :count) n),
named as (
  select n, case when woman then ${skewed('women', 'a')} else ${skewed('men', 'a')} end
      || case when b < 0.2 then '-' || case when woman then ${skewed('women', 'c')} else ${skewed('men', 'c')} end else '' end as first,
    case when kind < 0.45 then ${skewed('common', 'e')}
      when kind < 0.9 then ${skewed('roots', 'e')} || ${skewed('endings', 'f')}
      else initcap((heads)[1 + floor(e * 12)::int] || (rests)[1 + floor(f * 7)::int] || (heads)[1 + floor(g * 12)::int]
        || (rests)[1 + floor(a * 7)::int] || (heads)[1 + floor(c * 12)::int] || (rests)[1 + floor(b * 7)::int]) end as last
  from people, lists)
insert into patients (document_id, first_name, last_name, full_name, date_of_birth, mobile_number, email, city, archived,
  created_at, updated_at, published_at)
select 'm' || n, first, last, last || ' ' || first, date '1930-01-01' + floor(random() * 34000)::int,
  case when random() < 0.8 then '07' || lpad(floor(random() * 1e8)::text, 8, '0')
    else '+40 7' || lpad(floor(random() * 1e8)::text, 8, '0') end,
  case when random() < 0.6 then search_text(first || '.' || last) || n || '@example.com' end,
  'Cluj', false, now(), now(), now()
from named`;

/** Writes that many patients past the triggers, and their entries in one go. */
export const inventPatients = async (db: pg.Pool, count: number): Promise<void> => {
  const client = await db.connect();
  try {
    await client.query(
      `set session_replication_role = replica; set maintenance_work_mem = '512MB'; set work_mem = '256MB'`,
    );
    await client.query('select setseed(0.42)');
    await client.query(invented.replace(':count', String(count)));
    await client.query(`insert into patient_index
      select p.id, e.kind, e.entry
      from patients p, patient_entries(p.first_name, p.last_name, p.email, p.mobile_number) e
      where p.document_id like 'm%' on conflict do nothing`);
    await client.query(`insert into patient_locations (patient_id, location_id, source)
      select p.id, (array(select id from locations order by id))[1 + (p.id % 3) / 2], 'home' from patients p
      where p.document_id like 'm%' on conflict do nothing`);
    await client.query(`insert into name_words
      select distinct split_part(entry, ' ', 1) from patient_index where kind = 'name' on conflict do nothing`);
  } finally {
    client.release(true);
  }
  for (const table of ['patients', 'patient_index', 'patient_locations', 'name_words'])
    await db.query(`vacuum analyze ${table}`);
};
