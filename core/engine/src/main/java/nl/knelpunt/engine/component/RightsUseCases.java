package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.gate.Gate.Asking.NOTHING;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.document.Document;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.Marks;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.dossier.Subjects;
import nl.knelpunt.engine.event.EventType;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.Gate.Judge;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.participant.Region;
import nl.knelpunt.engine.port.DocumentPress;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.result.Provision;
import nl.knelpunt.engine.result.Recipient;
import nl.knelpunt.engine.rights.Identifier;
import nl.knelpunt.engine.rights.RightsRequest;
import nl.knelpunt.engine.rights.RightsRequest.Consultation;
import nl.knelpunt.engine.rights.RightsRequests;
import nl.knelpunt.engine.sharing.CorrectionNotice;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class RightsUseCases implements RightsRequests {

    private static final List<Text> REMEDIES = List.of(
            new Text(
                    "Bent u het niet eens met dit besluit? Dan kunt u binnen zes weken na de dag van verzending bezwaar maken"
                            + " bij het contactpunt (Algemene wet bestuursrecht; artikel 34 UAVG).",
                    "Do you disagree with this decision? Then you can lodge an objection with the contact point within six"
                            + " weeks of the day of dispatch (General Administrative Law Act; article 34 UAVG)."),
            new Text(
                    "U kunt ook een klacht indienen bij de Autoriteit Persoonsgegevens (artikel 77 AVG).",
                    "You can also lodge a complaint with the Dutch Data Protection Authority (article 77 GDPR)."));

    private final Gate gate;
    private final DocumentPress press;

    @Activate
    public RightsUseCases(@Reference Gate gate, @Reference DocumentPress press) {
        this.gate = gate;
        this.press = press;
    }

    @Override
    public Done register(Call call, NewRequest request) {
        Checks.required("kind", request.kind());
        Checks.filled("reference", request.reference());
        Checks.line("reference", request.reference());
        Checks.text("wish", request.wish(), Checks.TEXT);
        Checks.required("identity", request.identity());
        Checks.identifiers(request.identifiers());
        // Beforehand: who may not ask doesn't make the store search.
        gate.admit(call, Act.REGISTER_REQUEST, null, NOTHING);
        UUID id = Ids.next();
        Map<String, String> said = new LinkedHashMap<>();
        said.put("reference", request.reference());
        said.put("wish", request.wish());
        AtomicReference<Match> match = new AtomicReference<>();
        return gate.change(
                call,
                Act.REGISTER_REQUEST,
                null,
                (t, facts) -> {
                    match.set(Match.of(t, request.identifiers()));
                    return withTheirData(t, facts, match.get().pseudonyms()).asking(new Asked.Stating(said));
                },
                (t, facts) -> {
                    RightsRequest registered =
                            registered(facts, id, request, match.get().certain());
                    t.rightsRequests().insert(registered);
                    return new Done(id, registered.state().name(), registered.version());
                });
    }

    private static RightsRequest registered(Facts facts, UUID id, NewRequest request, boolean identified) {
        return new RightsRequest(
                id,
                1,
                facts.now(),
                request.kind(),
                request.reference(),
                request.wish(),
                new RightsRequest.Identity(
                        request.identity(), facts.actor().account().id(), facts.now()),
                pseudonyms(facts.subjects().all().stream().toList()),
                identified,
                facts.today().plusDays(facts.policy().limits().consultationDays()),
                suppliers(facts).stream().map(Consultation::open).toList(),
                null,
                null,
                null,
                null,
                false);
    }

    /** @param certain whether each was found by what one person alone has */
    private record Match(List<UUID> pseudonyms, boolean certain) {

        static Match of(Transaction transaction, List<Identifier> identifiers) {
            Set<UUID> all = new LinkedHashSet<>();
            Set<UUID> certain = new HashSet<>();
            for (Identifier identifier : identifiers) {
                List<UUID> found = RightsUseCases.pseudonyms(transaction.data().identifiedBy(identifier));
                all.addAll(found);
                if (identifier.isOfOnePerson()) {
                    certain.addAll(found);
                }
            }
            return new Match(List.copyOf(all), certain.containsAll(all));
        }
    }

    private static List<UUID> pseudonyms(List<Subject> subjects) {
        return subjects.stream().map(Subject::pseudonym).distinct().toList();
    }

    private static Facts withTheirData(Transaction transaction, Facts facts, List<UUID> pseudonyms) {
        Map<UUID, Subject> subjects = new LinkedHashMap<>();
        pseudonyms.forEach(p -> transaction.data().withPseudonym(p).forEach(s -> subjects.put(s.id(), s)));
        return facts.withSubjects(Subjects.of(subjects.values()))
                .withData(subjects.keySet().stream()
                        .flatMap(s -> transaction.data().about(s).stream())
                        .toList());
    }

    private static Facts withItsData(Transaction transaction, Facts facts) {
        return withTheirData(transaction, facts, facts.papers().request().subjects());
    }

    /** Participants of this region only: who left it can't answer, and is no controller any more. */
    private static List<String> suppliers(Facts facts) {
        return facts.data().stream()
                .map(Datum::supplier)
                .distinct()
                .filter(p -> facts.region().participant(p).isPresent())
                .sorted()
                .toList();
    }

    @Override
    public Page<ShownRequest> list(Call call, UUID after, int limit) {
        Checks.limit(limit);
        return gate.read(call, Act.LIST_REQUESTS, null, (t, facts, judge) -> {
            return Pages.fill(
                    after,
                    limit,
                    (from, most) -> isContactPoint(facts)
                            ? t.rightsRequests().list(from, most)
                            : t.rightsRequests()
                                    .consulting(facts.actor().participant().id(), from, most),
                    RightsRequest::id,
                    request -> {
                        Facts about = facts.as(Act.SEE_REQUEST)
                                .withPapers(facts.papers().with(request));
                        return judge.permits(about)
                                ? Optional.of(
                                        new ShownRequest(forCaller(about), request.isAmbiguous(), List.of(), null))
                                : Optional.empty();
                    });
        });
    }

    @Override
    public ShownRequest see(Call call, UUID request) {
        return gate.read(call, Act.SEE_REQUEST, request, (t, facts, judge) -> {
            return new ShownRequest(
                    forCaller(facts),
                    facts.papers().request().isAmbiguous(),
                    // Who took it over has to name its own as well.
                    isContactPoint(facts) ? List.of() : own(t, facts, judge),
                    seesWhole(facts) ? found(t, withItsData(t, facts)) : null);
        });
    }

    private static Found found(Transaction transaction, Facts theirs) {
        List<UUID> dossiers =
                theirs.data().stream().map(Datum::dossier).distinct().toList();
        int signals = (int) dossiers.stream()
                .filter(d -> transaction.signals().find(d).isPresent())
                .count();
        return new Found(signals, dossiers.size() - signals, theirs.data().size(), recipients(transaction, theirs));
    }

    /** Who was given a result that rests on them, by name. */
    private static List<String> recipients(Transaction transaction, Facts theirs) {
        return theirs.data().stream()
                .flatMap(d -> transaction.provisions().restingOn(d.id()).stream())
                .filter(p -> p.provided() != null)
                .map(Provision::content)
                .map(content -> name(theirs, content.recipient()))
                .distinct()
                .sorted()
                .toList();
    }

    private static String name(Facts facts, Recipient recipient) {
        return facts.region()
                .participant(recipient.name())
                .filter(p -> recipient instanceof Recipient.OwnParticipant)
                .map(Participant::name)
                .orElse(recipient.name());
    }

    private static List<OwnDatum> own(Transaction transaction, Facts facts, Judge judge) {
        Facts theirs = withItsData(transaction, facts);
        String participant = facts.actor().participant().id();
        return theirs.data().stream()
                .filter(d -> d.supplier().equals(participant))
                .map(d -> {
                    judge.note(theirs, d);
                    return new OwnDatum(d.id(), d.dossier(), d.category());
                })
                .toList();
    }

    private static boolean isContactPoint(Facts facts) {
        return facts.actor().roles().contains(Role.CONTACT_POINT);
    }

    /** Who handles it sees what all found; who is asked, its own part. */
    private static boolean seesWhole(Facts facts) {
        return isContactPoint(facts)
                || facts.papers()
                        .request()
                        .isHandledBy(facts.actor().participant().id());
    }

    /** What another participant found is between it and who handles the request. */
    private static RightsRequest forCaller(Facts facts) {
        RightsRequest request = facts.papers().request();
        return seesWhole(facts)
                ? request
                : request.forParticipant(facts.actor().participant().id());
    }

    @Override
    public Done extend(Call call, UUID request, String reasons) {
        Checks.filled("reasons", reasons);
        Checks.text("reasons", reasons, Checks.TEXT);
        Gate.Asking asking = (t, facts) -> facts.asking(new Asked.Saying("reasons", reasons));
        return change(call, Act.EXTEND_REQUEST, request, asking, (t, facts) -> {
            RightsRequest now = facts.papers().request();
            if (now.extension() != null || facts.today().isAfter(now.firstTerm())) {
                throw new InvalidException(
                        "reasons",
                        new Text(
                                "Verlengen kan één keer, en alleen binnen een maand na ontvangst (artikel 12, derde lid, AVG).",
                                "The term is extended once, and only within a month of receipt (article 12(3) GDPR)."));
            }
            return now.with(
                    new RightsRequest.Extension(reasons, facts.actor().account().id(), facts.now()));
        });
    }

    @Override
    public Done takeOver(Call call, UUID request, LocalDate toldOn) {
        Checks.required("toldOn", toldOn);
        Checks.date("toldOn", toldOn);
        return change(call, Act.TAKE_OVER_REQUEST, request, NOTHING, (t, facts) -> {
            RightsRequest now = facts.papers().request();
            Checks.notAfter("toldOn", toldOn, facts.today());
            Checks.notBefore("toldOn", toldOn, now.receivedOn());
            return now.with(new RightsRequest.Takeover(
                    facts.actor().participant().id(),
                    toldOn,
                    facts.actor().account().id(),
                    facts.now()));
        });
    }

    @Override
    public Done answer(Call call, UUID request, RightsRequest.Finding finding) {
        Checks.text("motivation", finding.motivation(), Checks.TEXT);
        if (finding.data() != null) {
            Checks.items("data", finding.data());
        }
        if (finding.exception() != null) {
            Checks.filled("motivation", finding.motivation());
        }
        Gate.Asking asking = (t, facts) ->
                facts.asking(new Asked.Saying("motivation", finding.exception() == null ? null : finding.motivation()));
        return change(call, Act.ANSWER_CONSULTATION, request, asking, (t, facts) -> {
            String own = facts.actor().participant().id();
            RightsRequest now = facts.papers().request();
            if (finding.data() != null) {
                requireOwn(withItsData(t, facts).data(), own, finding.data());
            } else if (finding.exception() == null && now.isAmbiguous()) {
                throw new InvalidException(
                        "data",
                        new Text(
                                "Wat gevonden is, gaat mogelijk over iemand anders: een naamgenoot, of iemand op hetzelfde adres. Wijs aan"
                                        + " welke van uw gegevens over de verzoeker gaan; geef een lege lijst als dat er geen zijn.",
                                "What was found is possibly about somebody else: a namesake, or somebody at the same address. Name"
                                        + " which of your data are about who asks; give an empty list if there are none."));
            }
            return now.with(now.consultationOf(own)
                    .answered(finding, facts.actor().account().id(), facts.now()));
        });
    }

    private static void requireOwn(List<Datum> theirs, String participant, List<UUID> named) {
        Set<UUID> own = new HashSet<>();
        theirs.stream().filter(d -> d.supplier().equals(participant)).forEach(d -> own.add(d.id()));
        for (int i = 0; i < named.size(); i++) {
            if (!own.contains(named.get(i))) {
                throw new InvalidException(
                        "data[" + i + "]",
                        new Text(
                                "Dit is geen gegeven dat uw organisatie over deze betrokkene verstrekte.",
                                "This is no datum that your organisation supplied about this data subject."));
            }
        }
    }

    @Override
    public Done decide(Call call, UUID request, boolean granted, String text) {
        Checks.filled("text", text);
        Checks.text("text", text, Checks.TEXT);
        return change(
                call,
                Act.DECIDE_REQUEST,
                request,
                (t, facts) -> {
                    Account account = facts.actor().account();
                    RightsRequest now = facts.papers().request();
                    Facts asked = facts.asking(new Asked.Answering(new RightsRequest.Decision(
                            granted, text, account == null ? null : account.id(), facts.now())));
                    return now != null
                                    && granted
                                    && (now.kind().destroys() || now.kind().freezes())
                            ? asked.withData(concerned(t, facts))
                            : asked;
                },
                (t, facts) -> {
                    RightsRequest.Decision decision = ((Asked.Answering) facts.asked()).decision();
                    RightsRequest decided = facts.papers().request().with(decision, forgetOn(facts, granted));
                    return granted ? carryOut(t, facts, decided) : decided;
                });
    }

    /** A refusal is rechecked as long as there may be data (Wgs 1.8(7)). */
    private static LocalDate forgetOn(Facts facts, boolean granted) {
        return granted
                ? facts.today().plusDays(facts.policy().limits().requestDays())
                : facts.today().plusYears(Candidate.MOST_YEARS);
    }

    /**
     * What the participants named, or all that they supplied about the person; with the copies of it. Where it is only possibly the
     * person, what was named alone.
     */
    private static List<Datum> concerned(Transaction transaction, Facts facts) {
        RightsRequest request = facts.papers().request();
        Set<UUID> named = new HashSet<>();
        request.consultations().forEach(c -> named.addAll(c.data()));
        Map<UUID, Datum> all = new LinkedHashMap<>();
        for (Datum datum : withItsData(transaction, facts).data()) {
            Consultation consultation = request.consultationOf(datum.supplier());
            boolean allOfIt = consultation == null || consultation.data().isEmpty();
            if (named.contains(datum.id()) || allOfIt && !request.isAmbiguous()) {
                Copies.of(transaction, datum).forEach(d -> all.put(d.id(), d));
            }
        }
        return List.copyOf(all.values());
    }

    private static RightsRequest carryOut(Transaction transaction, Facts facts, RightsRequest decided) {
        if (!decided.kind().freezes() && !decided.kind().destroys()) {
            return decided;
        }
        List<Datum> touched = new ArrayList<>();
        for (Datum datum : facts.data()) {
            if (decided.kind().freezes()) {
                transaction.data().update(datum.with(datum.marks().with(reported(facts, decided))));
                touched.add(datum);
            } else if (!datum.marks().isHeldOn(facts.today())) {
                touched.add(datum);
            }
        }
        if (decided.kind().destroys()) {
            // Told before, or it could not be said any more what it was of, and who received it (AVG 19).
            Outbox.putOf(transaction, facts.withData(touched), EventType.KNELPUNT_DATUM_DESTROYED);
            Told.of(transaction, facts.withData(touched), CorrectionNotice.Kind.DESTROYED);
            touched.forEach(d -> transaction.data().destroy(d.id()));
        } else {
            Outbox.putOf(transaction, facts.withData(touched), EventType.KNELPUNT_DATUM_CHANGED);
        }
        RightsRequest now = decided;
        for (Consultation consultation : decided.consultations()) {
            now = now.with(consultation.carriedOutOn(touched.stream()
                    .filter(d -> d.supplier().equals(consultation.participant()))
                    .map(Datum::id)
                    .toList()));
        }
        return now;
    }

    private static Marks.ErrorReport reported(Facts facts, RightsRequest request) {
        return new Marks.ErrorReport(
                null,
                facts.actor().account().id(),
                "Toegewezen verzoek van de betrokkene om "
                        + request.kind().label().nl(),
                facts.now());
    }

    @Override
    public Letter letter(Call call, UUID request) {
        return addressed(call, request).letter();
    }

    @Override
    public byte[] letter(Call call, UUID request, Document.Format format, Locale language) {
        Addressed addressed = addressed(call, request);
        return press.print(LetterWriter.written(addressed.letter(), language), addressed.riec(), format);
    }

    private record Addressed(Letter letter, Region riec) {}

    private Addressed addressed(Call call, UUID request) {
        return gate.read(call, Act.WRITE_LETTER, request, (t, facts, judge) -> {
            RightsRequest decided = facts.papers().request();
            boolean tells = decided.decision().granted() && decided.kind() == RightsRequest.Kind.ACCESS;
            Facts theirs = !tells
                    ? facts.withData(List.of())
                    : decided.isAmbiguous()
                            ? withItsData(t, facts).withData(concerned(t, facts))
                            : withItsData(t, facts);
            Letter letter = new Letter(
                    decided,
                    facts.region().name(),
                    decided.takeover() == null
                            ? null
                            : participantName(facts, decided.takeover().participant()),
                    decided.decision().granted()
                            ? List.of()
                            : decided.consultations().stream()
                                    .filter(c -> c.objects() && c.mayTell())
                                    .map(Consultation::exception)
                                    .distinct()
                                    .sorted()
                                    .toList(),
                    told(theirs, judge),
                    recipients(t, theirs),
                    REMEDIES);
            return new Addressed(letter, facts.region());
        });
    }

    private static String participantName(Facts facts, String participant) {
        return facts.region().participant(participant).map(Participant::name).orElse(participant);
    }

    /** One value once, also when it stands in several dossiers; what its supplier blocked is not told (G27). */
    private static List<ToldDatum> told(Facts theirs, Judge judge) {
        return theirs.data().stream()
                .filter(d -> d.marks().veto() == null)
                .map(d -> {
                    judge.note(theirs, d);
                    return new ToldDatum(
                            d.category(),
                            d.field(),
                            d.content(),
                            participantName(theirs, d.supplier()),
                            d.firstProcessed().atZone(Facts.NETHERLANDS).toLocalDate(),
                            d.destroyBy());
                })
                .distinct()
                .toList();
    }

    private Done change(
            Call call,
            Act act,
            UUID request,
            Gate.Asking asking,
            BiFunction<Transaction, Facts, RightsRequest> change) {
        return gate.change(call, act, request, asking, (t, facts) -> {
            RightsRequest changed = change.apply(t, facts);
            t.rightsRequests().update(changed);
            return new Done(changed.id(), changed.state().name(), changed.version() + 1);
        });
    }
}
