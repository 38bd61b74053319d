import { html, nothing } from 'lit';
import { dictionary } from '../../app/language.js';
import { post } from '../../app/api.js';
import { session } from '../../app/session.js';
import { and, participant, participantName, word } from '../../app/names.js';
import { badge, button, card, dayOfInstant, field, formDialog, phaseTile, sub, table } from '../../kit/index.js';
import texts from '../../texts/knelpunt.js';

const t = dictionary(texts);

/** Who is involved, and what each may see: the phases with their decisions. */
export function participants(screen) {
  const k = screen.knelpunt;
  return card({
    id: 'deelnemers',
    title: t('participants'),
    number: k.involved.length,
    body: html`<ul class="kp-phases">
      ${[1, 2, 3].map((phase) => tile(screen, phase))}
    </ul>`,
    flush: table({
      caption: t('participants'),
      rows: k.involved,
      empty: t('noParticipants'),
      columns: [
        {
          name: t('participant'),
          cell: (i) =>
            html`<strong>${participantName(i.participant)}</strong>${participant(i.participant)?.connected === false
                ? badge('frozen', t('notConnected'))
                : nothing}`,
        },
        { name: t('contributes'), cell: (i) => html`<span class="kp-text">${i.task ?? ''}</span>` },
        { name: t('tasks'), cell: (i) => sub(i.tasks.map((code) => word('task', code)).join(', ')) },
        { name: t('maySee'), cell: (i) => seen(screen, i.participant) },
      ],
    }),
  });
}

function seen(screen, id) {
  const open = [1, 2, 3].filter((n) => screen.isOpenFor(n, id));
  return open.length > 0 ? html`<span class="kp-nowrap">${t('phaseN', { n: and(open.map(String)) })}</span>` : t('nothingYet');
}

function tile(screen, phase) {
  const k = screen.knelpunt;
  const decided = k.phases.filter((p) => p.phase === phase);
  const open = decided.filter((p) => !p.closed);
  const last = decided.at(-1);
  const running = k.state === 'DESIGNATED' && !k.expired;
  if (open.length > 0) {
    const [first] = open;
    const words =
      phase === 1
        ? t('openWithDesignation', { day: dayOfInstant(first.at) })
        : t('openSince', { day: dayOfInstant(first.at), who: participantName(first.participant) });
    const only = [...new Set(open.flatMap((p) => p.participants))];
    return phaseTile(
      phase,
      true,
      html`${words} ${open.some((p) => p.participants.length === 0) || k.involved.every((i) => only.includes(i.participant)) ? nothing : t('onlyFor', { names: and(only.map(participantName)) })}`,
      phase > 1 && running && session.is('STEERING_MEMBER')
        ? button(t('closePhase', { n: phase }), { kind: 'quiet', small: true, click: () => closePhase(screen, phase) })
        : nothing,
    );
  }
  const words =
    k.state === 'PROPOSED' || k.state === 'SUBMITTED'
      ? t('closedBefore')
      : last?.closed
        ? t('closedSince', { day: dayOfInstant(last.closed.at), reason: last.closed.reason })
        : t('closedNoNeed');
  return phaseTile(
    phase,
    false,
    words,
    phase > 1 && running && session.is('STEERING_MEMBER')
      ? button(t('openPhase', { n: phase }), { kind: 'quiet', small: true, icon: 'lock-open', click: () => openPhase(screen, phase) })
      : nothing,
  );
}

async function openPhase(screen, phase) {
  const involved = screen.knelpunt.involved.map((i) => i.participant);
  const body = (value) => ({
    phase,
    necessity: value.necessity,
    confirmations: value.confirmations,
    ...(value.for.size < involved.length ? { participants: [...value.for] } : {}),
  });
  const done = await formDialog({
    title: t('openPhaseTitle', { n: phase }),
    intro: t('openPhaseIntro'),
    value: { necessity: '', for: new Set(involved) },
    submit: t('open'),
    fields: (value, set) => html`${field({
        id: 'noodzaak',
        label: t('necessityLabel'),
        hint: t('necessityHint'),
        type: 'area',
        rows: 4,
        value: value.necessity,
        change: (necessity) => set({ necessity }),
      })}
      <fieldset class="kp-field">
        <legend class="utrecht-form-label">${t('forWhom')}</legend>
        ${involved.map((id) =>
          field({
            id: `voor-${id}`,
            type: 'check',
            label: participantName(id),
            value: value.for.has(id),
            change: (on) => {
              const chosen = new Set(value.for);
              chosen[on ? 'add' : 'delete'](id);
              set({ for: chosen });
            },
          }),
        )}
      </fieldset>`,
    asks: (value) => ({ act: 'OPEN_PHASE', object: screen.knelpunt.id, input: body(value) }),
    act: (value) => post(`${screen.path}/phases`, body(value), { version: screen.version }),
  });
  if (done) {
    screen.again();
  }
}

async function closePhase(screen, phase) {
  const done = await formDialog({
    title: t('closePhaseTitle', { n: phase }),
    intro: t('closePhaseIntro'),
    value: { reason: '', destroy: false },
    submit: t('close'),
    danger: true,
    fields: (value, set) => html`${field({
      id: 'reden',
      label: t('closeReason'),
      type: 'area',
      value: value.reason,
      change: (reason) => set({ reason }),
    })}
    ${field({ id: 'vernietig', type: 'check', label: t('destroyToo'), value: value.destroy, change: (destroy) => set({ destroy }) })}`,
    act: (value) =>
      post(`${screen.path}/phases/closure`, { phase, ...value }, { version: screen.version }),
  });
  if (done) {
    screen.again();
  }
}
