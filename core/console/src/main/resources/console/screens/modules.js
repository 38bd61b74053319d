import { html, nothing } from 'lit';
import { Screen, head } from '../app/element.js';
import { both, dictionary } from '../app/language.js';
import { call, get, post } from '../app/api.js';
import { change } from '../app/change.js';
import { session } from '../app/session.js';
import { setQuery } from '../app/router.js';
import { upload } from '../app/upload.js';
import { category, loadNames } from '../app/names.js';
import { loadPeople, personName } from '../app/people.js';
import {
  fingerprint, fromTo, isSwapping, kindName, loadModules, moduleBadge, newlyLine, participantsOf, planDialog, planLines, sum, swapSteps, versionName,
} from '../app/modules.js';
import {
  badge, button, card, clock, confirm, fileField, formDialog, icon, moment, notice, number, pairs, problem, sending, sub, table,
} from '../kit/index.js';
import texts from '../texts/modules.js';
import planTexts from '../texts/plan.js';

const t = dictionary(texts);
const tp = dictionary(planTexts);
const WATCH = 1500;
const JAR = 'application/java-archive';
const LARGEST_RECEIPT = 4_000;

const base64 = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)));

/** Modules: what is under way, planned, staged and installed. */
class Modules extends Screen {
  static properties = { copied: { state: true } };
  static follows = ['module.'];

  title() {
    return t('title');
  }

  async load() {
    await Promise.all([loadNames(), loadPeople()]);
    const [loaded, plans] = await Promise.all([loadModules(), get('/v1/module-plans')]);
    Object.assign(this, loaded);
    this.plans = plans.items;
    const digest = this.query.get('plan');
    this.planFailure = null;
    this.plan = digest ? await get(`/v1/module-plans/${digest}`).catch((e) => ((this.planFailure = e), null)) : null;
    this.watch();
  }

  /** As long as something is under way, what is shown follows it. */
  watch() {
    clearTimeout(this.watching);
    if (this.modules.some((m) => isSwapping(m))) {
      this.watching = setTimeout(() => this.isConnected && this.again(), WATCH);
    }
  }

  hear(event) {
    if (this.ready && event.type.startsWith('module.')) {
      this.again();
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.watching);
  }

  get admin() {
    return session.is('ADMIN');
  }

  content() {
    const running = this.modules.filter((m) => m.wanted);
    const swapping = this.modules.filter(isSwapping);
    const turned = this.modules.filter((m) => m.quarantine || ['ROLLED_BACK', 'ABORTED'].includes(m.swap?.step));
    const known = new Set(this.modules.flatMap((m) => [m.wanted, m.runs, ...m.before].filter(Boolean).map((g) => g.digest)));
    const ready = this.staged.filter((s) => !known.has(s.digest));
    return html`
      ${head({
        title: t('title'),
        sub: t('sub', { n: running.length, kinds: new Set(running.map((m) => m.kind)).size }),
        actions: this.admin ? button(t('add'), { icon: 'upload', kind: 'primary', click: () => this.add() }) : nothing,
      })}
      ${swapping.map((m) => this.swap(m))}
      <div class="kp-cards">
        ${this.planFailure ? problem(this.planFailure) : nothing} ${this.plan ? this.planCard(this.plan) : nothing} ${turned.map((m) => this.turnedBack(m))}
      </div>
      ${this.openPlans()} ${ready.length > 0 ? this.stagedCard(ready) : nothing} ${this.installed()}
    `;
  }

  /** A swap under way: where it is, and that nothing is lost. */
  swap(m) {
    const { swap } = m;
    const back = m.before[0];
    return html`<section class="kp-card kp-swap" aria-labelledby="wissel-${m.kind}">
      <div class="kp-card__head">
        <h2 id="wissel-${m.kind}" tabindex="-1">${t('swapTitle', { what: fromTo(m.kind, swap.from, swap.to) })}</h2>
        <div class="kp-actions">
          <span class="kp-note">${t('startedAt', { time: clock(swap.passed[0].at) })}</span>
          <span role="status">${badge('info', t(`now_${swap.step}`))}</span>
        </div>
      </div>
      <div class="kp-card__body">${swapSteps(swap, m.staged.find((s) => s.digest === swap.to?.digest))}</div>
      <div class="kp-swap__sum">${sum(swap.counters)}</div>
      <div class="kp-card__foot">
        <span>${t('sumNote')}</span>
        ${this.admin && back && swap.step === 'DRAINED'
          ? button(t('rollBack', { version: versionName(back) }), { kind: 'danger', small: true, icon: 'undo-2', click: () => this.rollBack(m, back) })
          : nothing}
      </div>
    </section>`;
  }

