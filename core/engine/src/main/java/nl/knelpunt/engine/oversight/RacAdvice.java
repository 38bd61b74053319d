package nl.knelpunt.engine.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.result.Recipient;

/**
 * An advice of the legality advisory committee (Wgs 1.8(6), Bgs 1.13), as one of its members registered it.
 *
 * @param id UUIDv7
 * @param reference of the advice, as the committee numbers it
 * @param about what was put before it; no personal data
 * @param date of the advice
 * @param outcome what it advises
 * @param reasons why; no personal data. Null when the committee's letter says it
 * @param conditions under which it agrees; null without
 * @param matter for which the advice counts
 * @param request that it answers; null when the committee advised unasked (Bgs 1.14)
 * @param used when something rested on an advice that counts once; null until then, and of one that counts more often
 * @param person who registered it
 * @param at when
 */
public record RacAdvice(
        UUID id,
        String reference,
        String about,
        LocalDate date,
        Outcome outcome,
        String reasons,
        String conditions,
        Matter matter,
        UUID request,
        Instant used,
        UUID person,
        Instant at) {

    /** To whom it is reported that an advice is not followed (Bgs 1.13). */
    public static final List<String> TOLD_OF_A_DEVIATION = List.of("RAC", "COORDINATING_FG");

    public RacAdvice {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(matter, "matter");
    }

    public enum Outcome {
        POSITIVE("positief", "positive"),
        /** In favour, when the conditions are met. */
        WITH_CONDITIONS("positief onder voorwaarden", "positive with conditions"),
        NEGATIVE("negatief", "negative");

        private final Text label;

        Outcome(String nl, String en) {
            this.label = new Text(nl, en);
        }

        public Text label() {
            return label;
        }
    }

    /**
     * What an advice counts for.
     *
     * @param of which kind of thing
     * @param provision that it is about; only of {@link Of#PROVISION}
     * @param kind of results that it is about, null for any; only of {@link Of#PROVISIONS}
     * @param recipient kind of recipients that it is about; only of {@link Of#PROVISIONS}
     * @param once whether it is about one change and no more; only of {@link Of#PROCESSING}
     */
    public record Matter(Of of, UUID provision, Provision.Kind kind, Recipient.Type recipient, boolean once) {

        /** A new or changed processing, once. */
        public static final Matter ONE_CHANGE = new Matter(Of.PROCESSING, null, null, null, true);

        public Matter {
            Objects.requireNonNull(of, "of");
        }

        public static Matter of(Provision provision) {
            return new Matter(Of.PROVISION, provision.id(), null, null, false);
        }

        public enum Of {
            /** A new or changed kind of processing (G47). */
            PROCESSING("nieuwe of gewijzigde verwerking", "new or changed processing"),
            /** One provision to a third party (G33). */
            PROVISION("één verstrekking", "one provision"),
            /** Provisions of one kind (G33): whether the law asks for a test of each is for a jurist to say. */
            PROVISIONS("een soort verstrekkingen", "a kind of provisions");

            private final Text label;

            Of(String nl, String en) {
                this.label = new Text(nl, en);
            }

            public Text label() {
                return label;
            }
        }
    }

    /** Whether it is in favour, be it under conditions. */
    public boolean isPositive() {
        return outcome != Outcome.NEGATIVE;
    }

    /** Whether a change of the processing may rest on it. */
    public boolean countsForAChange() {
        return matter.of() == Matter.Of.PROCESSING && used == null;
    }

    /** Whether it is about this provision as it stands now, or about its kind. */
    public boolean isAbout(Provision provision) {
        return switch (matter.of()) {
            case PROCESSING -> false;
            case PROVISION -> provision.id().equals(matter.provision()) && !at.isBefore(provision.prepared());
            case PROVISIONS ->
                provision.content().recipient().type() == matter.recipient()
                        && (matter.kind() == null
                                || matter.kind() == provision.content().kind());
        };
    }

    public RacAdvice usedAt(Instant moment) {
        return matter.once()
                ? new RacAdvice(
                        id, reference, about, date, outcome, reasons, conditions, matter, request, moment, person, at)
                : this;
    }
}
