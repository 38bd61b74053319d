import { html, nothing } from 'lit';
import { both, dictionary } from '../../app/language.js';
import { category, participantName, word } from '../../app/names.js';
import { frozen, openDialog, pairs } from '../../kit/index.js';
import '../../kit/panel.js';
import texts from '../../texts/signal.js';

const t = dictionary(texts);

/** Everything of one datum of a signal, and what the module of who reported it says of that. */
export function datumDetails(signal, datum) {
  return openDialog(() => ({
    title: datum.field ?? t('datum'),
    body: html`${datum.content ? html`<p class="kp-text"><strong>${datum.content}</strong></p>` : nothing}
      ${datum.frozen ? frozen(datum.frozen) : nothing}
      ${pairs([
        [t('reporter'), participantName(signal.reporter)],
        [t('category'), both(category(datum.category)?.name)],
        [t('about'), datum.subject ? word('subject', datum.subject.kind) : ''],
      ])}
      <kp-panel .supplier=${signal.reporter} .datum=${datum}></kp-panel>`,
  }));
}
