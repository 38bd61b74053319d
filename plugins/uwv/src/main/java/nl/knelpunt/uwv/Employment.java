package nl.knelpunt.uwv;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.adapter.Subject;
import nl.knelpunt.api.adapter.Value;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.support.text.Texts;

/** What was read of one relation between a person and who pays. */
final class Employment {

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMMM yyyy", Locale.forLanguageTag("nl"));

    LocalDate from;
    LocalDate to;
    String payrollTax;
    String rsin;
    String legalName;
    Place place;
    private String name;
    private boolean work;
    private boolean benefit;
    private int statements;
    private LocalDate last;
    private BigDecimal hours;
    private BigDecimal wage;

    void name(String given) {
        name = Texts.fitLine(given);
    }

    /** Kinds that begin with 1 are wages; all others are benefits, pensions and what may be either. */
    void kind(String code) {
        boolean wages = code != null && code.matches("1\\d");
        work |= wages;
        benefit |= !wages;
    }

    void statement(LocalDate month, BigDecimal workedHours, BigDecimal grossWage) {
        statements++;
        if (month != null && (last == null || month.isAfter(last))) {
            last = month;
            hours = workedHours;
            wage = grossWage;
        }
    }

    boolean isWorkOnly() {
        return work && !benefit;
    }

    /** What tells one employer from another: the payroll number, or else the name. */
    Object employer() {
        return payrollTax != null ? payrollTax : List.of(Objects.toString(name), Objects.toString(legalName));
    }

    String period() {
        return (from == null ? "begin onbekend" : "vanaf " + Texts.day(from))
                + (to == null ? ", einde niet bekend" : " tot en met " + Texts.day(to));
    }

    /** Null without any. */
    String lastStatement() {
        if (last == null) {
            return null;
        }
        return Texts.joined(
                ", ",
                MONTH.format(last),
                hours == null ? null : hours.stripTrailingZeros().toPlainString() + " verloonde uren",
                wage == null
                        ? null
                        : "brutoloon € "
                                + wage.setScale(2, RoundingMode.HALF_UP)
                                        .toPlainString()
                                        .replace('.', ','));
    }

    int statements() {
        return statements;
    }

    Subject company() {
        List<Value> data = new ArrayList<>();
        add(data, "naam", name != null ? name : legalName);
        add(data, "rechtspersoon", name == null ? null : legalName);
        add(data, "loonheffingennummer", payrollTax);
        add(data, "rsin", rsin);
        if (place != null) {
            add(data, "adres", Texts.joined(", ", place.description(), place.postcode(), place.town()));
        }
        return new Subject(SubjectKind.LEGAL_PERSON, data);
    }

    private static void add(List<Value> data, String field, String content) {
        if (content != null) {
            data.add(new Value(DataCategory.COMPANY, field, content));
        }
    }
}
