// Planning a meeting of the steering group, and changing when and where it is.

import { html, nothing } from 'lit';
import { dictionary } from './language.js';
import { participantName } from './names.js';
import { choice, clock, dayOf, field, formDialog, instantAt, plusDays, today } from '../kit/index.js';
import texts from '../texts/steering.js';

const t = dictionary(texts);

/** Asks when, where and in which form; `act` gets the plan as the API takes it. */
export function planDialog(group, meeting, act) {
  const chairs = group.seats.flatMap((s) => s.members.map((m) => [m.account, `${m.name}, ${participantName(s.participant)}`]));
  return formDialog({
    title: meeting ? t('changeTitle') : t('planTitle'),
    submit: meeting ? t('save') : t('plan'),
    value: {
      form: meeting?.form ?? 'MEETING',
      day: meeting ? dayOf(meeting.starts) : plusDays(today(), 14),
      time: meeting ? clock(meeting.starts) : '14:00',
      place: meeting?.place ?? '',
      chair: meeting?.chair ?? '',
    },
    check: (v) => [
      ...(v.day ? [] : [{ id: 'verg-dag', message: t('fillDay') }]),
      ...(v.time ? [] : [{ id: 'verg-tijd', message: t('fillTime') }]),
      ...(v.form === 'WRITTEN' || v.place.trim() ? [] : [{ id: 'verg-plaats', message: t('fillPlace') }]),
    ],
    fields: (v, set, errors) => {
      const message = (id) => errors.find((e) => e.id === id)?.message;
      const state = (id) => (message(id) ? 'wrong' : '');
      return html`${choice({
          id: 'verg-vorm',
          legend: t('formLabel'),
          value: v.form,
          options: ['MEETING', 'WRITTEN'].map((f) => [f, t(`form_${f}`), t(`form_hint_${f}`)]),
          change: (form) => set({ form }),
        })}
        <div class="kp-fields">
          ${field({ id: 'verg-dag', label: t('day'), type: 'date', value: v.day, message: message('verg-dag'), state: state('verg-dag'), change: (day) => set({ day }) })}
          ${field({ id: 'verg-tijd', label: t('time'), type: 'time', value: v.time, message: message('verg-tijd'), state: state('verg-tijd'), change: (time) => set({ time }) })}
        </div>
        ${v.form === 'MEETING'
          ? field({
              id: 'verg-plaats',
              label: t('place'),
              value: v.place,
              message: message('verg-plaats'),
              state: state('verg-plaats'),
              change: (place) => set({ place }),
            })
          : nothing}
        ${field({
          id: 'verg-voorzitter',
          label: t('chair'),
          type: 'select',
          empty: t('chairOpen'),
          value: v.chair,
          options: chairs,
          change: (chair) => set({ chair }),
        })}`;
    },
    act: (v) =>
      act({
        form: v.form,
        starts: instantAt(v.day, v.time),
        place: v.form === 'MEETING' ? v.place : null,
        chair: v.chair || null,
        confirmations: v.confirmations,
      }),
  });
}
