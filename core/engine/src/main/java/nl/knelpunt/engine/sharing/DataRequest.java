package nl.knelpunt.engine.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.gate.Versioned;
import nl.knelpunt.engine.lifecycle.DataRequestState;

/**
 * Somebody in a knelpunt asks one participant for data. That participant supplies them as it supplies all data, says that it does
 * not, or asks back. Whoever is neither asker, holder nor case director does not learn of it.
 *
 * @param id UUIDv7
 * @param version counts changes, from 1
 * @param asker participant that asks, or {@link Receiver#BUREAU}
 * @param person who asked
 * @param thread questions of the holder and their answers, in order
 * @param data what was supplied, ids of data of the knelpunt; some may be destroyed since
 * @param refusal null unless the holder does not supply
 * @param ended null until it was withdrawn or expired
 */
public record DataRequest(
        UUID id,
        UUID knelpunt,
        long version,
        String asker,
        UUID person,
        Instant made,
        Wanted wanted,
        List<Entry> thread,
        List<UUID> data,
        Refusal refusal,
        Ending ended)
        implements Versioned {

    /** Questions and answers at most. */
    public static final int MOST_ENTRIES = 20;

    public DataRequest {
        thread = List.copyOf(thread);
        data = List.copyOf(data);
    }

    /**
     * What is asked.
     *
     * @param holder participant that is asked
     * @param category of the data
     * @param subject whom or what they are about, by its id in the knelpunt
     * @param phase 1, 2 or 3
     * @param necessity why this knelpunt needs them
     * @param until last day on which they are useful
     */
    public record Wanted(
            String holder, DataCategory category, UUID subject, int phase, String necessity, LocalDate until) {

        /** Without the necessity, so that a log or an exception can't hold it. */
        @Override
        public String toString() {
            return "Wanted[" + holder + ", " + category + ", " + phase + "]";
        }
    }

    /**
     * @param byHolder a question; else an answer
     * @param person who wrote it
     */
    public record Entry(boolean byHolder, String text, UUID person, Instant at) {

        /** Without the text, so that a log or an exception can't hold it. */
        @Override
        public String toString() {
            return "Entry[" + byHolder + ", " + at + "]";
        }
    }

    /**
     * The holder does not supply. Final. Only the holder sees the ground: that there are weighty reasons tells that there is
     * something.
     */
    public record Refusal(Ground ground, Instant at) {}

    /** No more is kept of why than this. */
    public enum Ground {
        NOTHING_HELD("heeft deze gegevens niet", "holds no such data"),
        INVESTIGATION("opsporing of vervolging", "investigation or prosecution"),
        SAFETY("veiligheid van personen of bronnen", "safety of persons or sources"),
        SECRECY("wettelijke geheimhouding", "statutory secrecy"),
        PRIVACY("onevenredig voor de betrokkene", "disproportionate for the data subject"),
        TASK("eigen wettelijke taak komt in gevaar", "own statutory task in danger");

        private final Text label;

        Ground(String nl, String en) {
            this.label = new Text(nl, en);
        }

        public Text label() {
            return label;
        }
    }

    /** @param person who withdrew it; null when it expired, or when its phase was closed */
    public record Ending(UUID person, Instant at) {}

    public DataRequestState state() {
        if (refusal != null) {
            return DataRequestState.NOT_SUPPLIED;
        }
        if (!data.isEmpty()) {
            return DataRequestState.SUPPLIED;
        }
        if (ended != null) {
            return ended.person() == null ? DataRequestState.EXPIRED : DataRequestState.WITHDRAWN;
        }
        return !thread.isEmpty() && thread.get(thread.size() - 1).byHolder()
                ? DataRequestState.ASKED_BACK
                : DataRequestState.OPEN;
    }

    /** Whether something is still to be done. */
    public boolean isOpen() {
        return state() == DataRequestState.OPEN || state() == DataRequestState.ASKED_BACK;
    }

    public DataRequest with(Entry said) {
        List<Entry> all = new ArrayList<>(thread);
        all.add(said);
        return new DataRequest(id, knelpunt, version, asker, person, made, wanted, all, data, refusal, ended);
    }

    public DataRequest with(Refusal said) {
        return new DataRequest(id, knelpunt, version, asker, person, made, wanted, thread, data, said, ended);
    }

    public DataRequest with(Ending ending) {
        return new DataRequest(id, knelpunt, version, asker, person, made, wanted, thread, data, refusal, ending);
    }

    /** With more that was supplied. */
    public DataRequest supplied(List<UUID> more) {
        List<UUID> all = new ArrayList<>(data);
        more.stream().filter(d -> !data.contains(d)).forEach(all::add);
        return new DataRequest(id, knelpunt, version, asker, person, made, wanted, thread, all, refusal, ended);
    }

    public DataRequest at(long other) {
        return new DataRequest(id, knelpunt, other, asker, person, made, wanted, thread, data, refusal, ended);
    }

    /** As whoever does not act for the holder sees it. */
    public DataRequest withoutGround() {
        return refusal == null ? this : with(new Refusal(null, refusal.at()));
    }

    /** Without the texts, so that a log or an exception can't hold them. */
    @Override
    public String toString() {
        return "DataRequest[" + id + ", " + state() + "]";
    }
}