  planCard(plan) {
    const title = tp('title', { what: fromTo(plan.kind, plan.from, plan.to) });
    const own = plan.by === session.account.id;
    const agreed = plan.approvers.includes(session.account.id);
    return card({
      id: 'plan',
      title,
      tools: plan.possible ? badge('info', tp('approvals') + ` ${1 + plan.approvers.length}`, 'user') : badge('bad', tp('notPossible'), 'ban'),
      body: html`<div>
          <p class="kp-note" id="plan-print">${tp('print')}</p>
          <p class="kp-digest" aria-describedby="plan-print">${fingerprint(plan.digest)}</p>
        </div>
        <div class="kp-prose">
          <h3>${tp('changes')}</h3>
          <ul class="kp-bullets">
            ${planLines(plan).map((line) => html`<li>${line}</li>`)}
          </ul>
        </div>
        ${plan.newly.length > 0
          ? html`<div class="kp-prose">
              <h3>${tp('newly')}</h3>
              <ul class="kp-bullets">
                ${plan.newly.map((line) => html`<li>${newlyLine(line, (c) => both(category(c)?.name))}</li>`)}
              </ul>
              <p class="kp-note">${tp('newlyNote')}</p>
            </div>`
          : nothing}
        ${plan.frozen.length > 0
          ? html`<div class="kp-prose">
              <h3>${tp('frozen')}</h3>
              <ul class="kp-checklist">
                ${plan.frozen.map((f) => html`<li>${icon('snowflake')}${both(f)}</li>`)}
              </ul>
            </div>`
          : nothing}
        ${plan.refusals.map((r) => notice(both(r.reason), { status: 'bad' }))}
        ${plan.warnings.map((w) => notice(both(w), { status: 'warn' }))}
        <ul class="kp-approvals">
          <li>
            ${icon('circle-check')}
            <div><strong>${personName(plan.by)}</strong>${sub(tp('made', { when: moment(plan.at) }))}</div>
          </li>
          ${plan.approvers.map(
            (a) => html`<li>
              ${icon('circle-check')}
              <div><strong>${personName(a)}</strong>${sub(tp('approved', { print: fingerprint(plan.digest.slice(0, 8)) }))}</div>
            </li>`,
          )}
          ${plan.approvers.length === 0
            ? html`<li class="is-open">
                ${icon('clock')}
                <div>${tp('nobodyElse')}${sub(tp('shareNote'))}</div>
              </li>`
            : nothing}
        </ul>`,
      foot: html`<span role="status">${this.copied ? tp('copied') : tp('lapses')}</span>
        <div class="kp-actions">
          ${button(tp('copy'), { small: true, kind: 'quiet', icon: 'copy', click: () => this.copy() })}
          ${button(tp('drop'), { small: true, kind: 'quiet', click: () => setQuery({ plan: '' }) })}
          ${this.admin && plan.possible && !own && !agreed ? button(tp('approve'), { small: true, icon: 'check', click: () => this.approve(plan) }) : nothing}
          ${this.admin && plan.possible ? button(tp('apply'), { small: true, kind: 'primary', icon: 'play', click: () => this.apply(plan) }) : nothing}
        </div>`,
    });
  }

