package nl.knelpunt.rest;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.engine.event.ForgottenException;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.KeyUsedException;
import nl.knelpunt.engine.gate.StaleException;
import nl.knelpunt.engine.guard.Finding;
import nl.knelpunt.engine.guard.Guard;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.module.ModuleRefusedException;
import nl.knelpunt.engine.plugin.ModuleException;
import nl.knelpunt.engine.port.UnavailableException;
import nl.knelpunt.engine.scan.UnfitTableException;
import nl.knelpunt.rest.FieldErrors.FieldError;
import nl.knelpunt.rest.Shapes.ChangeView;
import nl.knelpunt.rest.Shapes.FieldProblem;
import nl.knelpunt.rest.Shapes.Problem;
import nl.knelpunt.rest.Shapes.Refusal;

/** What went wrong, as problem details (RFC 9457). Says nothing that was sent, and nothing of the inside. */
final class Problems {

    static final Map<Integer, Text> TITLES = Map.ofEntries(
            Map.entry(400, new Text("De vraag klopt niet", "Bad request")),
            Map.entry(401, new Text("Niet aangemeld", "Not signed in")),
            Map.entry(403, new Text("Geweigerd", "Refused")),
            Map.entry(404, new Text("Niet gevonden", "Not found")),
            Map.entry(405, new Text("Methode niet toegestaan", "Method not allowed")),
            Map.entry(409, new Text("Kan nu niet", "Not possible now")),
            Map.entry(410, new Text("Niet meer bewaard", "Not kept any more")),
            Map.entry(412, new Text("Intussen gewijzigd", "Changed in the meantime")),
            Map.entry(413, new Text("Te groot", "Too large")),
            Map.entry(415, new Text("Soort inhoud niet bekend", "Unsupported media type")),
            Map.entry(422, new Text("Niet te verwerken", "Not processable")),
            Map.entry(428, new Text("Versie nodig", "Version required")),
            Map.entry(500, new Text("Onverwachte fout", "Unexpected error")),
            Map.entry(503, new Text("Nu niet beschikbaar", "Not available now")));

    private static final Logger LOG = System.getLogger(Problems.class.getName());
    private static final String RETRY_SECONDS = "5";
    private static final int FRAMES = 12;
    private static final int CAUSES = 5;

    private final Locale language;
    private final UUID trace;

    private Problems(Locale language, UUID trace) {
        this.language = language;
        this.trace = trace;
    }

    static Answer answer(Throwable thrown, Locale language, UUID trace) {
        return new Problems(language, trace).answer(thrown);
    }

    private Answer answer(Throwable thrown) {
        if (thrown instanceof RefusedException refused) {
            return refused(refused.isOutOfOrder() ? 409 : 403, refused.findings());
        }
        if (thrown instanceof BadRequestException bad) {
            return bad(bad.errors());
        }
        if (thrown instanceof InvalidException invalid) {
            return bad(List.of(new FieldError(invalid.field(), invalid.reason())));
        }
        if (thrown instanceof StaleException stale) {
            Text detail = new Text(
                    "Iemand anders heeft dit intussen gewijzigd. Lees het opnieuw en doe uw wijziging daarna.",
                    "Somebody else changed it in the meantime. Read it again and make your change then.");
            return stale(detail, stale);
        }
        if (thrown instanceof KeyUsedException) {
            Text detail = new Text(
                    "Deze Idempotency-Key hoort bij een ander verzoek dat al gedaan is. Er is niets gedaan. Neem een nieuwe"
                            + " sleutel.",
                    "This Idempotency-Key belongs to another request that was done before. Nothing was done. Take a new"
                            + " key.");
            return answer(422, detail, null, null, null);
        }
        if (thrown instanceof MessageException message) {
            return answer(422, message.reason(), null, null, message.where());
        }
        if (thrown instanceof UnavailableException unavailable) {
            return answer(503, unavailable.reason(), List.of(Guard.notLoggable()), null, null)
                    .with("Retry-After", RETRY_SECONDS);
        }
        if (thrown instanceof UnfitAnswersException unfit) {
            return answer(
                    422,
                    new Text(
                            "Er is geen concept gemaakt. Verbeter de antwoorden hieronder en probeer het opnieuw.",
                            "No draft was made. Correct the answers below and try again."),
                    null,
                    unfit.errors(),
                    null);
        }
        if (thrown instanceof UnfitTableException unfit) {
            return unfit(unfit.faults());
        }
        if (thrown instanceof ModuleException module) {
            return answer(503, module.reason(), null, null, null).with("Retry-After", RETRY_SECONDS);
        }
        if (thrown instanceof ModuleRefusedException module) {
            return answer(409, ProblemException.together(module.reasons()), null, null, null);
        }
        if (thrown instanceof ForgottenException) {
            return answer(ProblemException.forgotten());
        }
        if (thrown instanceof ProblemException problem) {
            Answer answer = answer(problem.status(), problem.detail(), null, null, null);
            for (Map.Entry<String, String> header : problem.headers().entrySet()) {
                answer = answer.with(header.getKey(), header.getValue());
            }
            return answer;
        }
        if (thrown instanceof IOException) {
            return bad(List.of(new FieldError(
                    "", new Text("De inhoud kwam niet helemaal aan.", "The content did not arrive as a whole."))));
        }
        LOG.log(Level.ERROR, () -> "Trace " + trace + ": " + withoutContent(thrown));
        return answer(
                500,
                new Text(
                        "Er ging iets mis dat wij niet verwachtten. Noem " + trace + " als u om hulp vraagt.",
                        "Something went wrong that we did not expect. Name " + trace + " when you ask for help."),
                null,
                null,
                null);
    }

