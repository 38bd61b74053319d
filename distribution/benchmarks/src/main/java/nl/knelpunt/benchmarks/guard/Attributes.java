package nl.knelpunt.benchmarks.guard;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.PhaseDecision;
import nl.knelpunt.engine.dossier.Proposal;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.dossier.Term;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.signal.Recognition;
import nl.knelpunt.engine.signal.Signal;
import nl.knelpunt.engine.signal.SignalContent;

/**
 * The facts of an act as the flat attributes that policy engines take: words, numbers, flags, lists of words and of numbers;
 * days as day numbers. Rows that belong together are joined already (the subject of a datum, the kind of its supplier), which
 * an engine would have to do while the guard does it within its decision.
 */
final class Attributes {

    /** Those that are there whenever a rule looks at them. */
    static final Set<String> ALWAYS = Set.of(
            "today",
            "roles",
            "activeKinds",
            "municipalities",
            "active",
            "screened",
            "trainedUntil",
            "state",
            "involved",
            "reporter",
            "signalState",
            "qualityTested",
            "signalLawfullyHeld",
            "signalPolice",
            "phase",
            "lawfullyHeld",
            "police",
            "subjectIsNew",
            "manifestations");

    /** Numbers of which a rule asks whether they are there. */
    static final Set<String> NUMBERS = Set.of("firstProcessed", "destroyBy", "secrecyAcknowledged");

    private final Map<String, Object> values = new LinkedHashMap<>();

    private Attributes() {}

    /** Only what the rules on this act look at: String, Long, Boolean, or Set of String or Long; never null or empty. */
    static Map<String, Object> of(Facts facts) {
        Attributes attributes = new Attributes();
        attributes.person(facts);
        if (facts.knelpunt() != null) {
            attributes.knelpunt(facts.knelpunt());
        }
        if (facts.signal() != null) {
            attributes.signal(facts);
        }
        if (!facts.data().isEmpty()) {
            attributes.datum(facts, facts.data().get(0));
        }
        attributes.asked(facts.asked());
        Set<String> needed = names(facts);
        attributes.values.keySet().retainAll(needed);
        return attributes.values;
    }

    private static Set<String> names(Facts facts) {
        return SharedRules.on(facts.act()).stream()
                .flatMap(r -> names(r.required()))
                .collect(Collectors.toSet());
    }

    static Stream<String> names(Condition condition) {
        if (condition instanceof Condition.True c) {
            return Stream.of(c.flag());
        } else if (condition instanceof Condition.Present c) {
            return Stream.of(c.attribute());
        } else if (condition instanceof Condition.OneOf c) {
            return Stream.of(c.word());
        } else if (condition instanceof Condition.IsNumber c) {
            return Stream.of(c.number());
        } else if (condition instanceof Condition.Same c) {
            return Stream.of(c.word(), c.other());
        } else if (condition instanceof Condition.AtMost c) {
            return Stream.of(c.number(), c.other());
        } else if (condition instanceof Condition.HasAny c) {
            return Stream.of(c.list());
        } else if (condition instanceof Condition.Has c) {
            return Stream.of(c.list(), c.word());
        } else if (condition instanceof Condition.HasNumber c) {
            return Stream.of(c.list());
        } else if (condition instanceof Condition.All c) {
            return c.conditions().stream().flatMap(Attributes::names);
        } else if (condition instanceof Condition.Any c) {
            return c.conditions().stream().flatMap(Attributes::names);
        }
        return names(((Condition.Not) condition).condition());
    }

    private void person(Facts facts) {
        put("today", facts.today());
        put("roles", words(facts.actor().roles()));
        put("activeKinds", facts.activeKinds());
        put("municipalities", facts.region().municipalities().keySet());
        Account account = facts.actor().account();
        put("active", account.active());
        put("screened", account.screened());
        put("trainedUntil", account.trainedUntil());
        put("accountOrgan", account.organ());
        put(
                "secrecyAcknowledged",
                account.secrecyAcknowledged() == null
                        ? null
                        : account.secrecyAcknowledged().getEpochSecond());
        Participant participant = facts.actor().participant();
        if (participant != null) {
            put("participant", participant.id());
            put("organs", words(participant.organs()));
        }
    }

    private void knelpunt(Knelpunt knelpunt) {
        put("state", knelpunt.state());
        put("manifestations", words(knelpunt.proposal().manifestations()));
        put(
                "involved",
                knelpunt.proposal().involved().stream()
                        .map(Proposal.Involved::participant)
                        .collect(Collectors.toSet()));
        List<Term> terms = knelpunt.terms();
        put("termEnd", terms.isEmpty() ? null : terms.get(terms.size() - 1).last());
        put(
                "openPhases",
                knelpunt.phases().stream()
                        .map(PhaseDecision::phase)
                        .map(Long::valueOf)
                        .collect(Collectors.toSet()));
    }