  /** What was turned back or shut off, and why. */
  turnedBack(m) {
    const { swap, quarantine } = m;
    const title = quarantine ? 'quarantineOf' : swap.step === 'ROLLED_BACK' ? 'turnedBack' : 'came';
    return card({
      id: `terug-${m.kind}`,
      title: t(title, { name: kindName(m.kind) }),
      tools: quarantine
        ? badge('bad', t('quarantined'), 'ban')
        : badge('warn', `${versionName(swap.to)}: ${t(`step_${swap.step}`).toLowerCase()}`, 'undo-2'),
      body: html`${pairs([[t('why'), both(quarantine ? quarantine.reason : swap.reason)]])}
        ${quarantine
          ? html`<p>${t('quarantineEffect')}</p>
              <p class="kp-note">${t('quarantinedBy', { name: personName(quarantine.by), when: moment(quarantine.at) })}</p>`
          : html`<div>
                <h3>${t('course')}</h3>
                <ol class="kp-course">
                  ${swap.passed.map((p) => html`<li><span>${clock(p.at)}</span> ${t(`step_${p.step}`)}</li>`)}
                </ol>
              </div>
              <p class="kp-second">${t('whatNow')}</p>`}`,
      foot: html`<span></span>
        <div class="kp-actions">
          ${button(t('open'), { small: true, kind: 'quiet', href: `/modules/${m.kind}`, label: `${t('open')}: ${kindName(m.kind)}` })}
          ${quarantine && this.admin ? button(t('release'), { small: true, icon: 'play', click: () => this.release(m) }) : nothing}
        </div>`,
    });
  }

  /** Plans that somebody made, for who has to agree as well. */
  openPlans() {
    const rows = this.plans.filter((p) => p.digest !== this.plan?.digest);
    if (rows.length === 0) {
      return nothing;
    }
    return card({
      id: 'plannen',
      title: tp('open'),
      number: rows.length,
      flush: html`<ul class="kp-tasks">
        ${rows.map(
          (p) => html`<li class="kp-line">
            <div>
              <strong>${fromTo(p.kind, p.from, p.to)}</strong>
              ${sub(`${personName(p.by)} ${tp('made', { when: moment(p.at) })}`)}
            </div>
            ${p.approvers.length > 0 ? badge('ok', tp('approvedBy', { names: p.approvers.map(personName).join(', ') })) : nothing}
            ${button(tp('read'), { small: true, href: `/modules?plan=${p.digest}`, label: `${tp('read')}: ${fromTo(p.kind, p.from, p.to)}` })}
          </li>`,
        )}
      </ul>`,
    });
  }

  stagedCard(rows) {
    return card({
      id: 'klaar',
      title: t('ready'),
      number: rows.length,
      body: html`<p class="kp-note">${t('readyNote')}</p>`,
      flush: table({
        caption: t('ready'),
        rows,
        empty: '',
        columns: [
          { name: t('module'), cell: (s) => html`<strong>${kindName(s.kind)}</strong>${sub(s.id)}` },
          { name: t('version'), cell: (s) => versionName(s) },
          { name: t('signer'), cell: (s) => this.signerName(s.signer) },
          { name: t('ready'), cell: (s) => t('stagedBy', { name: personName(s.by), when: moment(s.at) }) },
          {
            name: '',
            cell: (s) =>
              this.admin ? button(t('plan'), { small: true, label: `${t('plan')}: ${kindName(s.kind)} ${versionName(s)}`, click: () => this.makePlan(s) }) : nothing,
          },
        ],
      }),
    });
  }