    private Answer refused(int status, List<Finding> findings) {
        Text detail = findings.size() == 1
                ? findings.get(0).message()
                : new Text(
                        "Er zijn " + findings.size() + " redenen waarom dit niet kan.",
                        "There are " + findings.size() + " reasons why this can't be done.");
        return answer(status, detail, findings, null, null);
    }

    private Answer unfit(List<UnfitTableException.Fault> faults) {
        return answer(
                422,
                new Text(
                        "De tabel is niet ingelezen. Verbeter wat hieronder staat en probeer het opnieuw.",
                        "The table was not read in. Correct what is below and try again."),
                null,
                faults.stream()
                        .map(f -> new FieldError("line " + f.line() + " column " + f.column(), f.reason()))
                        .toList(),
                null);
    }

    private Answer bad(List<FieldError> errors) {
        return answer(
                400,
                new Text(
                        "Er is niets gedaan. Verbeter wat hieronder staat en probeer het opnieuw.",
                        "Nothing was done. Correct what is below and try again."),
                null,
                errors,
                null);
    }

    private Answer answer(int status, Text detail, List<Finding> findings, List<FieldError> errors, String where) {
        return new Answer(
                status,
                new Problem(
                        "about:blank",
                        TITLES.get(status).in(language),
                        status,
                        detail.in(language),
                        "urn:uuid:" + trace,
                        findings == null
                                ? null
                                : findings.stream()
                                        .map(f -> Refusal.of(f, language))
                                        .toList(),
                        errors == null
                                ? null
                                : errors.stream()
                                        .map(e -> FieldProblem.of(e, language))
                                        .toList(),
                        where,
                        null,
                        null),
                Map.of("Content-Language", language.getLanguage()));
    }

    private Answer stale(Text detail, StaleException stale) {
        return new Answer(
                        412,
                        new Problem(
                                "about:blank",
                                TITLES.get(412).in(language),
                                412,
                                detail.in(language),
                                "urn:uuid:" + trace,
                                null,
                                null,
                                null,
                                stale.current(),
                                stale.changes().isEmpty()
                                        ? null
                                        : stale.changes().stream()
                                                .map(ChangeView::of)
                                                .toList()),
                        Map.of("Content-Language", language.getLanguage()))
                .at(stale.current());
    }

    /** Where it happened, without messages: those may hold what was sent. */
    static String withoutContent(Throwable thrown) {
        return Stream.iterate(thrown, t -> t != null, Throwable::getCause)
                .limit(CAUSES)
                .map(t -> Stream.of(t.getStackTrace())
                        .limit(FRAMES)
                        .map(f -> "\n\tat " + f)
                        .collect(Collectors.joining("", t.getClass().getName(), "")))
                .collect(Collectors.joining("\nCaused by: "));
    }
}
