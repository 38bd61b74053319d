import { html, nothing } from 'lit';
import { icon } from './icons.js';
import { notice } from './notice.js';
import { dictionary } from '../app/language.js';
import { ruleHref } from '../app/law.js';
import texts from '../texts/kit.js';

const t = dictionary(texts);

/**
 * The Wgs-wacht, always in violet and in one order: what, why, article, what you can do.
 * @param refusals as the API gives them: rule, article, message, remedy, field
 * @param options title, link (field → href of the field), foot (what was not done), actions
 */
export function refusal(refusals, options = {}) {
  const one = refusals.length === 1;
  return html`<section class="kp-guard" id=${options.id ?? 'wgs-wacht'} aria-label=${options.title ?? t('guard')} role="status" tabindex="-1">
    <h2 class="kp-guard__title">${icon('shield-alert')}${options.title ?? t('guard')}</h2>
    ${one ? nothing : html`<p class="kp-guard__what">${t('reasons', { n: refusals.length })}</p>`}
    ${refusals.map((r) => finding(r, options))}
    ${options.actions ? html`<div class="kp-actions">${options.actions}</div>` : nothing}
    <p class="kp-note">${options.foot ?? t('nothingDone')}</p>
  </section>`;
}

function finding(found, options) {
  const href = options.link?.(found.field);
  return html`<div>
    <p class="kp-guard__what">${found.message}</p>
    ${found.article
      ? html`<h3>${t('inLaw')}</h3>
          <p class="kp-guard__law">
            ${found.article}${found.rule && found.rule !== 'STATE' ? html` · <a href=${ruleHref(found.rule)}>${t('rule', { rule: found.rule })}</a>` : nothing}
          </p>`
      : nothing}
    <h3>${t('remedy')}</h3>
    <p>${found.remedy}</p>
    ${href ? html`<p><a href=${href}>${t('toField')}</a></p>` : nothing}
  </div>`;
}

/** What went wrong, whatever it was: a refusal in violet, anything else as a notice, with a reference to name when asking for help. */
export function problem(failure, options = {}) {
  if (failure.isRefusal) {
    return refusal(failure.refusals, options);
  }
  if (failure.status === 0) {
    return notice(t('noLine'), { status: 'warn', iconName: 'wifi-off' });
  }
  if (failure.status === undefined) {
    // eslint-disable-next-line no-console
    console.error(failure);
    return notice(t('unexpected'), { status: 'bad' });
  }
  return notice(
    html`<strong>${failure.title}</strong> ${failure.detail}
      ${failure.where ? html`<br />${failure.where}` : nothing}
      ${failure.errors.length > 0
        ? html`<ul>
            ${failure.errors.map((e) => html`<li>${e.field ? html`<code>${e.field}</code>: ` : nothing}${e.message}</li>`)}
          </ul>`
        : nothing}
      ${failure.reference ? html`<br /><span class="kp-note">${t('reference')} <code>${failure.reference}</code></span>` : nothing}`,
    { status: 'bad' },
  );
}

/**
 * The Wgs-wacht beside a form: silent, reads along, or says what to mend.
 * @param finds [{ words, href, place, warn }]: warn is "let op", else it stops; without a place the words are the link
 * @param checks [{ words, ok }]
 */
export function readsAlong({ id = 'wgs-wacht', title, finds = [], checks = [], checksTitle, foot = nothing }) {
  const stops = finds.length;
  return html`<section class="kp-guard" id=${id} aria-label=${t('guard')} tabindex="-1">
    <h2 class="kp-guard__title">${icon(stops > 0 ? 'shield-alert' : 'shield-check')}${t('readsAlong')}</h2>
    <p class="kp-guard__what" role="status">${title}</p>
    ${stops > 0
      ? html`<div>
          ${finds.map(
            (f) => html`<div class="kp-find ${f.warn ? 'kp-find--warn' : ''}">
              <span class="kp-find__what">${icon(f.warn ? 'triangle-alert' : 'shield')}<span>${f.href && !f.place ? html`<a href=${f.href}>${f.words}</a>` : f.words}</span></span>
              ${f.href && f.place ? html`<a href=${f.href}>${f.place}</a>` : nothing}
            </div>`,
          )}
        </div>`
      : nothing}
    ${checks.length > 0
      ? html`<div>
          <h3>${checksTitle}</h3>
          <ul class="kp-checklist">
            ${checks.map(
              (c) => html`<li class=${c.ok ? 'is-ok' : 'is-open'}>
                ${icon(c.ok ? 'circle-check' : 'circle-dashed')}<span>${c.words}<span class="kp-hidden"> ${c.ok ? t('inOrder') : t('notYet')}</span></span>
              </li>`,
            )}
          </ul>
        </div>`
      : nothing}
    ${foot === nothing ? nothing : html`<p class="kp-note">${foot}</p>`}
  </section>`;
}
