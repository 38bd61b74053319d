package nl.knelpunt.police;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.adapter.SignalDraft;
import nl.knelpunt.api.adapter.Subject;
import nl.knelpunt.api.adapter.Value;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.support.text.Texts;

/** What was read of one report, put into words at its end, when it is known who are the victims. */
final class Report {

    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9 -]{1,30}");
    private final List<String> offences = new ArrayList<>();
    private final Set<String> locations = new LinkedHashSet<>();
    private final List<String> items = new ArrayList<>();
    private final List<String> substances = new ArrayList<>();
    private final List<String> arrests = new ArrayList<>();
    private final Map<String, AgeRange> ages = new HashMap<>();
    private final Map<String, String> roles = new LinkedHashMap<>();
    private final Set<String> leftOut = new HashSet<>();
    private String agency;
    private String incidentNumber;
    private String arrestNumber;
    private LocalDate date;
    private LocalTime time;
    private LocalDate arrestDate;
    private boolean dateIsOfReport;
    private boolean isNoSignal;

    void category(String category) {
        isNoSignal |= "ZERO REPORT".equals(category);
    }

    void action(String action) {
        isNoSignal |= "D".equals(action);
    }

    void agency(String code) {
        agency = number(code);
    }

    void incidentNumber(String number) {
        incidentNumber = number(number);
    }

    void arrest(String number, LocalDate day, String charge) {
        if (arrestNumber == null) {
            arrestNumber = number(number);
            arrestDate = day;
        }
        arrests.add((day == null ? "" : "op " + Texts.day(day) + " ") + "voor " + Words.of("offence", charge));
    }

    void moment(LocalDateTime moment) {
        if (moment != null) {
            date = moment.toLocalDate();
            time = moment.toLocalTime();
        }
    }

    void date(LocalDate day) {
        date = date == null ? day : date;
    }

    void dateIsOfReport(Boolean ofReport) {
        dateIsOfReport = Boolean.TRUE.equals(ofReport);
    }

    void offence(String code, Boolean attempted) {
        offences.add(Words.of("offence", code) + (Boolean.TRUE.equals(attempted) ? " (poging)" : ""));
    }

    void location(String code) {
        locations.add(Words.of("location", code));
    }

    void item(String kind, BigDecimal quantity, String status) {
        if (kind != null && !"NONE".equals(status)) {
            items.add(
                    Words.of("property", kind) + detail(quantity == null ? null : "aantal " + plain(quantity), status));
        }
    }

    void substance(String kind, BigDecimal quantity, String unit, String status) {
        String amount = quantity == null ? null : plain(quantity) + " " + Words.of("unit", unit);
        substances.add(Words.of("drug", kind) + detail(amount, status));
    }

    void age(String person, AgeRange age) {
        ages.put(person, age);
    }

    void suspect(String person) {
        roles.putIfAbsent(person, "verdachte");
    }

    void arrestee(String person) {
        roles.put(person, "aangehouden verdachte");
    }

    void leaveOut(String person) {
        leftOut.add(person);
    }

    /** Neither a month without incidents nor the withdrawal of a report is a signal. */
    boolean isSignal() {
        return !isNoSignal;
    }

    boolean isIdentified() {
        return agency != null && (incidentNumber != null || arrestNumber != null);
    }

    SignalDraft draft() {
        boolean incident = incidentNumber != null;
        return new SignalDraft(
                agency + "/" + (incident ? incidentNumber : arrestNumber),
                new Observation(
                        Texts.fit(inWords()),
                        incident ? dateIsOfReport ? null : date : arrestDate,
                        incident && !dateIsOfReport ? time : null,
                        locations.isEmpty()
                                ? null
                                : new Place(Texts.fitLine(String.join(", ", locations)), null, null, null, null, null),
                        "Politie-eenheid met code " + agency),
                subjects());
    }

    private String inWords() {
        List<String> sentences = new ArrayList<>();
        add(sentences, "Feiten", offences);
        add(sentences, "Soort plaats", locations);
        add(sentences, "Goederen", items);
        add(sentences, "Verdovende middelen", substances);
        add(sentences, "Aanhouding", arrests);
        if (dateIsOfReport && date != null) {
            sentences.add("De datum van het voorval is niet bekend; het is gemeld op " + Texts.day(date) + ".");
        }
        return sentences.isEmpty() ? null : String.join("\n", sentences);
    }

    private static void add(List<String> sentences, String subject, Collection<String> parts) {
        if (!parts.isEmpty()) {
            sentences.add(subject + ": " + String.join("; ", parts) + ".");
        }
    }

    private List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>();
        roles.forEach((person, role) -> {
            if (person != null && !leftOut.contains(person)) {
                List<Value> data = new ArrayList<>();
                data.add(new Value(DataCategory.IDENTIFICATION, "rol", role));
                AgeRange age = ages.get(person);
                if (age != null) {
                    data.add(new Value(DataCategory.IDENTIFICATION, "leeftijd", age.inWords()));
                }
                subjects.add(new Subject(SubjectKind.PERSON, data));
            }
        });
        return subjects;
    }

    private static String detail(String amount, String status) {
        String state = Words.of("status", status);
        if (amount == null && state == null) {
            return "";
        }
        return " (" + (amount == null ? state : state == null ? amount : amount + ", " + state) + ")";
    }

    private static String plain(BigDecimal quantity) {
        BigDecimal stripped = quantity.stripTrailingZeros();
        return stripped.toPlainString().replace('.', ',');
    }

    private static String number(String text) {
        return text != null && NUMBER.matcher(text).matches() ? text : null;
    }
}