    private void signal(Facts facts) {
        Signal signal = facts.signal();
        put("reporter", signal.reporter());
        put("signalState", signal.state());
        put("recognisedBy", participants(signal, Recognition.Outcome.RECOGNISED));
        put("openTo", participants(signal, Recognition.Outcome.OPEN));
        facts.region().participant(signal.reporter()).ifPresent(reporter -> {
            put("reporterKind", reporter.kind());
            put("reporterOrgans", words(reporter.organs()));
        });
        content(signal.content());
    }

    private static Set<String> participants(Signal signal, Recognition.Outcome outcome) {
        return signal.recognitions().stream()
                .filter(r -> r.outcome() == outcome)
                .map(Recognition::participant)
                .collect(Collectors.toSet());
    }

    private void content(SignalContent content) {
        put("signalOrgan", content.organ());
        put("signalOrganTasks", tasks(content.organ()));
        put("signalTask", content.task());
        put("what", content.observation().what());
        put("observedOn", content.observation().date());
        put("observedBy", content.observation().observedBy());
        Optional.ofNullable(content.observation().place()).ifPresent(place -> {
            put("description", place.description());
            put("town", place.town());
            put("postcode", place.postcode());
            put("municipality", place.municipality());
        });
        put("manifestation", content.manifestation());
        put("decision", content.manifestationDecision());
        put("publication", content.manifestationPublication());
        put("criterionA", content.criteria().indications());
        put("criterionB", content.criteria().manifestation());
        put("criterionC", content.criteria().necessity());
        put("criterionD", content.criteria().jointApproach());
        put("criterionE", content.criteria().region());
        put("qualityTested", content.qualityTested());
        put("signalLawfullyHeld", content.lawfullyHeld());
        put("signalPolice", content.police() != null);
        if (content.police() != null) {
            put("signalClass", content.police().wpgClass());
            put("signalAgreement", content.police().agreement());
        }
    }

    private void datum(Facts facts, Datum datum) {
        put("category", datum.category());
        put("field", datum.field());
        put("supplier", datum.supplier());
        put("wjsg", datum.source().wjsg());
        put("veto", datum.marks().veto() == null ? null : datum.marks().veto().ground());
        put(
                "error",
                datum.marks().error() == null ? null : datum.marks().error().reason());
        put("organ", datum.organ());
        put("organTasks", tasks(datum.organ()));
        put("task", datum.source().task());
        put("basis", datum.source().basis());
        put("phase", (long) datum.phase());
        put("lawfullyHeld", datum.source().lawfullyHeld());
        put("unavoidable", datum.source().unavoidable());
        put(
                "firstProcessed",
                datum.firstProcessed() == null ? null : datum.firstProcessed().getEpochSecond());
        put("destroyBy", datum.destroyBy());
        put("police", datum.police() != null);
        if (datum.police() != null) {
            put("policeClass", datum.police().wpgClass());
            put("policeAgreement", datum.police().agreement());
        }
        facts.region().participant(datum.supplier()).ifPresent(s -> put("supplierKind", s.kind()));
        boolean isNew = facts.asked() instanceof Asked.About about && about.newSubject() != null;
        put("subjectIsNew", isNew);
        Subject subject = isNew ? ((Asked.About) facts.asked()).newSubject() : find(facts, datum.subject());
        if (subject != null) {
            put("subjectKind", subject.kind());
            put("subjectHasCriminalData", facts.subjects().withCriminalData().contains(subject.id()));
            put("circleOf", subject.circleOf());
            put("circleReason", subject.circleReason());
            Subject of = find(facts, subject.circleOf());
            if (of != null) {
                put("circleOfKind", of.kind());
                put("circleOfCircleOf", of.circleOf());
            }
        }
    }

    private static Subject find(Facts facts, UUID id) {
        return facts.subjects().find(id);
    }

    private void asked(Asked asked) {
        if (asked instanceof Asked.Towards towards && towards.participant() != null) {
            put("asked", towards.participant().id());
            put("askedOrgans", words(towards.participant().organs()));
        } else if (asked instanceof Asked.Deciding deciding) {
            put("reason", deciding.reason());
        }
    }

    private static Set<String> tasks(Organ organ) {
        return organ == null ? Set.of() : organ.tasks();
    }

    private static Set<String> words(Set<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).collect(Collectors.toSet());
    }

    private void put(String name, Object value) {
        if (value instanceof LocalDate day) {
            values.put(name, day.toEpochDay());
        } else if (value instanceof Enum<?> constant) {
            values.put(name, constant.name());
        } else if (value instanceof UUID id) {
            values.put(name, id.toString());
        } else if (value != null
                && !(value instanceof String text && text.isBlank())
                && !(value instanceof Set<?> set && set.isEmpty())) {
            values.put(name, value);
        }
    }
}
