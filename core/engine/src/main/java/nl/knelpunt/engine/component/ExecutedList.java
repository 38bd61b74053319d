package nl.knelpunt.engine.component;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Subjects;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.retention.DestructionList;
import nl.knelpunt.engine.retention.DossierPart;
import nl.knelpunt.engine.signal.Signal;

/** The end of a destruction list, when the data on it are gone: of a whole dossier everything else goes now. */
final class ExecutedList {

    private ExecutedList() {}

    /** The log has a record for each data subject of the signals that end with a dossier. */
    static Facts withItsSignals(Transaction transaction, Facts facts) {
        DestructionList list = facts.papers().destruction();
        if (list == null || !list.whole()) {
            return facts;
        }
        List<Datum> data = Links.dataThatEndWith(transaction, list.dossier());
        return facts.withData(data)
                .withSubjects(Subjects.of(data.stream()
                        .map(Datum::dossier)
                        .distinct()
                        .flatMap(signal -> transaction.data().subjectsOf(signal).stream())
                        .toList()));
    }

    static Done finish(Transaction transaction, Facts facts) {
        DestructionList list = facts.papers().destruction();
        if (list.whole()) {
            list = destroyTheRest(transaction, facts, list);
        }
        transaction.destructions().update(list.executedAt(facts.now()));
        if (list.whole()) {
            // Nothing is left for another list of it.
            UUID whole = list.id();
            transaction.destructions().openOf(list.dossier()).stream()
                    .filter(other -> !other.id().equals(whole))
                    .forEach(other -> transaction.destructions().update(other.lapsedAt(facts.now())));
        }
        return new Done(list.id(), Done.DESTROYED, list.version() + 1);
    }

    /** What a closed knelpunt still has beside its data: its signals and its texts. Of held data the hold is all that is left. */
    private static DestructionList destroyTheRest(Transaction transaction, Facts facts, DestructionList list) {
        UUID dossier = list.dossier();
        Knelpunt closed = facts.knelpunt();
        LocalDate yesterday = facts.today().minusDays(1);
        for (Datum held : transaction.data().ofDossier(dossier)) {
            if (held.destroyBy() == null || held.destroyBy().isAfter(yesterday)) {
                transaction.data().update(held.destroyAtLatest(yesterday));
            }
        }
        List<UUID> ending = transaction.signals().linkedTo(dossier).stream()
                .filter(signal -> signal.links().size() == 1)
                .map(Signal::id)
                .toList();
        Links.destroyed(transaction, facts, dossier);
        for (UUID signal : ending) {
            transaction.confirmations().forget(signal);
            transaction.requests().forget(signal);
        }
        DestructionList counted = list.counting("SIGNAL", ending.size());
        for (DossierPart part : DossierPart.values()) {
            counted = counted.counting(part.name(), part.destroy(transaction, dossier));
        }
        counted = counted.counting("PROVISION", transaction.provisions().destroyUnprovided(dossier));
        transaction.knelpunten().update(closed.withoutTexts());
        transaction.confirmations().forget(dossier);
        transaction.reminders().forget(dossier);
        transaction.requests().forget(dossier);
        return counted;
    }
}
