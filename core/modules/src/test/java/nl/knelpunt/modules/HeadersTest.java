package nl.knelpunt.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A header of a manifest, taken apart as the framework does. */
class HeadersTest {

    @Test
    void noHeaderHasNoClauses() {
        assertEquals(List.of(), Headers.clauses(null));
        assertEquals(List.of(), Headers.clauses("  "));
    }

    @Test
    void aCommaInQuotesDoesNotPart() {
        List<Headers.Clause> clauses = Headers.clauses("a.b;version=\"[1.2,2)\",c.d");
        assertEquals(
                List.of(List.of("a.b"), List.of("c.d")),
                clauses.stream().map(Headers.Clause::paths).toList());
        assertEquals(Map.of("version", "[1.2,2)"), clauses.get(0).attributes());
    }

    @Test
    void severalPathsShareWhatFollows() {
        Headers.Clause clause =
                Headers.clauses("a;b ; resolution:=optional;version=1").get(0);
        assertEquals(List.of("a", "b"), clause.paths());
        assertEquals(Map.of("resolution", "optional"), clause.directives());
        assertEquals(Map.of("version", "1"), clause.attributes());
    }

    @Test
    void aFilterKeepsItsSigns() {
        Headers.Clause clause = Headers.clauses("osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version>=17))\"")
                .get(0);
        assertEquals("(&(osgi.ee=JavaSE)(version>=17))", clause.directives().get("filter"));
    }

    @Test
    void theTypeOfAnAttributeIsNoPartOfItsName() {
        assertEquals(
                Map.of("names", "a,b"),
                Headers.clauses("x;names:List<String>=\"a,b\"").get(0).attributes());
    }
}