  installed() {
    const rows = this.modules.filter((m) => m.wanted || m.runs || m.quarantine);
    const broken = rows.filter((m) => m.quarantine || m.health.status !== 'OK').length;
    const swapping = rows.filter(isSwapping).length;
    return card({
      id: 'geinstalleerd',
      title: t('installed'),
      number: rows.length,
      tools: html`${badge('ok', t('healthyCount', { n: rows.length - broken - swapping }))}
      ${swapping > 0 ? badge('info', t('swappingCount', { n: swapping })) : nothing} ${broken > 0 ? badge('warn', t('brokenCount', { n: broken })) : nothing}`,
      flush: table({
        caption: t('installed'),
        rows,
        empty: t('none'),
        columns: [
          {
            name: t('module'),
            cell: (m) => html`<strong>${kindName(m.kind)}</strong>${sub(participantsOf(m.kind).length > 0 ? t('participants', { n: participantsOf(m.kind).length }) : t('noParticipants'))}`,
          },
          {
            name: t('version'),
            cell: (m) => (isSwapping(m) && m.swap.from && m.swap.to ? `${versionName(m.swap.from)} → ${versionName(m.swap.to)}` : versionName(m.runs ?? m.wanted)),
          },
          { name: t('health'), cell: (m) => html`${moduleBadge(m)}${m.health.message ? sub(both(m.health.message)) : nothing}` },
          { name: t('calls'), cell: (m) => (m.health.calls === 0 ? '–' : t('callsOf', { n: number(m.health.calls), errors: number(m.health.errors) })) },
          {
            name: t('signer'),
            cell: (m) => {
              const jar = m.staged.find((s) => s.digest === (m.runs ?? m.wanted)?.digest);
              return jar ? this.signerName(jar.signer) : '–';
            },
          },
          { name: '', cell: (m) => html`<a href="/modules/${m.kind}" aria-label="${t('open')}: ${kindName(m.kind)}">${t('open')}</a>` },
        ],
      }),
    });
  }

  async add() {
    const staged = await formDialog({
      title: t('addTitle'),
      intro: t('addWords'),
      submit: t('stage'),
      value: { file: null, receipt: null, sent: null },
      check: (v) => [
        ...(v.file ? [] : [{ id: 'jar', message: t('fillJar') }]),
        ...(v.receipt && v.receipt.size > LARGEST_RECEIPT ? [{ id: 'bewijs', message: t('noReceipt') }] : []),
      ],
      fields: (v, set, errors) => {
        this.sending = (sent) => set({ sent });
        const message = (id) => errors.find((e) => e.id === id)?.message;
        return html`${fileField({ id: 'jar', label: t('jar'), accept: `.jar,${JAR}`, message: message('jar'), change: (file) => set({ file }) })}
        ${fileField({ id: 'bewijs', label: t('receipt'), hint: t('receiptHint'), accept: '.json', message: message('bewijs'), change: (receipt) => set({ receipt }) })}
        ${sending(v.sent, t('jar'))}`;
      },
      act: async (v) => {
        try {
          const headers = v.receipt ? { 'Tck-Receipt': base64(await v.receipt.arrayBuffer()) } : {};
          return await upload('/v1/staged-modules', v.file, JAR, this.sending, headers);
        } finally {
          this.sending(null);
          await this.again();
        }
      },
    });
    if (staged?.digest) {
      await this.again();
      this.makePlan(staged);
    }
  }

  async makePlan(staged) {
    const plan = await planDialog({
      title: tp('planTitle', { what: `${kindName(staged.kind)} ${versionName(staged)}` }),
      act: (how) => post('/v1/module-plans', { kind: staged.kind, digest: staged.digest, ...how }),
    });
    if (plan?.digest) {
      setQuery({ plan: plan.digest });
    }
  }

  approve(plan) {
    return confirm(tp('approve'), html`${tp('print')}: <code>${fingerprint(plan.digest)}</code>`, () => change(this, () => post(`${plan.href}/approval`)), {
      submit: tp('approve'),
      danger: false,
    });
  }

  async apply(plan) {
    const begun = await confirm(tp('apply'), tp('applyWords'), () => post(`${plan.href}/swap`), { submit: tp('apply'), danger: false });
    if (begun) {
      setQuery({ plan: '' });
      this.again();
    }
  }

  rollBack(m, back) {
    return confirm(
      t('rollBack', { version: versionName(back) }),
      t('rollBackWords', { version: versionName(back) }),
      () => change(this, () => post(`/v1/modules/${m.kind}/rollback`, { digest: back.digest })),
      { submit: t('rollBack', { version: versionName(back) }) },
    );
  }

  release(m) {
    return confirm(t('release'), t('releaseWords'), () => change(this, () => call('POST', `/v1/modules/${m.kind}/release`)), {
      submit: t('release'),
      danger: false,
    });
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(location.href);
      this.copied = true;
    } catch {
      // Then by hand: it is the address of this page.
    }
  }
}

customElements.define('kp-modules', Modules);
export default Modules;
