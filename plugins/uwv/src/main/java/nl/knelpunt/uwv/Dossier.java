package nl.knelpunt.uwv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.adapter.SignalDraft;
import nl.knelpunt.api.adapter.Subject;
import nl.knelpunt.api.adapter.Value;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.support.text.Texts;

/** What was read of one person. */
final class Dossier {

    String bsn;
    private final List<Employment> employments = new ArrayList<>();

    void add(Employment employment) {
        if (employment.isWorkOnly()) {
            employments.add(employment);
        }
    }

    boolean isEmpty() {
        return employments.isEmpty();
    }

    SignalDraft draft() {
        Map<Object, Employment> employers = new LinkedHashMap<>();
        employments.forEach(e -> employers.putIfAbsent(e.employer(), e));
        List<Subject> subjects = new ArrayList<>();
        subjects.add(new Subject(SubjectKind.PERSON, person()));
        employers.values().stream()
                .map(Employment::company)
                .filter(company -> !company.data().isEmpty())
                .forEach(subjects::add);
        return new SignalDraft(
                null,
                new Observation(
                        Texts.fit(inWords(employers.size())),
                        null,
                        null,
                        employers.size() == 1 ? employments.get(0).place : null,
                        "UWV, polisadministratie"),
                subjects);
    }

    private List<Value> person() {
        List<Value> data = new ArrayList<>();
        data.add(new Value(DataCategory.BSN, "bsn", bsn));
        for (Employment employment : employments) {
            data.add(new Value(
                    DataCategory.INCOME,
                    "dienstverband",
                    Texts.joined("; ", of(employment.payrollTax) + employment.period(), employment.lastStatement())));
        }
        return data;
    }

    private static String of(String payrollTax) {
        return payrollTax == null ? "" : "loonheffingennummer " + payrollTax + ", ";
    }

    private String inWords(int employers) {
        StringBuilder words = new StringBuilder("In de polisadministratie staan van één persoon ")
                .append(counted(employments.size(), "dienstverband", "dienstverbanden"))
                .append(" bij ")
                .append(counted(employers, "werkgever", "werkgevers"))
                .append('.');
        for (int i = 0; i < employments.size(); i++) {
            Employment employment = employments.get(i);
            words.append("\nDienstverband ")
                    .append(i + 1)
                    .append(": ")
                    .append(employment.period())
                    .append("; ")
                    .append(counted(employment.statements(), "loonopgave", "loonopgaven"))
                    .append('.');
        }
        return words.toString();
    }

    private static String counted(int number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }
}
