import { language } from '../app/language.js';

const DAY = 86_400_000;
const ZONE = 'Europe/Amsterdam';

const formats = new Map();

function format(options) {
  const key = language() + JSON.stringify(options);
  if (!formats.has(key)) {
    formats.set(key, new Intl.DateTimeFormat(language() === 'nl' ? 'nl-NL' : 'en-GB', options));
  }
  return formats.get(key);
}

/** A LocalDate as noon UTC, so that no time zone moves it. */
function ofDay(day) {
  return new Date(`${day}T12:00:00Z`);
}

/** 14 jan 2031, of a date such as 2031-01-14. */
export function day(date) {
  return format({ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
    .format(ofDay(date))
    .replaceAll('.', '');
}

/** maandag 23 november 2026 */
export function longDay(date) {
  return format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(ofDay(date));
}

/** Today in the Netherlands, as 2026-11-23. */
export function today() {
  return dayOf(new Date());
}

/** The day in the Netherlands of an instant, as 2026-11-23. */
export function dayOf(instant) {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });
  return parts.format(new Date(instant));
}

/** 23 nov 2026, of an instant. */
export function dayOfInstant(instant) {
  return day(dayOf(instant));
}

/** The instant at which clocks in the Netherlands show this: instantAt('2026-11-23', '14:05'). */
export function instantAt(date, time) {
  const asUtc = new Date(`${date}T${time}:00Z`);
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'medium' }).format(asUtc);
  return new Date(asUtc.getTime() - (new Date(`${shown.replace(' ', 'T')}Z`) - asUtc)).toISOString();
}

/** 14:05, of an instant. */
export function clock(instant) {
  return format({ hour: '2-digit', minute: '2-digit', timeZone: ZONE }).format(new Date(instant));
}

/** Vandaag 14:05, or 23 nov 2026 14:05. */
export function moment(instant) {
  const words = language() === 'nl' ? ['vandaag', 'gisteren'] : ['today', 'yesterday'];
  const ago = daysBetween(dayOf(instant), today());
  return `${ago === 0 || ago === 1 ? words[ago] : dayOfInstant(instant)} ${clock(instant)}`;
}

/** Whole days from the first date to the second. */
export function daysBetween(from, to) {
  return Math.round((ofDay(to) - ofDay(from)) / DAY);
}

/** A date so many days later. */
export function plusDays(date, days) {
  return new Date(ofDay(date).getTime() + days * DAY).toISOString().slice(0, 10);
}

/** A number as the language writes it. */
export function number(value) {
  return new Intl.NumberFormat(language() === 'nl' ? 'nl-NL' : 'en-GB').format(value);
}
