package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.gate.Gate.Asking.NOTHING;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.dossier.Knelpunt;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.guard.Facts;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.port.Transaction;
import nl.knelpunt.engine.steering.OutsideDecisions;
import nl.knelpunt.engine.steering.Paper;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class OutsideUseCases implements OutsideDecisions {

    /** As for everything that may name somebody (Wgs 1.8(7)): nobody looked into it. */
    private static final int YEARS_KEPT = 5;

    private static final String KEPT = "KEPT";
    private static final int TRAILER = 1024;
    private static final Pattern END = Pattern.compile("startxref\\s+(\\d{1,9})\\s+%%EOF");

    /** A table, or since PDF 1.5 a stream. */
    private static final Pattern CONTENTS = Pattern.compile("\\s{0,4}(xref\\s+\\d|\\d{1,9}\\s+\\d{1,5}\\s+obj\\b)");

    private static final int CONTENTS_BEGIN = 64;

    private final Gate gate;

    @Activate
    public OutsideUseCases(@Reference Gate gate) {
        this.gate = gate;
    }

    @Override
    public Done addPaper(Call call, UUID knelpunt, byte[] pdf) {
        if (!call.isTrial()) {
            checkIsPdf(pdf);
        }
        UUID id = Ids.next();
        return gate.change(call, Act.ADD_PAPER, knelpunt, NOTHING, (t, facts) -> {
            t.papers()
                    .insert(
                            new Paper(
                                    id,
                                    knelpunt,
                                    pdf.length,
                                    digest(pdf),
                                    facts.actor().account().id(),
                                    facts.now(),
                                    facts.today().plusYears(YEARS_KEPT)),
                            pdf);
            return new Done(id, KEPT, facts.knelpunt().version());
        });
    }

    /** By its first bytes, its last, and the table of contents that the last point at: nothing here opens it. */
    private static void checkIsPdf(byte[] pdf) {
        String head = text(pdf, 0, Math.min(pdf.length, 8));
        if (!head.matches("(?s)%PDF-[12]\\.\\d") || !hasContents(pdf)) {
            throw new InvalidException(
                    "body",
                    new Text(
                            "Dit is geen (heel) PDF-bestand. Maak er een PDF van en stuur het opnieuw.",
                            "This is no (whole) PDF file. Make a PDF of it and send it again."));
        }
        if (pdf.length > Paper.MOST_BYTES) {
            throw new InvalidException(
                    "body",
                    new Text(
                            "Dit is te groot: hoogstens " + (Paper.MOST_BYTES >> 20) + " MB.",
                            "This is too large: at most " + (Paper.MOST_BYTES >> 20) + " MB."));
        }
    }

    private static boolean hasContents(byte[] pdf) {
        Matcher end = END.matcher(text(pdf, Math.max(0, pdf.length - TRAILER), pdf.length));
        int at = -1;
        while (end.find()) {
            at = Integer.parseInt(end.group(1));
        }
        return at > 0
                && at < pdf.length
                && CONTENTS.matcher(text(pdf, at, Math.min(pdf.length, at + CONTENTS_BEGIN)))
                        .lookingAt();
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public Optional<byte[]> paper(Call call, UUID knelpunt, UUID paper) {
        return gate.read(
                call,
                Act.SEE_PAPER,
                knelpunt,
                (t, facts, judge) -> t.papers()
                        .find(paper)
                        .filter(p -> p.knelpunt().equals(knelpunt))
                        .flatMap(p -> {
                            judge.noteThing(p.id());
                            return t.papers().content(p.id());
                        }));
    }

    @Override
    public Page<Paper> papers(Call call, UUID knelpunt, UUID after, int limit) {
        Checks.limit(limit);
        return gate.read(
                call,
                Act.SEE_PAPER,
                knelpunt,
                (t, facts, judge) -> Pages.fill(
                        after,
                        limit,
                        (from, most) -> t.papers().ofKnelpunt(knelpunt, from, most),
                        Paper::id,
                        Optional::of));
    }

    @Override
    public Done enterVotes(
            Call call, UUID knelpunt, Motion.Kind kind, UUID paper, LocalDate decided, List<CastVote> votes) {
        Checks.required("motion", kind);
        Checks.required("paper", paper);
        Checks.required("decided", decided);
        Checks.date("decided", decided);
        check(votes);
        return gate.change(
                call,
                Act.ENTER_VOTES,
                knelpunt,
                (t, facts) -> facts.asking(entering(t, facts, kind, decided, votes)),
                (t, facts) -> {
                    Checks.notAfter("decided", decided, facts.today());
                    checkPaper(t, knelpunt, paper);
                    Knelpunt before = facts.knelpunt();
                    boolean designating = before.state() == KnelpuntState.SUBMITTED;
                    if (designating != (kind == Motion.Kind.DESIGNATE)) {
                        throw new InvalidException(
                                "motion",
                                new Text(
                                        "Hierover kan nu niet worden besloten: de status is "
                                                + before.state().label().nl() + ".",
                                        "This can't be decided on now: the state is "
                                                + before.state().label().en() + "."));
                    }
                    Motion open = before.openMotion(kind).orElseGet(() -> Motion.open(kind));
                    Checks.notBefore("decided", decided, firstDay(t, before, open));
                    checkNotCastHere(open, votes);
                    Motion motion = open.castOutside(
                            ((Asked.Entering) facts.asked()).votes(),
                            new Motion.Outside(
                                    paper, decided, facts.actor().account().id(), facts.now()));
                    t.knelpunten().update(before.with(motion));
                    return new Done(knelpunt, before.state().name(), before.version() + 1);
                });
    }

    /** Nobody decides on what is not there yet. */
    private static LocalDate firstDay(Transaction transaction, Knelpunt knelpunt, Motion motion) {
        return switch (motion.kind()) {
            case DESIGNATE -> Facts.day(motion.submitted() == null ? knelpunt.created() : motion.submitted());
            case PROLONG, CLOSE -> knelpunt.lastLookedAt();
            case INVOLVE ->
                transaction
                        .involvements()
                        .open(knelpunt.id())
                        .map(i -> Facts.day(i.proposed()))
                        .orElseGet(knelpunt::lastLookedAt);
        };
    }

    private static void checkNotCastHere(Motion motion, List<CastVote> votes) {
        for (int i = 0; i < votes.size(); i++) {
            String participant = votes.get(i).participant();
            if (motion.votes().stream().anyMatch(v -> v.participant().equals(participant) && motion.isCastHere(v))) {
                throw new InvalidException(
                        "votes[" + i + "].participant",
                        new Text(
                                "Voor deze deelnemer stemde zijn lid hier al zelf. Laat deze stem weg; het lid kan hier opnieuw stemmen.",
                                "For this participant its member voted here already. Leave this vote out; the member can vote here anew."));
            }
        }
    }

    private static void check(List<CastVote> votes) {
        Checks.items("votes", votes);
        if (votes.isEmpty()) {
            throw new InvalidException("votes", new Text("Vul de stemmen in.", "Fill in the votes."));
        }
        for (int i = 0; i < votes.size(); i++) {
            CastVote vote = votes.get(i);
            String path = "votes[" + i + "].";
            Checks.required(path + "participant", vote.participant());
            Checks.required(path + "person", vote.person());
            Checks.required(path + "choice", vote.choice());
            Checks.text(path + "reason", vote.reason(), Checks.TEXT);
        }
        if (votes.stream().map(CastVote::participant).distinct().count() < votes.size()) {
            throw new InvalidException(
                    "votes",
                    new Text("Elke deelnemer stemt hoogstens één keer.", "Every participant votes at most once."));
        }
    }

    private static Asked.Entering entering(
            Transaction transaction, Facts facts, Motion.Kind kind, LocalDate decided, List<CastVote> votes) {
        Act act = switch (kind) {
            case DESIGNATE -> Act.VOTE_DESIGNATION;
            case PROLONG -> Act.VOTE_PROLONGATION;
            case CLOSE -> Act.VOTE_CLOSURE;
            case INVOLVE -> Act.VOTE_INVOLVEMENT;
        };
        List<Motion.Vote> cast = new ArrayList<>();
        List<Boolean> entitled = new ArrayList<>();
        for (CastVote vote : votes) {
            Representation representation =
                    Representation.of(transaction, facts.region(), vote.participant(), vote.person(), act, decided);
            entitled.add(representation.isEntitled());
            cast.add(new Motion.Vote(
                    vote.participant(),
                    vote.person(),
                    representation.mandate(),
                    vote.choice(),
                    vote.reason(),
                    facts.now()));
        }
        return new Asked.Entering(cast, entitled);
    }

    private static void checkPaper(Transaction transaction, UUID knelpunt, UUID paper) {
        boolean there = transaction
                .papers()
                .find(paper)
                .filter(p -> p.knelpunt().equals(knelpunt))
                .isPresent();
        if (!there) {
            throw new InvalidException(
                    "paper",
                    new Text(
                            "Dit stuk hoort niet bij dit handhavingsknelpunt. Voeg het eerst toe.",
                            "This paper does not belong to this knelpunt. Add it first."));
        }
    }
}
