package nl.knelpunt.demo;

import java.util.ArrayList;
import java.util.List;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;

/** Somebody or something that data are about. All are made up, the BSNs are of the range for tests. */
final class Who {

    record Fact(DataCategory category, String field, String content) {}

    final SubjectKind kind;
    final List<Fact> facts = new ArrayList<>();
    Who circleOf;
    String circleReason;

    private Who(SubjectKind kind, Fact name) {
        this.kind = kind;
        this.facts.add(name);
    }

    static Who person(String name) {
        return new Who(SubjectKind.PERSON, new Fact(DataCategory.IDENTIFICATION, "naam", name));
    }

    static Who company(String name) {
        return new Who(SubjectKind.LEGAL_PERSON, new Fact(DataCategory.COMPANY, "handelsnaam", name));
    }

    static Who thing(DataCategory category, String field, String content) {
        return new Who(SubjectKind.OBJECT, new Fact(category, field, content));
    }

    Who with(DataCategory category, String field, String content) {
        facts.add(new Fact(category, field, content));
        return this;
    }

    /** One step from somebody about whom there is a signal, never two (G14). */
    Who inCircleOf(Who other, String reason) {
        circleOf = other;
        circleReason = reason;
        return this;
    }

    /** What the others know it by. */
    String name() {
        return facts.get(0).content();
    }
}
