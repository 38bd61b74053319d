package nl.knelpunt.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.vocabulary.Manifestation;
import nl.knelpunt.api.vocabulary.WpgClass;
import nl.knelpunt.engine.dossier.NewDatum;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.signal.Assessment;
import nl.knelpunt.engine.signal.Criteria;
import nl.knelpunt.engine.signal.Grading;
import nl.knelpunt.engine.signal.Messages;
import nl.knelpunt.engine.signal.PoliceBasis;
import nl.knelpunt.engine.signal.Recognition;
import nl.knelpunt.engine.signal.SignalContent;
import nl.knelpunt.engine.signal.SourceReliability;

/**
 * The life of one signal. First what it says, then what happens to it on which day; each step is one scene of the chronicle,
 * done by the person who would do it.
 */
final class SignalStory {

    static final String AGREED = "Overeenstemming met de officier van justitie, gebiedsteam, schriftelijk vastgelegd";

    private final Stage stage;
    private final String title;
    private UUID id;

    private LocalDate date;
    private LocalTime time;
    private String what;
    private String observer;
    private Place place;
    private Manifestation manifestation;
    private Criteria criteria = Criteria.NONE;
    private List<Who> about = List.of();

    SignalStory(Stage stage, String title) {
        this.stage = stage;
        this.title = title;
    }

    UUID id() {
        return id;
    }

    /** When and by which function it was seen. What was seen comes from the message, or from {@link #saw}. */
    SignalStory observed(int daysAgo, String byFunction) {
        date = stage.day(daysAgo);
        observer = byFunction;
        return this;
    }

    SignalStory saw(String at, String observation) {
        time = LocalTime.parse(at);
        what = observation;
        return this;
    }

    SignalStory at(Place where) {
        place = where;
        return this;
    }

    SignalStory shows(Manifestation form, Criteria explained) {
        manifestation = form;
        criteria = explained;
        return this;
    }

    SignalStory about(Who... subjects) {
        about = List.of(subjects);
        return this;
    }

    /** A native message comes in over the participant's connection; its adapter makes the draft. */
    SignalStory arrives(int daysAgo, String participant, String message) {
        stage.on(daysAgo, () -> {
            String ending = message.substring(message.lastIndexOf('.') + 1);
            byte[] bytes = read(message).replace("{day}", date.toString()).getBytes(StandardCharsets.UTF_8);
            try {
                id = stage.use
                        .messages()
                        .deliver(
                                stage.by(participant + ".connection"),
                                participant,
                                new Messages.Message(new ByteArrayInputStream(bytes), null, ending, null))
                        .signals()
                        .get(0)
                        .id();
            } catch (IOException | MessageException e) {
                throw new IllegalStateException(message, e);
            }
        });
        return this;
    }

    /** A worker begins a draft by hand. */
    SignalStory drafted(int daysAgo, String worker) {
        stage.on(
                daysAgo,
                () -> id = stage.use
                        .signals()
                        .draft(
                                stage.by(worker),
                                Stage.participantOf(worker),
                                content(SignalContent.draft(null), worker, null))
                        .id());
        return this;
    }

    /** A worker fills in what the message could not say, adds what is known of the subjects, and reports. */
    SignalStory reported(int daysAgo, String worker, String task) {
        stage.on(daysAgo, () -> {
            Call call = stage.by(worker);
            stage.use.signals().complete(call, id, draft -> content(draft, worker, task));
            about.forEach(who -> add(call, who));
            stage.use.signals().report(call, id);
        });
        return this;
    }

    SignalStory asked(int daysAgo, String byAccount, String... participants) {
        stage.on(daysAgo, () -> {
            for (String participant : participants) {
                stage.use.signals().askRecognition(stage.by(byAccount), id, participant);
            }
        });
        return this;
    }

    SignalStory recognised(int daysAgo, String worker, int seenDaysAgo, String own, String reference) {
        stage.on(
                daysAgo,
                () -> stage.use
                        .signals()
                        .recognise(
                                stage.by(worker),
                                id,
                                new Recognition.OwnObservation(
                                        own, stage.day(seenDaysAgo), seenAt(), taskOf(organOf(worker)), reference)));
        return this;
    }

