package nl.knelpunt.tax;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.adapter.SignalDraft;
import nl.knelpunt.api.adapter.Subject;
import nl.knelpunt.support.text.Texts;

/** What an audit file says, on its way into a draft: counts, and of the relations those that were picked. */
final class Ledger {

    static final int MOST_PICKED = 20;

    private final Map<String, Party> picks = new LinkedHashMap<>();
    private Party company;
    private String year;
    private LocalDate from;
    private LocalDate to;
    private LocalDate made;
    private int accounts;
    private long relations;
    private long journals;
    private long transactions;
    private long lines;

    /** False when these are too many. */
    boolean pick(String numbers) {
        for (String number : numbers.split("[\\s,;]+")) {
            picks.put(number, null);
        }
        return picks.size() <= MOST_PICKED;
    }

    boolean picksAny() {
        return !picks.isEmpty();
    }

    /** What the relation with this number becomes; null when it was not picked. */
    Party picked(String number) {
        if (number == null || !picks.containsKey(number)) {
            return null;
        }
        return picks.computeIfAbsent(number, n -> new Party());
    }

    void booked(String number, LocalDate day) {
        Party party = picks.isEmpty() || number == null ? null : picks.get(number);
        if (party != null) {
            party.booked(day);
        }
    }

    boolean hasAllPicked() {
        return !picks.containsValue(null);
    }

    boolean hasCompany() {
        return company != null && company.isNamed();
    }

    void company(Party party) {
        company = party;
    }

    void year(String text) {
        year = text != null && text.matches("\\d{4}(-\\d{4})?") ? text : null;
    }

    void from(LocalDate day) {
        from = day;
    }

    void to(LocalDate day) {
        to = day;
    }

    void made(LocalDate day) {
        made = day;
    }

    void accounts(int count) {
        accounts = count;
    }

    void relation() {
        relations++;
    }

    void journal() {
        journals++;
    }

    void transaction() {
        transactions++;
    }

    void line() {
        lines++;
    }

    /** Without an id: the digest of the file stands for it, so that another pick of the same books is another signal. */
    SignalDraft draft() {
        List<Subject> subjects = new ArrayList<>();
        subjects.add(company.subject("administratieplichtige"));
        picks.values().forEach(party -> subjects.add(party.relation()));
        return new SignalDraft(null, new Observation(Texts.fit(what()), null, null, company.place(), null), subjects);
    }

    private String what() {
        StringBuilder what = new StringBuilder("Auditfile (XAF) van een administratie");
        if (year != null) {
            what.append(", boekjaar ").append(year);
        }
        if (from != null && to != null) {
            what.append(", van ").append(Texts.day(from)).append(" tot en met ").append(Texts.day(to));
        }
        if (made != null) {
            what.append(", aangemaakt op ").append(Texts.day(made));
        }
        what.append(".\nDe administratie telt ").append(accounts).append(" grootboekrekeningen, ");
        what.append(relations)
                .append(" klanten en leveranciers, ")
                .append(journals)
                .append(" dagboeken en ");
        what.append(transactions).append(" boekingen met samen ").append(lines).append(" regels.\n");
        what.append(
                picks.isEmpty()
                        ? "Er is geen klant of leverancier gekozen. Schrijf zelf op wat u hebt waargenomen."
                        : "Gekozen klanten en leveranciers: " + picks.size()
                                + ". Bedragen zijn niet overgenomen. Schrijf zelf op wat u hebt waargenomen.");
        return what.toString();
    }
}
