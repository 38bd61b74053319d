package nl.knelpunt.support.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nl.knelpunt.api.adapter.Subject;
import nl.knelpunt.api.adapter.Value;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import org.junit.jupiter.api.Test;

class DescribedTest {

    @Test
    void whatIsNotSaidIsLeftOut() {
        Described boat = new Described(SubjectKind.OBJECT)
                .with(DataCategory.VEHICLE, "naam", "Zeemeeuw")
                .with(DataCategory.VEHICLE, "imo-nummer", null);
        assertEquals(
                new Subject(SubjectKind.OBJECT, List.of(new Value(DataCategory.VEHICLE, "naam", "Zeemeeuw"))),
                boat.subject().orElseThrow());
    }

    @Test
    void ofWhomNothingIsSaidIsNoSubject() {
        Described nobody = new Described(SubjectKind.PERSON).with(DataCategory.IDENTIFICATION, "naam", null);
        assertTrue(nobody.isEmpty());
        assertTrue(nobody.subject().isEmpty());
    }

    @Test
    void aLongValueIsCut() {
        Subject subject = new Described(SubjectKind.PERSON)
                .with(DataCategory.IDENTIFICATION, "naam", "x".repeat(5_000))
                .subject()
                .orElseThrow();
        assertEquals(200, subject.data().get(0).content().length());
    }
}
