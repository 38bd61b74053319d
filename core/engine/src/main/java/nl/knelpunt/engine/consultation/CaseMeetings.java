package nl.knelpunt.engine.consultation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.text.FilledText;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What people do in case consultations. A consultation itself is proposed, decided on, evaluated and closed as a
 * {@link nl.knelpunt.engine.dossier.Knelpunten knelpunt}. Every method goes through the gate and throws what
 * {@link nl.knelpunt.engine.signal.Signals} throws.
 */
@ProviderType
public interface CaseMeetings {

    record NewAgreement(String participant, String text, LocalDate due) {}

    /** What came of a meeting: who was there, and what was agreed. */
    record Minutes(LocalDate date, List<String> present, List<NewAgreement> agreements) {

        public Minutes {
            present = List.copyOf(present);
            agreements = List.copyOf(agreements);
        }
    }

    /**
     * @param next what the caller may do with it now
     * @param readable by field, the texts that refer to a datum or subject, as the caller may read them
     */
    record ShownMeeting(CaseMeeting meeting, Set<Act> next, Map<String, FilledText> readable) {}

    /** The id in the answer is the meeting's. */
    Done plan(Call call, UUID consultation, LocalDate date, List<String> agenda);

    Page<ShownMeeting> list(Call call, UUID consultation, UUID after, int limit);

    ShownMeeting see(Call call, UUID meeting);

    Done amend(Call call, UUID meeting, LocalDate date, List<String> agenda);

    Done cancel(Call call, UUID meeting, String reason);

    Done hold(Call call, UUID meeting, Minutes minutes);

    /** Says what came of an agreement: who it is of, or the case director. */
    Done settle(Call call, UUID meeting, UUID agreement, String text);

    /** Proposes a knelpunt on what the consultation is about; the id in the answer is the proposal's. */
    Done convert(Call call, UUID consultation, String title);
}