    /** In the same place, as far as the stories tell. */
    private Place seenAt() {
        return place != null ? place : new Place("zoals in het signaal", null, null, null, null, null);
    }

    /** In which workers of an organ see things in these stories. */
    private static String taskOf(Organ organ) {
        return switch (organ) {
            case POLITIE -> "politiewet-3";
            case BURGEMEESTER -> "openbare-orde";
            case COLLEGE -> "gemeentewet";
            case NVWA -> "toezicht";
            default -> organ.tasks().stream().sorted().findFirst().orElseThrow();
        };
    }

    SignalStory notRecognised(int daysAgo, String worker) {
        stage.on(daysAgo, () -> stage.use.signals().doNotRecognise(stage.by(worker), id));
        return this;
    }

    SignalStory withdrawn(int daysAgo, String worker) {
        stage.on(daysAgo, () -> stage.use.signals().withdraw(stage.by(worker), id));
        return this;
    }

    SignalStory weighed(int daysAgo, String extent, String weight, String connection) {
        stage.on(
                daysAgo,
                () -> stage.use
                        .signals()
                        .prepareAssessment(
                                stage.by(Cast.CASE_DIRECTOR),
                                id,
                                new Assessment.Factors(
                                        "Past bij het doel van artikel 2.17 Wgs: het bestrijden van georganiseerde"
                                                + " criminaliteit, "
                                                + manifestation.label().nl() + ".",
                                        "Feitelijke waarneming van een deelnemer in zijn wettelijke taak.",
                                        extent,
                                        weight,
                                        connection)));
        return this;
    }

    SignalStory decided(int daysAgo, String account, boolean criteriaMet, String reason) {
        stage.on(daysAgo, () -> stage.use.signals().decideAssessment(stage.by(account), id, criteriaMet, reason));
        return this;
    }

    private SignalContent content(SignalContent draft, String worker, String task) {
        Observation read = draft.observation();
        boolean police = Stage.participantOf(worker).equals(Cast.POLICE);
        return new SignalContent(
                title,
                organOf(worker),
                task,
                new Observation(
                        what == null ? read.what() : what,
                        date == null ? read.date() : date,
                        time == null ? read.time() : time,
                        place == null ? read.place() : place,
                        observer == null ? read.observedBy() : observer),
                manifestation,
                null,
                null,
                criteria,
                task != null,
                task != null,
                police && task != null ? new PoliceBasis(WpgClass.ARTICLE_8, AGREED) : null,
                task == null ? null : new Grading(SourceReliability.B, 2, Set.of(), null));
    }

    static Organ organOf(String worker) {
        String organ = worker.substring(worker.indexOf('.') + 1);
        return organ.equals("worker") ? Organ.POLITIE : Organ.valueOf(organ.toUpperCase(Locale.ROOT));
    }

    private void add(Call call, Who who) {
        UUID circleOf = who.circleOf == null ? null : subject(call, who.circleOf);
        NewDatum.NewSubject unknown = new NewDatum.NewSubject(who.kind, circleOf, who.circleReason);
        UUID subject = null;
        for (Who.Fact fact : who.facts) {
            stage.use
                    .signals()
                    .addDatum(
                            call,
                            id,
                            new NewDatum(
                                    subject,
                                    subject == null ? unknown : null,
                                    fact.category(),
                                    fact.field(),
                                    fact.content(),
                                    null,
                                    null,
                                    0,
                                    true,
                                    null,
                                    null,
                                    null,
                                    false,
                                    null));
            if (subject == null && who.facts.size() > 1) {
                subject = subject(call, who);
            }
        }
    }

    private UUID subject(Call call, Who who) {
        return stage.use.signals().see(call, id).data().stream()
                .filter(d -> who.name().equals(d.datum().content()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody there under that name"))
                .subject()
                .id();
    }

    private static String read(String message) {
        try (InputStream in = SignalStory.class.getResourceAsStream("messages/" + message)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
