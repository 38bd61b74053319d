package nl.knelpunt.sdk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.adapter.SignalDraft;
import nl.knelpunt.api.adapter.Subject;
import nl.knelpunt.api.adapter.Value;
import nl.knelpunt.booth.Result;

/** What the platform asks of a draft and of an error. Names places, never quotes. */
final class Sound {

    private static final Pattern FIELD = Pattern.compile("[a-z0-9-]{1,64}");
    private static final Pattern POSTCODE = Pattern.compile("[1-9]\\d{3}[A-Z]{2}");
    private static final Pattern MUNICIPALITY = Pattern.compile("GM\\d{4}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");
    private static final int TEXT = 4_000;
    private static final int LINE = 200;

    private Sound() {}

    /** What is wrong with a draft; empty when it is sound. */
    static List<String> problems(SignalDraft draft) {
        List<String> problems = new ArrayList<>();
        Observation observation = draft.observation();
        atMost(draft.messageId(), 1_000, "messageId", problems);
        atMost(observation.what(), TEXT, "observation.what", problems);
        atMost(observation.observedBy(), LINE, "observation.observedBy", problems);
        Place place = observation.place();
        if (place != null) {
            atMost(place.description(), LINE, "observation.place.description", problems);
            atMost(place.town(), LINE, "observation.place.town", problems);
            matches(place.postcode(), POSTCODE, "observation.place.postcode", problems);
            matches(place.municipality(), MUNICIPALITY, "observation.place.municipality", problems);
        }
        for (Subject subject : draft.subjects()) {
            if (subject.data().isEmpty()) {
                problems.add("a subject has no data");
            }
            for (Value value : subject.data()) {
                matches(value.field(), FIELD, "the name of a field", problems);
                atMost(value.content(), TEXT, value.field(), problems);
            }
        }
        return problems;
    }

    /** What is wrong with how a call ended; empty when it gave sound drafts or a sound error. */
    static List<String> problems(Result result) {
        return switch (result.end()) {
            case READ ->
                result.drafts().stream()
                        .flatMap(d -> problems(d).stream())
                        .distinct()
                        .toList();
            case UNREADABLE -> problems(result.unreadable());
            case FAILED -> List.of("it threw " + result.failure() + " instead of a MessageException");
            case OUT_OF_MEMORY -> List.of("it filled the memory");
            case STUCK -> List.of("it did not end in its time");
        };
    }

    private static List<String> problems(MessageException error) {
        List<String> problems = new ArrayList<>();
        String all = error.where() + error.reason().nl() + error.reason().en();
        if (error.where().isBlank() || error.where().length() > LINE) {
            problems.add("an error has no place, or one of more than " + LINE + " characters");
        }
        if (error.reason().nl().isBlank() || error.reason().en().isBlank() || all.length() > TEXT) {
            problems.add("an error is not said in both languages, or too long");
        }
        if (CONTROL.matcher(all).find()) {
            problems.add("an error holds control characters");
        }
        return problems;
    }

    /** All that the outside gets to see of a call. */
    static String content(Result result) {
        StringBuilder all = new StringBuilder();
        for (SignalDraft draft : result.drafts()) {
            Observation o = draft.observation();
            all.append(draft.messageId())
                    .append('\n')
                    .append(o.what())
                    .append('\n')
                    .append(o.observedBy());
            if (o.place() != null) {
                Place p = o.place();
                all.append('\n')
                        .append(p.description())
                        .append('\n')
                        .append(p.town())
                        .append(p.postcode());
            }
            draft.subjects()
                    .forEach(s -> s.data()
                            .forEach(v -> all.append('\n')
                                    .append(v.field())
                                    .append('\n')
                                    .append(v.content())));
        }
        if (result.unreadable() != null) {
            all.append(result.unreadable().getMessage())
                    .append(result.unreadable().reason());
        }
        return all.toString();
    }

    private static void atMost(String text, int most, String what, List<String> problems) {
        if (text != null && (text.isBlank() || text.length() > most)) {
            problems.add(what + " is empty or longer than " + most + " characters");
        }
    }

    private static void matches(String text, Pattern pattern, String what, List<String> problems) {
        if (text != null && !pattern.matcher(text).matches()) {
            problems.add(what + " is not written as it should be");
        }
    }
}
