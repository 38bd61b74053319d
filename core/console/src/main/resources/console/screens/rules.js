import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { dictionary, both } from '../app/language.js';
import { get } from '../app/api.js';
import { badge, card, day, pairs } from '../kit/index.js';
import texts from '../texts/rules.js';

const t = dictionary(texts);

/** Every rule of the guard, where its refusals link to. */
class Rules extends Screen {
  static follows = ['policy.'];

  title() {
    return t('title');
  }

  async load() {
    this.rules = await get('/v1/rules');
  }

  content() {
    return html`${head({ title: t('title'), sub: t('sub') })}
      <p class="kp-note">${t('version', { day: day(this.rules.date), checked: day(this.rules.checked) })}</p>
      ${this.rules.items.map((rule) =>
        card({
          id: rule.id,
          title: rule.id,
          tools: rule.switchedOff ? badge('neutral', t('off')) : nothing,
          body: html`<p>${both(rule.message)}</p>
            ${pairs([
              [t('remedy'), both(rule.remedy)],
              [t('article'), rule.article],
              [t('since'), day(rule.validFrom)],
            ])}`,
        }),
      )}`;
  }
}

customElements.define('kp-rules', Rules);
export default Rules;
