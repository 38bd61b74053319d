package nl.knelpunt.engine.component;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.OriginFlag;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Marks;
import nl.knelpunt.engine.dossier.NewDatum;
import nl.knelpunt.engine.dossier.Source;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.port.Transaction;

/** A datum that somebody wants to bring into a dossier, with its new subject if it has one. */
final class Candidate {

    /** At latest so many years after the first processing a datum is destroyed (Wgs 1.8(7)). */
    static final int MOST_YEARS = 5;

    final UUID id = Ids.next();
    private final UUID dossier;
    private final NewDatum given;
    private Subject newSubject;

    Candidate(UUID dossier, NewDatum given) {
        this.dossier = dossier;
        this.given = given;
    }

    /**
     * Made within the transaction, anew at each try: whose id is greater than that of a record on who was informed came in after it
     * (AVG 14).
     */
    private Subject subject() {
        NewDatum.NewSubject subject = given.newSubject();
        return subject == null
                ? null
                : new Subject(
                        Ids.next(),
                        dossier,
                        subject.kind(),
                        subject.circleOf(),
                        subject.circleReason(),
                        UUID.randomUUID());
    }

    Facts asking(Transaction transaction, Facts facts, int phase) {
        newSubject = subject();
        Account account = facts.actor().account();
        Organ organ = account == null ? null : account.organ();
        Datum datum = new Datum(
                id,
                dossier,
                newSubject == null ? given.subject() : newSubject.id(),
                given.category(),
                given.field(),
                given.content(),
                new Source(
                        account == null ? null : account.participant(),
                        organ,
                        given.task(),
                        given.basis(),
                        given.lawfullyHeld(),
                        given.police(),
                        given.wjsg(),
                        given.bibob(),
                        given.unavoidable(),
                        given.grading()),
                phase,
                origins(organ, given.category(), given.bibob() != null, given.professionalSecrecy()),
                facts.now(),
                facts.today().plusYears(MOST_YEARS),
                Marks.NONE);
        return withCriminalData(
                transaction, facts.asking(new Asked.About(newSubject)).withData(List.of(datum)));
    }

    /** About whom this dossier holds data of a criminal nature: loaded only when the guard will ask (G10). */
    static Facts withCriminalData(Transaction transaction, Facts facts) {
        if (facts.knelpunt() == null
                || facts.data().stream().noneMatch(d -> d.category() == DataCategory.SEXUAL_BEHAVIOUR)) {
            return facts;
        }
        return facts.withSubjects(facts.subjects()
                .withCriminalData(transaction.data().ofDossier(facts.knelpunt().id()).stream()
                        .filter(d -> d.has(OriginFlag.CRIMINAL) && d.subject() != null)
                        .map(Datum::subject)
                        .collect(Collectors.toSet())));
    }

    void insert(Transaction transaction, Facts facts) {
        if (newSubject != null) {
            transaction.data().insert(newSubject);
        }
        facts.data().forEach(transaction.data()::insert);
    }

    /** What the law treats differently for ever, from who supplied which category, and what the supplier says of it. */
    static Set<OriginFlag> origins(Organ organ, DataCategory category, boolean bibob, boolean professionalSecrecy) {
        Set<OriginFlag> flags = EnumSet.noneOf(OriginFlag.class);
        if (organ == Organ.BELASTINGDIENST || organ == Organ.DOUANE) {
            flags.add(OriginFlag.TAX);
        }
        if (organ == Organ.POLITIE
                || organ == Organ.KMAR
                || category == DataCategory.POLICE_8_13
                || category == DataCategory.POLICE_9_10) {
            flags.add(OriginFlag.POLICE);
        }
        if (category == DataCategory.POLICE_8_13
                || category == DataCategory.POLICE_9_10
                || category == DataCategory.JUDICIAL) {
            flags.add(OriginFlag.CRIMINAL);
        }
        if (category == DataCategory.JUDICIAL) {
            flags.add(OriginFlag.JUDICIAL);
        }
        if (category == DataCategory.SEXUAL_BEHAVIOUR || category == DataCategory.SPECIAL) {
            flags.add(OriginFlag.SPECIAL);
        }
        if (bibob) {
            flags.add(OriginFlag.BIBOB);
        }
        if (professionalSecrecy) {
            flags.add(OriginFlag.PROFESSIONAL_SECRECY);
        }
        return flags;
    }
}
