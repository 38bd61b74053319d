// One shared selection over network, map and timeline: what each of them shows, under the same keys.

import { dictionary } from '../../app/language.js';
import { participantName } from '../../app/names.js';
import { dayOfInstant, day } from '../../kit/time.js';
import texts from '../../texts/analysis.js';

const t = dictionary(texts);
const MOST_LETTERS = 26;
const SHORT = 60;

/** The letter of each pick, in order of picking; the rest has none. */
export function lettered(keys) {
  return new Map(keys.slice(0, MOST_LETTERS).map((key, i) => [key, String.fromCharCode(65 + i)]));
}

export function short(text, most = SHORT) {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/**
 * What an analyst sees at one moment.
 *
 * - things: Map of key → { key, kind (PERSON, LEGAL_PERSON, OBJECT, VALUE, OBSERVATION), name, subject, sources }. The key of a subject is its
 *   id, of a shared value that of its first datum, of an observation that of its signal
 * - edges: [{ from, to, kind, words, sources }], by keys
 * - facts: [{ id, keys, date, time, text, words, source }], in order of time
 * - places: [{ id, keys, lat, lon, kind, text, words, source }]
 * - dated: Map of key → its dates
 */
export class Work {
  constructor(network, timeline, map) {
    this.things = new Map();
    this.frozen = network.frozen;
    this.scope = map.scope ?? null;
    const keyOfNode = new Map();
    const valueOfDatum = new Map();
    const unnamed = {};
    for (const node of network.nodes) {
      const key = node.subject ?? `w${node.sources[0].datum}`;
      keyOfNode.set(node.id, key);
      if (!node.subject) {
        node.sources.forEach((s) => valueOfDatum.set(s.datum, key));
      }
      const number = node.label ? 0 : (unnamed[node.kind] = (unnamed[node.kind] ?? 0) + 1);
      this.things.set(key, {
        key,
        kind: node.kind,
        name: node.label ?? t(`nameless_${node.kind}`, { n: number }),
        field: node.field,
        subject: node.subject,
        sources: node.sources,
      });
    }
    this.edges = network.edges.map((e) => ({
      from: keyOfNode.get(e.from),
      to: keyOfNode.get(e.to),
      kind: e.kind,
      words: e.label ?? t(`edge_${e.kind}`),
      sources: e.sources,
    }));
    const keys = (subject, source) => [subject ?? source.signal, valueOfDatum.get(source.datum)].filter(Boolean);
    this.facts = timeline.facts.map((f) => ({
      id: f.source.datum ?? f.source.signal,
      keys: keys(f.subject, f.source),
      date: f.date,
      time: f.time,
      text: f.text,
      source: f.source,
    }));
    this.places = map.features.map((f) => ({
      id: f.id,
      keys: keys(f.properties.subject, f.properties.source),
      lon: f.geometry.coordinates[0],
      lat: f.geometry.coordinates[1],
      kind: f.properties.source.signal ? 'observation' : 'datum',
      text: f.properties.text,
      source: f.properties.source,
    }));
    for (const seen of [...this.facts, ...this.places]) {
      if (seen.source.signal && !this.things.has(seen.source.signal)) {
        this.things.set(seen.source.signal, {
          key: seen.source.signal,
          kind: 'OBSERVATION',
          name: t('observationOf', { day: seen.date ? day(seen.date) : '', who: participantName(seen.source.supplier) }),
          text: seen.text,
          sources: [seen.source],
        });
      }
    }
    this.facts.forEach((f) => (f.words = `${day(f.date)}${f.time ? ` ${f.time.slice(0, 5)}` : ''}, ${this.about(f)}`));
    this.places.forEach((p) => (p.words = this.about(p)));
    this.dated = new Map();
    for (const fact of this.facts) {
      for (const key of fact.keys) {
        if (!this.dated.has(key)) {
          this.dated.set(key, []);
        }
        this.dated.get(key).push(fact.date);
      }
    }
  }

  /** Who or what it is about, and what is said. */
  about(seen) {
    const thing = this.things.get(seen.keys[0]);
    return seen.source.signal ? `${t('observation')}: ${short(seen.text)}` : `${thing?.name ?? ''}: ${short(seen.text)}`;
  }

  /** Data that are seen, each counted once. */
  get count() {
    return new Set([...this.things.values()].flatMap((thing) => thing.sources.map((s) => s.datum)).filter(Boolean)).size;
  }

  /** Keys of what has dates, of which none lies in the window. */
  outside(from, until) {
    if (!from && !until) {
      return new Set();
    }
    const within = (date) => (!from || date >= from) && (!until || date <= until);
    return new Set([...this.dated].filter(([, dates]) => !dates.some(within)).map(([key]) => key));
  }

  /** The keys that it is joined to. */
  neighbours(key) {
    return this.edges.flatMap((e) => (e.from === key ? [e.to] : e.to === key ? [e.from] : []));
  }
}

/**
 * Decisions and interventions, as what the facts are seen against.
 * @returns [{ lane: participant id or '' for the knelpunt itself, kind: 'decision' or 'intervention', from, until, words, state }]
 */
export function surroundings(knelpunt, plan) {
  const decided = knelpunt.motions
    .filter((m) => m.concluded)
    .map((m) => ({ lane: '', kind: 'decision', from: isoDay(m.concluded), words: t(`decided_${m.kind}`, { day: dayOfInstant(m.concluded) }) }));
  const opened = knelpunt.phases
    .filter((p) => p.phase > 1)
    .map((p) => ({ lane: '', kind: 'decision', from: isoDay(p.at), words: t('phaseOpened', { n: p.phase, day: dayOfInstant(p.at) }) }));
  const done = (plan?.interventions ?? [])
    .filter((i) => i.state !== 'STOPPED')
    .map((i) => ({ i, from: i.from ?? began(i), until: i.execution?.date ?? i.until ?? i.from }))
    .filter(({ from, until }) => from && until)
    .map(({ i, from, until }) => ({
      lane: i.participant,
      kind: 'intervention',
      from: from < until ? from : until,
      until,
      words: t('intervention', { what: short(i.description ?? ''), from: day(from), until: day(until) }),
    }));
  return [...decided, ...opened, ...done];
}

function began(intervention) {
  const at = intervention.moves?.[0]?.at;
  return at ? isoDay(at) : null;
}

function isoDay(instant) {
  return instant.slice(0, 10);
}
