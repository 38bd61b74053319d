package nl.knelpunt.engine.component;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Marks;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.result.Recipient;
import nl.knelpunt.engine.sharing.CorrectionNotice;
import nl.knelpunt.engine.sharing.CorrectionNotice.Place;
import nl.knelpunt.engine.sharing.Receiver;

/** Tells whoever received data that their supplier corrected or destroyed them (AVG 19; Bgs 1.7). */
final class Told {

    private final Transaction transaction;
    private final Facts facts;
    private final CorrectionNotice.Kind kind;
    private final Map<String, List<Place>> receivers = new TreeMap<>();

    private Told(Transaction transaction, Facts facts, CorrectionNotice.Kind kind) {
        this.transaction = transaction;
        this.facts = facts;
        this.kind = kind;
    }

    /** To be called before the data are destroyed: who received them is not known any more then. */
    static void of(Transaction transaction, Facts facts, CorrectionNotice.Kind kind) {
        Told told = new Told(transaction, facts, kind);
        for (Datum datum : facts.data()) {
            told.whoReceived(datum);
            told.whoWasProvided(datum);
        }
        told.receivers.forEach((participant, places) -> told.tell(participant, places, null));
    }

    private void whoReceived(Datum datum) {
        Place place = new Place(datum.dossier(), datum.id());
        transaction.receivers().of(datum.id()).forEach(r -> add(r.participant(), datum, place));
        for (Marks.Necessity necessity : datum.marks().necessities()) {
            add(Objects.requireNonNullElse(necessity.participant(), Receiver.BUREAU), datum, place);
        }
    }

    private void add(String participant, Datum datum, Place place) {
        if (!participant.equals(datum.supplier())) {
            List<Place> places = receivers.computeIfAbsent(participant, p -> new ArrayList<>());
            if (!places.contains(place)) {
                places.add(place);
            }
        }
    }

    /** Results that rest on it and left. Who has no account here is told by the bureau. */
    private void whoWasProvided(Datum datum) {
        Place place = new Place(datum.dossier(), datum.id());
        UUID after = null;
        List<Provision> some;
        do {
            some = transaction.provisions().ofKnelpunt(datum.dossier(), after, Page.MOST);
            for (Provision provision : some) {
                after = provision.id();
                if (provision.provided() != null && provision.content().data().contains(datum.id())) {
                    if (provision.content().recipient() instanceof Recipient.OwnParticipant own) {
                        add(own.participant(), datum, place);
                    } else {
                        tell(Receiver.BUREAU, List.of(place), provision.id());
                    }
                }
            }
        } while (some.size() == Page.MOST);
    }

    private void tell(String participant, List<Place> places, UUID provision) {
        transaction
                .notices()
                .insert(new CorrectionNotice(Ids.next(), participant, kind, places, provision, facts.now(), null));
    }
}
