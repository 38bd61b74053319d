import { Screen } from '../app/element.js';
import { dictionary } from '../app/language.js';
import { call, get, may, once } from '../app/api.js';
import { session } from '../app/session.js';
import { loadNames } from '../app/names.js';
import { Draft } from '../app/draft.js';
import { draft, drafting, fieldName } from './signal/draft.js';
import { view } from './signal/view.js';
import texts from '../texts/signal.js';

const t = dictionary(texts);
const JUDGE_PAUSE = 1000;

/** A signal: a draft to be completed while the Wgs-wacht reads along, or a reported one to be recognised and weighed. */
class Signal extends Screen {
  static follows = ['signal.'];

  concerns(event) {
    return event.subject === this.params.signal;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.draft?.save();
    this.draft?.end();
  }

  get path() {
    return `/v1/signals/${this.params.signal}`;
  }

  /** Whether the person may complete it. */
  get isOwnDraft() {
    return this.signal.state === 'DRAFT' && session.is('WORKER') && this.signal.reporter === session.account.participant;
  }

  title() {
    return this.signal?.state === 'DRAFT' ? t('complete') : (this.signal?.title ?? t('title'));
  }

  async load() {
    await loadNames();
    const { body, version } = await call('GET', this.path);
    this.signal = body;
    this.version = version;
    this.gradings = await once('/v1/gradings');
    if (this.isOwnDraft) {
      this.draft ??= new Draft(this, { label: fieldName, saved: () => this.judgeSoon() });
      this.drafting ??= drafting(this);
      this.draft.take(this.path, body, version);
      await this.judge();
    }
  }

  /** The data after one was added or taken out; what is being typed stays. */
  async readData() {
    const body = await get(this.path);
    this.signal.data = body.data;
    this.draft.version = body.version;
    await this.judge();
    this.requestUpdate();
  }

  judgeSoon() {
    clearTimeout(this.judging);
    this.judging = setTimeout(() => this.judge(), JUDGE_PAUSE);
  }

  async judge() {
    this.judged = await may('REPORT_SIGNAL', this.params.signal).catch(() => null);
    this.requestUpdate();
  }

  content() {
    return this.isOwnDraft ? draft(this) : view(this);
  }
}

customElements.define('kp-signal', Signal);
export default Signal;
